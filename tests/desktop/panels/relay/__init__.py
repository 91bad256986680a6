"""The Trace and relay panel over a site in memory."""
