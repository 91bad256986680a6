"""Retrievals from peers: the ledger of what was claimed and what landed, and a failed move taken apart."""
