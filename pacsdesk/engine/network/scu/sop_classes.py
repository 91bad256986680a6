"""SOP classes and transfer syntaxes that a peer is asked about, in the order in which people read them; names of all.

A new kind of object that people ask about: its UID in the row of its kind.
"""

from collections.abc import Iterable
from functools import cache

from pydicom._uid_dict import UID_dictionary  # pydicom.uid has no list of its own

from pacsdesk.contract.records.matrices import NamedUid

_STORAGE = "1.2.840.10008.5.1.4.1.1."
_SYNTAX = "1.2.840.10008.1.2"

# the rest of their UIDs below the storage root
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Cross sections", ("2", "2.1", "2.2", "4", "4.1", "4.2", "4.3", "4.4", "128", "130", "20")),
    ("Projections", ("1", "1.1", "1.1.1", "1.2", "1.2.1", "1.3", "12.1", "12.1.1", "12.2", "12.2.1", "13.1.3")),
    ("Ultrasound and light", ("6.1", "3.1", "6.2", "77.1.1", "77.1.2", "77.1.4", "77.1.4.1", "77.1.5.1", "77.1.6")),
    ("Captures and documents", ("7", "7.2", "7.3", "7.4", "104.1", "104.2")),
    ("Reports and marks", ("88.11", "88.22", "88.33", "88.34", "88.50", "88.59", "88.67", "11.1", "66.4")),
    ("Radiotherapy", ("481.1", "481.2", "481.3", "481.5", "481.8")),
    ("Signals and raw data", ("9.1.1", "9.1.2", "66", "66.1")),
)
_SYNTAX_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Uncompressed", ("", ".1", ".1.99", ".2")),
    ("Lossless", (".4.57", ".4.70", ".4.80", ".4.90", ".5", ".4.201")),
    ("Lossy", (".4.50", ".4.51", ".4.81", ".4.91", ".4.203")),
    ("Video", (".4.100", ".4.102")),
)
SOP_CLASSES = tuple(_STORAGE + rest for _, several in _KINDS for rest in several)
TRANSFER_SYNTAXES = tuple(_SYNTAX + rest for _, several in _SYNTAX_KINDS for rest in several)

_KIND_OF = {
    **{_STORAGE + rest: kind for kind, several in _KINDS for rest in several},
    **{_SYNTAX + rest: kind for kind, several in _SYNTAX_KINDS for rest in several},
}
_OTHER = "Others"
_SHORTER = {
    "1.2.840.10008.1.2.4.70": "JPEG Lossless",
    "1.2.840.10008.1.2.4.57": "JPEG Lossless (Process 14)",
    "1.2.840.10008.1.2.4.50": "JPEG Baseline",
    "1.2.840.10008.1.2.4.51": "JPEG Extended",
    "1.2.840.10008.1.2.4.80": "JPEG-LS Lossless",
    "1.2.840.10008.1.2.4.81": "JPEG-LS Near-lossless",
    "1.2.840.10008.1.2.4.90": "JPEG 2000 Lossless",
    "1.2.840.10008.1.2.4.91": "JPEG 2000",
    "1.2.840.10008.1.2.4.100": "MPEG2",
    "1.2.840.10008.1.2.4.102": "MPEG-4 AVC/H.264",
    "1.2.840.10008.1.2.4.201": "HTJ2K Lossless",
    "1.2.840.10008.1.2.4.203": "HTJ2K",
    "1.2.840.10008.1.2": "Implicit VR Little Endian",
}


@cache
def name_of(uid: str) -> str:
    """Its name in the standard, without what all of them have in common; "" for one that is not listed."""
    entry = UID_dictionary.get(uid)
    return _SHORTER.get(uid) or (entry[0].replace(" Storage", "") if entry else "")


def named(uids: Iterable[str]) -> tuple[NamedUid, ...]:
    """Each with its name and kind."""
    return tuple(NamedUid(uid, name_of(uid), _KIND_OF.get(uid, _OTHER)) for uid in uids)
