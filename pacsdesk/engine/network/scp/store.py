"""Storage (PS3.4 annex B): which classes and transfer syntaxes are taken. How one object comes is in storage.py."""

from collections.abc import Mapping
from types import MappingProxyType

from pydicom import uid as standard

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import SOPClassUID
from pacsdesk.engine.network.association import OpenAssociation
from pacsdesk.engine.network.command import C_STORE_RQ, Command
from pacsdesk.engine.network.provided import AcceptedContext, Exchange
from pacsdesk.engine.network.storage import TakesObjects, begin_storing
from pacsdesk.engine.runtime.clock import Clock

# SOP classes that say Storage in their name and are not stored by C-STORE: storage commitment, and DICOMDIR (PS3.10)
_NOT_STORED = frozenset(
    {
        "1.2.840.10008.1.3.10",
        "1.2.840.10008.1.20.1",
        "1.2.840.10008.1.20.2",
    }
)

# storage classes of the standard that are younger than pydicom's dictionary; each can go when the dictionary has it
YOUNGER_SOP_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "1.2.840.10008.5.1.4.1.1.9.100.1": "Waveform Presentation State Storage",
        "1.2.840.10008.5.1.4.1.1.9.100.2": "Waveform Acquisition Presentation State Storage",
        "1.2.840.10008.5.1.4.1.1.66.7": "Label Map Segmentation Storage",
        "1.2.840.10008.5.1.4.1.1.66.8": "Height Map Segmentation Storage",
    }
)


class StoreService:
    """Answers C-STORE for every storage SOP class of the standard, retired ones too, in whatever transfer syntax."""

    name = PeerService.STORE
    command_field = C_STORE_RQ

    def __init__(self, archive: TakesObjects, clock: Clock, accept_unknown_sop_classes: bool) -> None:
        """accept_unknown_sop_classes: store private classes too, and those that the standard got later."""
        self._archive = archive
        self._clock = clock
        self._accept_unknown = accept_unknown_sop_classes

    def provides(self, abstract_syntax: str) -> bool:
        """Storage SOP classes, and what nobody knows if that is wanted."""
        if not _is_uid(abstract_syntax):
            return False
        known = standard.UID(abstract_syntax)
        if not known.type:
            return self._accept_unknown or abstract_syntax in YOUNGER_SOP_CLASSES
        return known.type == "SOP Class" and "Storage" in known.name and abstract_syntax not in _NOT_STORED

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """The sender's first that the standard knows, so that others can read it too; else its first."""
        usable = [syntax for syntax in transfer_syntaxes if _is_uid(syntax)]
        known = (syntax for syntax in usable if standard.UID(syntax).is_transfer_syntax)
        return next(known, usable[0] if usable else None)

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Storage sub-classes and digital signatures (PS3.4 B.3.1) are not promised: no answer."""
        return b""

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Begin an object in staging, unless there is no room for one."""
        return begin_storing(self._archive, association, context, command, self._clock)


def _is_uid(text: str) -> bool:
    try:
        SOPClassUID(text)
    except ValueError:
        return False
    return True
