"""The list that a person looks at: the search field, pages by key, studies down to instances. It reads the index alone.

Not here: queries by DICOM identifiers (matching).
"""
