"""Stored instances on their way to a peer: the contexts they need, their bytes ahead of the wire, what became of each.

Whoever sends stands on this (retrievals, later routing); what made us send does not belong here.
"""
