"""Tests of the viewer: its logic without a screen, its panel over an engine in memory that holds real files."""
