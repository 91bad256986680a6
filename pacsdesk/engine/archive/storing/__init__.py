"""How an object becomes stored: ingest, the commits that all callers share, second objects, a start after a crash.

Not here: where objects come from (network, transfer), leaving the archive (trash).
"""
