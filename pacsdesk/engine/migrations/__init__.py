"""The database's shape over time: one revision per change, run at start after a safety copy."""
