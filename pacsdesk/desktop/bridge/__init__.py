"""The only door between worker threads and widgets: calls that run elsewhere and answer here, events as signals."""
