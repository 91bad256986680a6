"""Entries of the registry as rows, texts and files, and what became of them; who calls is peers.py's to say."""
