"""Interfaces of the engine, one file per service. A method's permission stands on it; the actor is no parameter.

A new operation: a method here, its implementation (actor first) in the feature's service; the link needs nothing.
A new service: a file here and one field in catalog.py.
"""
