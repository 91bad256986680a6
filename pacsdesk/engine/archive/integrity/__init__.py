"""Index against files, when a person asks: comparing both, and making the index anew."""
