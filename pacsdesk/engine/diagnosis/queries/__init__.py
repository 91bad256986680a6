"""Queries to peers, and why one of them matches nothing."""
