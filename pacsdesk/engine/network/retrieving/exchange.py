"""One retrieval from its identifier to its last answer; how instances travel is the affair of who makes it."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.types import DimseStatus, ProvidedModel
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.archive.dataset.reading import MAX_SIZE, UnreadableDataset, read_dataset
from pacsdesk.engine.archive.matching.query import IdentifierRefused
from pacsdesk.engine.archive.matching.retrieval import Retriever, Selection, Wanted, wanted_of
from pacsdesk.engine.network.association import AssociationLost, OpenAssociation
from pacsdesk.engine.network.command import Response
from pacsdesk.engine.network.provided import AcceptedContext
from pacsdesk.engine.network.retrieving.progress import Progress
from pacsdesk.engine.network.sending.delivery import Delivered

log = logging.getLogger(__name__)

# so many sub-operations are told one by one, the others no more often than this: callers take longer to read a pending
# answer than we to send half a megabyte, and PS3.4 C.4.2.3.1 leaves their number to us
_TOLD_EACH = 16
_PENDING_SECONDS = 0.05
_OFFERED = bytes([1])  # PS3.4 table C.5-4: relational retrieval, and no conversion to enhanced multi-frame


class Delivery(Protocol):
    """How the instances of one retrieval travel."""

    @property
    def problem(self) -> str:
        """Why the receiver was given up, "" when it was not."""
        ...

    def send(self, selection: Selection) -> Iterator[Delivered]:
        """What became of each; closed when nobody waits any more. Raises AssociationLost when the caller is gone."""
        ...

    def cancel(self) -> None:
        """End soon; from any thread."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A retrieval as it was asked. model: by which its identifier is read."""

    association: OpenAssociation
    context: AcceptedContext
    model: ProvidedModel

    @property
    def is_explicit(self) -> bool:
        """How its identifiers are encoded."""
        return self.context.transfer_syntax == EXPLICIT_LITTLE_ENDIAN

    @property
    def is_relational(self) -> bool:
        """Whether keys of the levels above may be left out (PS3.4 C.4.2.2.2)."""
        return self.context.application_information[:1] == b"\x01"


class Retrieving:
    """Implements provided.Exchange."""

    def __init__(self, retriever: Retriever, delivery: Delivery, asked: Asked) -> None:
        self._retriever = retriever
        self._delivery = delivery
        self._asked = asked
        self._identifier = bytearray()
        self._is_cancelled = False

    def receive(self, fragment: memoryview) -> None:
        """Gather; what goes past the limit is passed over, and the whole is refused when it has come."""
        if len(self._identifier) <= MAX_SIZE:
            self._identifier += fragment

    def finish(self) -> Response | Iterator[Response]:
        """Refuse at once, or send."""
        asked = self._asked
        try:
            identifier = read_dataset(bytes(self._identifier), asked.is_explicit)
            return self._answers(wanted_of(identifier, asked.model, asked.is_relational))
        except IdentifierRefused as refused:
            return self._refusal(DimseStatus.DATASET_DOES_NOT_MATCH, refused.comment, (refused.tag,))
        except UnreadableDataset as error:
            return self._refusal(DimseStatus.CANNOT_UNDERSTAND, f"Identifier: {error}")

    def cancel(self) -> None:
        """Begin no further sub-operation."""
        self._is_cancelled = True
        self._delivery.cancel()

    def abandon(self) -> None:
        """Nothing but memory was taken."""

    def _answers(self, wanted: Wanted) -> Iterator[Response]:
        try:
            selection = self._retriever.select(wanted)
        except PacsDeskError as error:
            yield self._ended(wanted, Response(DimseStatus.MATCHES_NOT_COUNTED, error.title))
            return
        progress = Progress(len(selection), self._asked.is_explicit)
        try:
            yield from self._pending(selection, progress)
        except PacsDeskError as error:
            yield self._ended(wanted, progress.broken_off(DimseStatus.SUB_OPERATIONS_NOT_PERFORMED, error.title))
        except AssociationLost as lost:
            log.warning("association %s: a retrieval broke off: %s", self._asked.association.association_id, lost)
            yield self._ended(wanted, progress.broken_off(DimseStatus.SUB_OPERATIONS_NOT_PERFORMED, str(lost)))
        else:
            final = progress.cancelled() if self._is_cancelled else progress.ended(self._delivery.problem)
            yield self._ended(wanted, final)

    def _pending(self, selection: Selection, progress: Progress) -> Iterator[Response]:
        told_at = 0.0
        for number, delivered in enumerate(self._delivery.send(selection)):
            progress.note(delivered)
            if self._is_cancelled:
                return
            now = time.monotonic()
            if number < _TOLD_EACH or now - told_at > _PENDING_SECONDS:
                told_at = now
                yield progress.pending()

    def _ended(self, wanted: Wanted, final: Response) -> Response:
        association_id, counts = self._asked.association.association_id, final.sub_operations
        log.info("association %s: %s retrieval, then %04X, %s", association_id, wanted.level, final.status, counts)
        return final

    def _refusal(self, status: DimseStatus, comment: str, tags: tuple[int, ...] = ()) -> Response:
        log.warning("association %s: a retrieval is refused: %s", self._asked.association.association_id, comment)
        return Response(status, comment, offending_elements=tags)


def choose_syntax(transfer_syntaxes: tuple[str, ...]) -> str | None:
    """Of identifiers: explicit little endian when it is proposed, since it tells what we do not know; else implicit."""
    ours = (EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN)
    return next((syntax for syntax in ours if syntax in transfer_syntaxes), None)


def negotiate_retrieval(proposed: bytes) -> bytes:
    """Of what is proposed, what we do; each byte is 0 or 1."""
    return bytes(int(wanted == 1 and can) for wanted, can in zip(proposed, _OFFERED, strict=False))
