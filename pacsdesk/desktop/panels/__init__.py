"""One folder per panel, each a slice of its own; panels do not know each other and meet only in the shell."""
