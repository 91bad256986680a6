"""Bytes to requests and back: PDUs, sockets, the state machine of PS3.8, both sides of an association.

Belongs here: PDUs, sockets, state machines. Not here: who may call, what is provided, what is stored.
"""
