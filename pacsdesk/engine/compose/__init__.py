"""The one composition root: settings in, services out; the only place that constructs services.

Read engine.py first, top down. A new service of the contract: constructed in the file of its feature and named in
engine.py.
"""
