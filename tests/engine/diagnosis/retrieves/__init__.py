"""Retrievals from faulty and healthy peers, in a site that listens."""
