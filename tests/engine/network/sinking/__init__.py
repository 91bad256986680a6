"""Sinks over real sockets."""
