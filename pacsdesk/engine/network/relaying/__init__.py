"""Relays: temporary listeners that pass connections on to a peer and let people see what passes. Nothing is altered."""
