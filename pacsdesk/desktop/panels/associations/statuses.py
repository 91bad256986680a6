"""Statuses of DIMSE responses in words: PS3.7 annex C, PS3.4 B.2.3 (storage), C.4.1 to C.4.3 (query, retrieval).

A status that stands alone is in _EXACT; else the first range that it is in says of what kind it is.
"""

from pacsdesk.desktop.kit.translation import marked, translate

_EXACT = {
    0x0000: marked("Associations", "Success"),
    0x0001: marked("Associations", "Some elements were left out"),
    0x0105: marked("Associations", "No such attribute"),
    0x0106: marked("Associations", "Invalid attribute value"),
    0x0107: marked("Associations", "Some attributes are not in its list"),
    0x0110: marked("Associations", "Processing failure"),
    0x0111: marked("Associations", "Duplicate SOP instance"),
    0x0112: marked("Associations", "No such SOP instance"),
    0x0113: marked("Associations", "No such event type"),
    0x0114: marked("Associations", "No such argument"),
    0x0115: marked("Associations", "Invalid argument value"),
    0x0116: marked("Associations", "Attribute value out of range"),
    0x0117: marked("Associations", "Invalid SOP instance"),
    0x0118: marked("Associations", "No such SOP class"),
    0x0119: marked("Associations", "Class and instance contradict each other"),
    0x0120: marked("Associations", "Missing attribute"),
    0x0121: marked("Associations", "Missing attribute value"),
    0x0122: marked("Associations", "SOP class not supported"),
    0x0123: marked("Associations", "No such action"),
    0x0124: marked("Associations", "Not authorized"),
    0x0131: marked("Associations", "Duplicate transaction UID"),
    0x0210: marked("Associations", "Duplicate invocation"),
    0x0211: marked("Associations", "Unrecognized operation"),
    0x0212: marked("Associations", "Mistyped argument"),
    0x0213: marked("Associations", "Resource limitation"),
    0xA701: marked("Associations", "Out of resources: matches could not be counted"),
    0xA702: marked("Associations", "Out of resources: images could not be sent"),
    0xA801: marked("Associations", "Move destination unknown"),
    0xB000: marked("Associations", "Warning: done in part, or elements were changed"),
    0xB006: marked("Associations", "Warning: elements were discarded"),
    0xB007: marked("Associations", "Warning: the dataset does not fit its SOP class"),
    0xFE00: marked("Associations", "Cancelled"),
    0xFF00: marked("Associations", "Pending"),
    0xFF01: marked("Associations", "Pending, with keys that are not supported"),
}
_RANGES = (
    (0xA700, 0xA7FF, marked("Associations", "Out of resources")),
    (0xA900, 0xA9FF, marked("Associations", "The dataset does not fit its SOP class")),
    (0xB000, 0xBFFF, marked("Associations", "Warning")),
    (0xC000, 0xCFFF, marked("Associations", "Could not be understood or processed")),
)
_UNKNOWN = marked("Associations", "A status that the standard does not list")


def status_words(status: int) -> str:
    """What a status means, with its number in hexadecimal as the field writes it."""
    in_range = next((words for first, last, words in _RANGES if first <= status <= last), _UNKNOWN)
    return f"{translate('Associations', _EXACT.get(status, in_range))} ({status:04X})"
