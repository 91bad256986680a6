"""The wire, mirrored file by file."""
