"""Services that we use, as tests of a peer: the ladder from this computer up to what the peer does for us.

What sends or fetches objects for good has its own package (`sending`); nothing here stores, moves or changes anything.
"""
