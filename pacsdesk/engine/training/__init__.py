"""The classroom: invented patients and the way back to a site's start. Never a real person's data."""
