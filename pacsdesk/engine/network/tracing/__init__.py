"""Traces of the wire: what passes is followed, masked, written to a file and read again.

Belongs here: following a connection from outside, the file's format, decoding for people. Not here: anything that
speaks; relays and sinks have packages of their own.
"""
