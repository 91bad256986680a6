"""The engine's end of an association that a receiver holds: here is done what must be one for all."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pacsdesk.contract.records.peers import SameUidPolicy
from pacsdesk.contract.types import (
    SeriesInstanceUID,
    SOPClassUID,
    SOPInstanceUID,
    StudyInstanceUID,
    TransferSyntaxUID,
)
from pacsdesk.engine.archive.dataset.filing import Arrival, Filing
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.archive.index.entries import IndexEntry, index_entry
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.network.association import Ending, OpenAssociation, printable_title
from pacsdesk.engine.network.command import C_STORE_RQ, PROCESSING_FAILURE
from pacsdesk.engine.network.journal.book import Traffic
from pacsdesk.engine.network.receiving.messages import (
    Complete,
    Ended,
    FromAssociation,
    Noted,
    OtherEndGone,
    PlaceFree,
    Post,
    Settled,
)
from pacsdesk.engine.network.session import Session

log = logging.getLogger(__name__)

_OBJECT_ID = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class _CompleteElsewhere:
    """Implements intake.CompleteObject: the file is in our staging, its writer in another process."""

    path: Path
    object_id: str

    def flush(self) -> None:
        """Its writer has flushed it."""

    def discard(self) -> None:
        """Remove the file."""
        self.path.unlink(missing_ok=True)


class HeldAssociation:
    """Implements served.HeldElsewhere."""

    def __init__(
        self,
        session: Session,
        post: Post[FromAssociation],
        ingest: Ingest,
        staging: Path,
        ask_to_leave: Callable[[], None],
        has_ended: Callable[[], None],
    ) -> None:
        """has_ended: called when the receiver has let the connection go, or is gone itself."""
        self._session = session
        self._post = post
        self._ingest = ingest
        self._staging = staging
        self._ask_to_leave = ask_to_leave
        self._has_ended = has_ended
        self._is_held = True
        self.traffic = Traffic(0, 0)
        self.complaint = ""

    def attend(self, free_place: Callable[[], None]) -> Ending | None:
        """Settle what the receiver completes, until the association is over; None when the receiver is gone."""
        try:
            while True:
                said = self._post.receive()
                if isinstance(said, Complete):
                    settled = self._settle(said)
                    self._session.tally.add(C_STORE_RQ, settled.status)
                    self.traffic = Traffic(self.traffic.received + said.size_bytes, 0)
                    self._post.send(settled)
                elif isinstance(said, PlaceFree):
                    free_place()
                    self._post.send(Noted())
                elif isinstance(said, Ended):
                    self._session.tally.replace(said.counted)
                    self.traffic, self.complaint = Traffic(said.received, said.sent), said.complaint
                    return Ending(said.ending)
        except (OtherEndGone, ValueError) as gone:
            log.error("association %s: %s", self._session.association.association_id, gone)
            self._let_go()
            return None

    def rest(self) -> None:
        """Wait until the receiver has let the connection go."""
        try:
            while True:
                self._post.receive()
        except OtherEndGone:
            self._let_go()

    def leave(self) -> None:
        """Have it end as soon as nothing is under way."""
        self._ask_to_leave()

    def _let_go(self) -> None:
        self._post.close()
        if self._is_held:
            self._is_held = False
            self._has_ended()

    def _settle(self, complete: Complete) -> Settled:
        """Raises ValueError for what no receiver of ours says."""
        if not _OBJECT_ID.fullmatch(complete.object_id):
            raise ValueError("an object with a strange name")
        path = self._staging / f"{complete.object_id}{SUFFIX}"
        entry = _entry_of(complete, self._session.association)
        try:
            outcome = self._ingest.settle(_CompleteElsewhere(path, complete.object_id), entry)
        except Exception:  # a listener's edge: the peer must get an answer, the log the rest
            log.exception("an object of association %s failed", entry.association_id)
            return Settled(PROCESSING_FAILURE, "The archive failed; its log says more")
        return Settled(outcome.status, outcome.reason)


def _entry_of(complete: Complete, association: OpenAssociation) -> IndexEntry:
    filing = Filing(
        SOPClassUID(complete.sop_class_uid),
        SOPInstanceUID(complete.sop_instance_uid),
        StudyInstanceUID(complete.study_instance_uid),
        SeriesInstanceUID(complete.series_instance_uid),
        complete.unreadable,
    )
    arrival = Arrival(
        sop_class_uid=filing.sop_class_uid,
        sop_instance_uid=filing.sop_instance_uid,
        transfer_syntax_uid=TransferSyntaxUID(complete.transfer_syntax_uid),
        calling_ae_title=printable_title(association.caller.calling_ae_title),
        called_ae_title=association.caller.called_ae_title,
        address=association.caller.address,
        association_id=association.association_id,
        received_at=complete.received_at,
        same_uid=association.peer.same_uid if association.peer else SameUidPolicy.KEEP_FIRST,
    )
    return index_entry(arrival, complete.keys, filing, complete.size_bytes, complete.digest)
