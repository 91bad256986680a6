"""The window around the panels: navigation, header, palette, job tray, notices, sign-in, and catalog.py (PANELS)."""
