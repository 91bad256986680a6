"""Rows over the files: written with exact counts, taken out, written anew. All of it can be made from the files.

Not here: questions to the index (matching for DICOM queries, studies for the window).
"""
