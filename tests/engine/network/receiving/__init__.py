"""Receivers as real processes beside a listening site in this one."""
