"""Query by DICOM identifiers (PS3.4 annex C): a request's identifier in, the identifiers of what matches out.

Belongs here: keys, kinds of matching, the rules of the hierarchy, statements, encoding of answers. Not here:
associations and statuses (network), the search field of the study list (studies/words.py).
"""
