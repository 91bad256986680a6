"""What the link carries, carried for real: over sockets of the loopback, to a door that is written by hand."""
