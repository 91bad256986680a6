"""Asks provided services what they take: every SOP class and transfer syntax of the standard is held out to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydicom._uid_dict import UID_dictionary  # pydicom.uid has no list of its own

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.scp.store import YOUNGER_SOP_CLASSES

# in a range that nobody registers from, so that whoever takes it takes what it does not know
UNKNOWN_UID = "2.25.0"

# PS3.7 table E.1-1
COMMAND_NAMES = {
    0x0001: "C-STORE",
    0x0010: "C-GET",
    0x0020: "C-FIND",
    0x0021: "C-MOVE",
    0x0030: "C-ECHO",
    0x0100: "N-EVENT-REPORT",
    0x0110: "N-GET",
    0x0120: "N-SET",
    0x0130: "N-ACTION",
    0x0140: "N-CREATE",
    0x0150: "N-DELETE",
}
_OFFERED_BYTES = 8  # of application information; more than any service class defines


@dataclass(frozen=True, slots=True)
class NamedUID:
    """A UID with its name in the standard."""

    name: str
    uid: str


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """What a service takes. takes_unknown: SOP classes and transfer syntaxes that are nobody's.

    extended: the application information that it agrees to when all is proposed, b"" for none; of its first class.
    """

    name: PeerService
    command: str
    sop_classes: tuple[NamedUID, ...]
    transfer_syntaxes: tuple[NamedUID, ...]
    takes_unknown_sop_classes: bool
    takes_unknown_transfer_syntaxes: bool
    extended: bytes


def facts_of(services: Sequence[ProvidedService]) -> tuple[ServiceFacts, ...]:
    """Ask them all; the first that provides a SOP class has it, as at an association."""
    theirs: dict[int, list[NamedUID]] = {place: [] for place in range(len(services))}
    for one in _known("SOP Class", "Meta SOP Class"):
        place = next((at for at, service in enumerate(services) if service.provides(one.uid)), None)
        if place is not None:
            theirs[place].append(one)
    return tuple(_facts(service, tuple(theirs[place])) for place, service in enumerate(services))


def name_of(uid: str) -> str:
    """The name of a UID in the standard, the UID itself where it has none."""
    return _name(UID_dictionary[uid]) if uid in UID_dictionary else uid


def _facts(service: ProvidedService, sop_classes: tuple[NamedUID, ...]) -> ServiceFacts:
    everything = bytes([1]) * _OFFERED_BYTES
    return ServiceFacts(
        name=service.name,
        command=COMMAND_NAMES[service.command_field],
        sop_classes=sop_classes,
        transfer_syntaxes=tuple(one for one in _known("Transfer Syntax") if _takes(service, one.uid)),
        takes_unknown_sop_classes=service.provides(UNKNOWN_UID),
        takes_unknown_transfer_syntaxes=_takes(service, UNKNOWN_UID),
        extended=service.negotiate_extended(sop_classes[0].uid, everything) if sop_classes else b"",
    )


def _takes(service: ProvidedService, transfer_syntax: str) -> bool:
    return service.choose((transfer_syntax,)) == transfer_syntax


def _known(*kinds: str) -> Iterable[NamedUID]:
    """The standard's UIDs of these kinds, retired ones too, by name."""
    found = [NamedUID(_name(row), uid) for uid, row in UID_dictionary.items() if row[1] in kinds]
    if "SOP Class" in kinds:
        found += [NamedUID(name, uid) for uid, name in YOUNGER_SOP_CLASSES.items() if uid not in UID_dictionary]
    return sorted(found, key=lambda one: (one.name, one.uid))


def _name(row: Sequence[str]) -> str:
    """A row of the dictionary: name, kind, further information, "Retired" or nothing, keyword."""
    return f"{row[0]} (retired)" if row[3] and "(Retired)" not in row[0] else row[0]
