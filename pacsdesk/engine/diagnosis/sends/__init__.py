"""Sends to peers: planned before, told one by one, explained after; and what peers accept."""
