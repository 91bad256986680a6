"""What the bytes of an object say: the file format, elements and their encoding, text, the keys that are kept of it.

Belongs here: reading bytes, bounded, exact about where they break. Not here: files on disk (files), rows (index).
"""
