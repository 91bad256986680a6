"""What features stand on: database, jobs, events, settings, paths, clock, logs, platform. It knows no feature."""
