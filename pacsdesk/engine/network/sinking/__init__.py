"""Sinks: temporary listeners that accept what is proposed, answer success, and keep nothing."""
