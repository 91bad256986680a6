"""All commands, by noun and group, in the order in which help shows them.

A new command: a function and a Command with an example in the noun's file, its name in the noun's line here.
A new noun: its file, a Noun (of a single word: `alone`) in the group where a person would look for it.
"""

from pacsdesk.cli import (
    accepts,
    aes,
    associations,
    audit,
    commit,
    commitments,
    conflicts,
    conformance,
    echo,
    engine,
    evidence,
    faults,
    find,
    get,
    imports,
    jobs,
    logs,
    move,
    mpps,
    peers,
    registry,
    relay,
    send,
    settings,
    sink,
    site,
    studies,
    traces,
    trash,
    users,
    worklist,
)
from pacsdesk.cli.command import Command, Group, Noun, alone

GROUPS: tuple[Group, ...] = (
    Group(
        "site and engine",
        (
            alone(site.INIT),
            alone(site.SERVE),
            alone(engine.STATUS),
            alone(engine.STOP),
            Noun("settings", "How the engine works", (settings.LIST, settings.GET, settings.SET)),
            Noun("jobs", "What the engine is busy with", (jobs.LIST, jobs.WAIT, jobs.CANCEL, jobs.RETRY)),
            Noun("faults", "Faulty peers to learn on", (faults.LIST, faults.START, faults.STOP, faults.REVEAL)),
            alone(engine.RESET),
        ),
    ),
    Group(
        "archive",
        (
            alone(imports.IMPORT),
            Noun("studies", "What the archive holds", (studies.LIST, studies.EXPORT, studies.DELETE)),
            Noun("series", "Series of a study", (studies.SERIES_LIST,)),
            Noun("instances", "Objects of a series", (studies.INSTANCES_LIST, studies.INSTANCES_EXPORT)),
            Noun("trash", "Deleted studies", (trash.LIST, trash.TAKE_BACK)),
            Noun("conflicts", "Two objects under one UID", (conflicts.LIST, conflicts.RESOLVE)),
            alone(engine.CHECK),
            alone(engine.REBUILD),
        ),
    ),
    Group(
        "network",
        (
            Noun(
                "peers",
                "Remote AEs that we know",
                (
                    *(peers.LIST, peers.SHOW, peers.ADD, peers.CHANGE, peers.REMOVE, peers.REFUSED),
                    *(peers.BLOCK, peers.UNBLOCK),
                    *(registry.HISTORY, registry.DIFF, registry.ROLLBACK, registry.EXPORT, registry.IMPORT),
                ),
            ),
            Noun("aes", "Our own further AE titles", (aes.LIST, aes.ADD, aes.CHANGE, aes.REMOVE)),
            Noun(
                "associations",
                "Who is connected, and who was",
                (
                    *(associations.LIST, associations.SHOW, associations.EXPLAIN),
                    *(associations.EXPORT, associations.END),
                ),
            ),
            alone(relay.RELAY),
            alone(sink.SINK),
            Noun(
                "traces",
                "What passed on the wire",
                (
                    *(traces.START, traces.STOP, traces.LIST, traces.SHOW),
                    *(traces.EXPORT, traces.OPEN, traces.REMOVE),
                ),
            ),
            Noun("logs", "Logs of other DICOM programs", (logs.READ,)),
            Noun("evidence", "What was seen of a peer, for its maker", (evidence.PACK,)),
            alone(echo.ECHO),
            alone(find.FIND),
            alone(move.MOVE),
            alone(get.GET),
            alone(send.SEND),
            alone(accepts.ACCEPTS),
            alone(worklist.WORKLIST),
            alone(commit.COMMIT),
            Noun("mpps", "Performed procedure steps, told as a modality does", (mpps.CREATE, mpps.SET)),
            Noun(
                "commitments",
                "What senders asked to be told safe",
                (commitments.LIST, commitments.FAILURES, commitments.RETRY),
            ),
            alone(conformance.SHOW),
        ),
    ),
    Group(
        "people",
        (
            Noun(
                "users",
                "Who may sign in",
                (users.LIST, users.ADD, users.ENABLE, users.DISABLE, users.PASSWORD, users.REMOVE),
            ),
            Noun("audit", "Who did what, and when", (audit.LIST,)),
        ),
    ),
    Group("scripts", (alone(engine.CALL),)),
)

COMMANDS: tuple[Command, ...] = tuple(command for group in GROUPS for noun in group.nouns for command in noun.commands)
