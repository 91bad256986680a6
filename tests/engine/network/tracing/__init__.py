"""Following, masking, recording and reading what passes on the wire."""
