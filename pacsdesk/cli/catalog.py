"""All commands, in the order in which help shows them.

A new command: a function and a Command in the noun's file, one line here. `pacsdesk call` needs nothing.
"""

from pacsdesk.cli import (
    audit,
    conflicts,
    engine,
    imports,
    jobs,
    peers,
    settings,
    site,
    studies,
    trash,
    users,
)
from pacsdesk.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    site.INIT,
    site.SERVE,
    engine.STATUS,
    engine.STOP,
    engine.CHECK,
    engine.REBUILD,
    engine.RESET,
    engine.CALL,
    peers.ADD,
    peers.LIST,
    peers.SHOW,
    peers.CHANGE,
    peers.REMOVE,
    imports.IMPORT,
    studies.LIST,
    studies.DELETE,
    studies.EXPORT,
    studies.SERIES_LIST,
    studies.INSTANCES_LIST,
    studies.INSTANCES_EXPORT,
    trash.LIST,
    trash.TAKE_BACK,
    conflicts.LIST,
    conflicts.RESOLVE,
    users.LIST,
    users.ADD,
    users.REMOVE,
    jobs.LIST,
    jobs.CANCEL,
    jobs.WAIT,
    settings.LIST,
    settings.GET,
    settings.SET,
    audit.LIST,
)
