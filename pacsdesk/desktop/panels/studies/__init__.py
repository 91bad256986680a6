"""The Studies panel: finding, importing, exporting and deleting studies, conflicts and the trash.

Belongs here: showing what the archive holds and asking the engine to change it. Not here: showing images (viewer).
"""
