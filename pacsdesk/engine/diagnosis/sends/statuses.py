"""What the answers to C-STORE mean, in words, and which cause they point to: PS3.4 B.2.3 and PS3.7 annex C as data."""

from dataclasses import dataclass
from enum import StrEnum


class StoreMeaning(StrEnum):
    """What an answer says of the cause. other: listed, and no cause follows. unlisted: not in the standard."""

    STORED = "stored"
    FULL = "full"
    CLASS = "class"
    RIGHTS = "rights"
    OBJECT = "object"
    CHANGED = "changed"
    OTHER = "other"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """words: as a sentence goes on with it ("it has no room")."""

    meaning: StoreMeaning
    words: str


_EXACT: dict[int, StoreStatus] = {
    0x0000: StoreStatus(StoreMeaning.STORED, "stored"),
    0x0001: StoreStatus(StoreMeaning.CHANGED, "it left attributes out"),
    0x0105: StoreStatus(StoreMeaning.OBJECT, "it knows no such attribute"),
    0x0106: StoreStatus(StoreMeaning.OBJECT, "a value is not one that it allows"),
    0x0107: StoreStatus(StoreMeaning.CHANGED, "it passed over attributes"),
    0x0110: StoreStatus(StoreMeaning.OTHER, "it failed to process it, and does not say why"),
    0x0111: StoreStatus(StoreMeaning.OBJECT, "it has another object of this UID already"),
    # PS3.2's template prints 0112 where PS3.7 has 0122
    0x0112: StoreStatus(StoreMeaning.CLASS, "it does not take objects of this SOP class"),
    0x0115: StoreStatus(StoreMeaning.OBJECT, "an argument is not in its range"),
    0x0116: StoreStatus(StoreMeaning.CHANGED, "a value is out of range"),
    0x0117: StoreStatus(StoreMeaning.OBJECT, "the SOP Instance UID breaks the rules for UIDs"),
    0x0118: StoreStatus(StoreMeaning.CLASS, "it knows no such SOP class"),
    0x0119: StoreStatus(StoreMeaning.OBJECT, "the object is of another SOP class than was said"),
    0x0120: StoreStatus(StoreMeaning.OBJECT, "an attribute that it needs is missing"),
    0x0121: StoreStatus(StoreMeaning.OBJECT, "an attribute that it needs has no value"),
    0x0122: StoreStatus(StoreMeaning.CLASS, "it does not take objects of this SOP class"),
    0x0124: StoreStatus(StoreMeaning.RIGHTS, "we are not authorized to store there"),
    0x0210: StoreStatus(StoreMeaning.OTHER, "the message number was used before"),
    0x0211: StoreStatus(StoreMeaning.OTHER, "it does not know this operation"),
    0x0212: StoreStatus(StoreMeaning.OBJECT, "an argument is of a wrong type"),
    0x0213: StoreStatus(StoreMeaning.FULL, "it is out of resources"),
    0x0214: StoreStatus(StoreMeaning.FULL, "it is out of resources"),
    0xB000: StoreStatus(StoreMeaning.CHANGED, "it changed elements of it"),
    0xB006: StoreStatus(StoreMeaning.CHANGED, "it left elements out"),
    0xB007: StoreStatus(StoreMeaning.CHANGED, "it kept it, though it does not fit its SOP class"),
}
_NOT_LISTED = StoreStatus(StoreMeaning.UNLISTED, "it answered with a status that the standard does not have")


def meaning_of_store(status: int) -> StoreStatus:
    """What an answer says; ranges where the standard has ranges."""
    if status in _EXACT:
        return _EXACT[status]
    if status >> 8 == 0xA7:
        return StoreStatus(StoreMeaning.FULL, "it is out of resources: no room, a quota, or a limit of its own")
    if status >> 8 == 0xA9:
        return StoreStatus(StoreMeaning.OBJECT, "the dataset does not fit its SOP class")
    if status >> 12 == 0xC:
        return StoreStatus(StoreMeaning.OBJECT, "it cannot understand the object")
    if status >> 12 == 0xB:
        return StoreStatus(StoreMeaning.CHANGED, "it kept it, with a warning of its own")
    return _NOT_LISTED
