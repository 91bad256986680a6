"""Objects as files, the index over them, and what moves both: ingest, conflicts, trash, import, export, integrity.

Files are the truth; the index can be made anew from them. Not here: associations (network), people (security).
"""
