"""Bytes to requests and back. Today on pynetdicom, which nobody outside this package sees; our own comes in its place.

Belongs here: PDUs, sockets, state machines. Not here: who may call, what is provided, what is stored.
"""
