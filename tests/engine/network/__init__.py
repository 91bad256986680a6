"""Tests of the network: rules as plain calls, the wire with real peers on loopback."""
