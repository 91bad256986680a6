"""Everything that works without a screen: data folder, listeners, jobs. It runs for months with nobody signed in.

Belongs here: features, each a package with its `service.py` as only door. Not here: Qt, HTTP.
"""
