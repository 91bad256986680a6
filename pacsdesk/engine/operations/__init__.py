"""The engine seen as a thing that runs: its state, its room, how it is stopped. Later: heartbeat, alerts, forecast."""
