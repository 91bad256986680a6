"""Names of what stands on the wire as numbers: the standard's words, for whoever reads a trace."""

from pydicom._uid_dict import UID_dictionary  # pydicom.uid has no list of its own
from pydicom.datadict import dictionary_description

from pacsdesk.engine.network import command

_COMMANDS = {
    command.C_STORE_RQ: "C-STORE",
    command.C_GET_RQ: "C-GET",
    command.C_FIND_RQ: "C-FIND",
    command.C_MOVE_RQ: "C-MOVE",
    command.C_ECHO_RQ: "C-ECHO",
    command.N_EVENT_REPORT_RQ: "N-EVENT-REPORT",
    0x0110: "N-GET",
    command.N_SET_RQ: "N-SET",
    command.N_ACTION_RQ: "N-ACTION",
    command.N_CREATE_RQ: "N-CREATE",
    0x0150: "N-DELETE",
    command.C_CANCEL_RQ: "C-CANCEL",
}
_RESPONSE = 0x8000
# PS3.8 table 9-18
_RESULTS = ("accepted", "rejected by the user", "no reason given", "abstract syntax not supported")
_RESULTS_MORE = {4: "transfer syntaxes not supported"}
# PS3.8 table 9-21
_REJECT_RESULTS = {1: "for good", 2: "for now"}
_REJECT_REASONS = {
    (1, 1): "no reason given",
    (1, 2): "application context not supported",
    (1, 3): "calling AE title not recognized",
    (1, 7): "called AE title not recognized",
    (2, 1): "no reason given",
    (2, 2): "protocol version not supported",
    (3, 1): "temporary congestion",
    (3, 2): "local limit exceeded",
}
_REJECT_SOURCES = {1: "the application", 2: "its association control", 3: "its presentation layer"}
# PS3.8 table 9-26
_ABORT_REASONS = {
    0: "no reason given",
    1: "unrecognized PDU",
    2: "unexpected PDU",
    4: "unrecognized PDU parameter",
    5: "unexpected PDU parameter",
    6: "invalid PDU parameter",
}
# PS3.7 annex C, PS3.4 B.2.3 and C.4
_STATUSES = {
    0x0000: "success",
    0x0110: "processing failure",
    0x0112: "no such SOP instance",
    0x0122: "SOP class not supported",
    0x0124: "not authorized",
    0x0211: "unrecognized operation",
    0xA801: "move destination unknown",
    0xB000: "warning",
    0xFE00: "cancelled",
    0xFF00: "pending",
    0xFF01: "pending, some keys not supported",
}
_STATUS_RANGES = ((0xA700, 0xA7FF, "out of resources"), (0xB000, 0xBFFF, "warning"), (0xC000, 0xCFFF, "cannot be done"))


def uid_name(uid: str) -> str:
    """The name of a UID, "" for one that the standard does not list."""
    entry = UID_dictionary.get(uid)
    return str(entry[0]) if entry else ""


def with_name(uid: str) -> str:
    """A UID for reading."""
    name = uid_name(uid)
    return f"{name} ({uid})" if name else uid


def short_name(uid: str) -> str:
    """The name where there is one, else the UID."""
    return uid_name(uid) or uid


def tag_name(tag: int) -> str:
    """The name of an element."""
    if tag >> 16 & 1:
        return "Private creator" if 0x10 <= tag & 0xFFFF <= 0xFF else "Private element"
    try:
        return dictionary_description(tag)
    except KeyError:
        return "Group length" if not tag & 0xFFFF else "Unknown element"


def command_name(field: int) -> str:
    """As "C-STORE-RSP"."""
    name = _COMMANDS.get(field & ~_RESPONSE, f"command {field:04X}")
    return f"{name}-{'RSP' if field & _RESPONSE else 'RQ'}"


def status_name(status: int) -> str:
    """As "0000 success"."""
    ranged = next((name for first, last, name in _STATUS_RANGES if first <= status <= last), "")
    return f"{status:04X} {_STATUSES.get(status, ranged)}".strip()


def result_name(result: int) -> str:
    """Of a presentation context."""
    name = _RESULTS[result] if result < len(_RESULTS) else _RESULTS_MORE.get(result, "a result that is not listed")
    return f"{result} {name}"


def reject_name(result: int, source: int, reason: int) -> str:
    """The numbers of an A-ASSOCIATE-RJ in words."""
    why = _REJECT_REASONS.get((source, reason), f"reason {reason}, which is not listed")
    by = _REJECT_SOURCES.get(source, f"source {source}, which is not listed")
    return f"rejected {_REJECT_RESULTS.get(result, f'with result {result}, which is not listed')} by {by}: {why}"


def abort_name(source: int, reason: int) -> str:
    """The numbers of an A-ABORT in words."""
    if source == 0:
        return "aborted by the application"
    by = "by the upper layer" if source == 2 else f"by source {source}, which is not listed"
    return f"aborted {by}: {_ABORT_REASONS.get(reason, f'reason {reason}, which is not listed')}"
