"""Storage commitment (PS3.4 annex J) behind the wire: what was asked is written down, checked on the disk, and told.

`information` is what requests and reports look like, `register` the rows, `checks` and `reports` the two threads that
work them off, `service` what faces see. The request itself comes in by scp/commitment.
"""
