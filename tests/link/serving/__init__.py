"""The engine's side of the link in its parts."""
