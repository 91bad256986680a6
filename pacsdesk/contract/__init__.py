"""What engine, desktop and command line agree on: records, services, permissions, events, errors, value types.

Belongs here: names and shapes that cross the link, standard library only. Not here: how anything is done.
"""
