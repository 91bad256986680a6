"""Objects as files, the index over them, and what moves both: storing, conflicts, trash, import, export, integrity.

Files are the truth; the index can be made anew from them. Not here: associations (network), people (security).
From the lowest: dataset (bytes), files (disk), index (rows), storing; on these trash, transfer, integrity; beside
them matching (DICOM queries) and studies (the window's list).
"""
