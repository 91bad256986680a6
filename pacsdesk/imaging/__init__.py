"""Pixels made visible: find a frame, decode it, window it, and say what an object is that has none. No Qt, no SQL."""
