"""Tests of the faulty peers: each shows on the wire what it says, seen by another program's caller than ours."""
