"""Faulty DICOM peers on real sockets of the loopback, for a classroom and for tests: each healthy but for one thing.

What belongs here: what a stranger's device does wrong, and one peer that does all of it right. Not here: how a fault is
found (engine/diagnosis), which must never know these peers.
"""
