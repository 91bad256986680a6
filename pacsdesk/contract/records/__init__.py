"""Frozen records that cross the link, one file per subject. No bytes, no unions of records.

Bulk goes by the byte route.
"""
