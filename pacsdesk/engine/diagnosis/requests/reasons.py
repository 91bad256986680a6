"""What the answers to storage commitment and to performed steps mean, in words: tables of the standard."""

from collections.abc import Mapping
from types import MappingProxyType

# Failure Reason (0008,1197), PS3.3 C.14.1.1; 0214 and 0124 stand in PS3.2's template where others have 0213 and 0122
_FAILURES: Mapping[int, str] = MappingProxyType(
    {
        0x0110: "it failed to process it, and does not say why",
        0x0112: "it has no such object: it never arrived, or was deleted",
        0x0119: "it has it under another SOP class",
        0x0122: "it does not keep objects of this SOP class for good",
        0x0124: "it does not keep it for us: not authorized, or a SOP class that it does not keep",
        0x0131: "the transaction UID was used before",
        0x0213: "it has no room to keep it for good",
        0x0214: "it has no room to keep it for good",
        0: "it gives no reason",
    }
)

# PS3.7 annex C; PS3.2's template prints 0112 and 0214 where PS3.7 has 0122 and 0124
_STATUSES: Mapping[int, str] = MappingProxyType(
    {
        0x0105: "it knows no such attribute",
        0x0106: "a value is not one that it allows",
        0x0110: "it failed to process it",
        0x0111: "it has an instance of this UID already",
        0x0112: "it knows no instance of this UID",
        0x0115: "what was said is not in its range",
        0x0116: "a value is out of range",
        0x0117: "the UID breaks the rules for UIDs",
        0x0118: "it knows no such SOP class",
        0x0119: "the instance is of another SOP class",
        0x0120: "an attribute that it needs is missing",
        0x0121: "an attribute that it needs has no value",
        0x0122: "it does not support this SOP class",
        0x0123: "it knows no such action",
        0x0124: "we are not authorized",
        0x0210: "the message number was used before",
        0x0211: "it does not know this operation",
        0x0212: "an argument is of a wrong type",
        0x0213: "it is out of resources",
        0x0214: "it is out of resources, or we are not authorized",
    }
)


def meaning_of_failure(reason: int) -> str:
    """Why an instance is not committed."""
    return _FAILURES.get(reason, "a reason that no standard lists")


def meaning_of_refusal(status: int) -> str:
    """What a failure status of an N-ACTION, N-CREATE or N-SET says."""
    return _STATUSES.get(status, "a status that no standard lists")
