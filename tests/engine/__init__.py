"""Tests of the engine, feature by feature."""
