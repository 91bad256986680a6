"""Relays over real sockets."""
