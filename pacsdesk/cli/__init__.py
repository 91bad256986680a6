"""The command line: one file per noun, every command listed in catalog.py, --json everywhere."""
