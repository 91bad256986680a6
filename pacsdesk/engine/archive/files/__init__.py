"""What lies on the disk: objects, what is written beside them, how they are put in place, and what the disk answers.

Belongs here: one file or folder at a time. Not here: what rows say of them (index), in which order things happen
(storing).
"""
