"""Associations that are over, as rows: written a second's worth at a time, the oldest forgotten past a number.

They explain what happened; what must not be lost is in the audit, written before each association is accepted.
"""

import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, Encoder
from sqlalchemy import ColumnElement, delete, func, insert, select

from pacsdesk.contract.errors import InvalidInput, StorageBroken, StorageFull
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationFilter,
    AssociationState,
    AssociationSummary,
)
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.engine.network.journal.tables import AssociationRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.rounds import Rounds

log = logging.getLogger(__name__)

_GATHERED_SECONDS = 1.0
_MOST_WAITING = 10_000  # of those the oldest are given up, when the disk takes none
_PRUNED_EVERY = 500

_ENCODER = Encoder()
_DECODER: "Decoder[AssociationDetail]" = Decoder(AssociationDetail)

_FINE = frozenset({AssociationState.RELEASED, AssociationState.DRAINED, AssociationState.UNREAD})


class PastAssociations:
    """Safe from any thread. Begun once, stopped once."""

    def __init__(self, database: Database, kept: Callable[[], int]) -> None:
        """kept: how many, asked each time that some are forgotten."""
        self._database = database
        self._kept = kept
        self._waiting: deque[AssociationDetail] = deque(maxlen=_MOST_WAITING)
        self._writing = Lock()
        self._since_pruned = _PRUNED_EVERY
        self._rounds = Rounds("association-journal", self._write_gathered, "the journal of associations")

    def start(self) -> None:
        """Write from now on what is added, and what was."""
        self._rounds.start()

    def stop(self, seconds: float) -> None:
        """Write what waits, where something can be written."""
        self._rounds.stop(seconds)
        self._write_if_possible()
        if self._waiting:
            log.warning("%d associations are not in the journal, which cannot be written", len(self._waiting))

    def add(self, detail: AssociationDetail) -> None:
        """One is over; it is written within a second."""
        self._waiting.append(detail)

    def page(self, which: AssociationFilter, page: PageRequest) -> Page[AssociationSummary]:
        """The newest first; without the last ones where nothing can be written. Raises InvalidInput."""
        found = self.details(which, page)
        return Page(tuple(detail.summary for detail in found.items), found.next_key, found.total)

    def details(self, which: AssociationFilter, page: PageRequest) -> Page[AssociationDetail]:
        """The same in full."""
        self._write_if_possible()
        conditions = _conditions(which)
        statement = select(AssociationRow.row_id, AssociationRow.detail).where(*conditions)
        if page.after_key:
            if not page.after_key.isdecimal():
                raise InvalidInput("This is not a key of the journal's pages.", "", "Read the list from its start.")
            statement = statement.where(AssociationRow.row_id < int(page.after_key))
        statement = statement.order_by(AssociationRow.row_id.desc()).offset(page.skip).limit(page.limit + 1)
        counting = select(func.count()).select_from(AssociationRow).where(*conditions)
        with self._database.read() as connection:
            rows = connection.execute(statement).all()
            total = connection.execute(counting).scalar_one() if page.count else None
        shown = rows[: page.limit]
        items = tuple(detail for row in shown if (detail := _decoded(row.detail)))
        return Page(items, str(shown[-1].row_id) if len(rows) > page.limit else "", total)

    def find(self, association_id: str) -> AssociationDetail | None:
        """One of them."""
        self._write_if_possible()
        with self._database.read() as connection:
            found = connection.execute(
                select(AssociationRow.detail).where(AssociationRow.association_id == association_id)
            ).scalar()
        return _decoded(found) if found else None

    def _write_gathered(self) -> float:
        """The work of a round; nobody wakes it, so that what ends within a second is one transaction."""
        self._write()
        return _GATHERED_SECONDS

    def _write_if_possible(self) -> None:
        with suppress(StorageFull, StorageBroken):
            self._write()

    def _write(self) -> None:
        """Write what waits. Raises StorageFull, StorageBroken; then it waits on."""
        with self._writing:
            details = tuple(self._waiting)
            if not details:
                return
            with self._database.write() as connection:
                connection.execute(insert(AssociationRow), [_row(detail) for detail in details])
                self._since_pruned += len(details)
                if self._since_pruned >= _PRUNED_EVERY:
                    newest = select(func.max(AssociationRow.row_id)).scalar_subquery()
                    connection.execute(delete(AssociationRow).where(AssociationRow.row_id <= newest - self._kept()))
                    self._since_pruned = 0
            for _ in details:
                self._waiting.popleft()


def _row(detail: AssociationDetail) -> dict[str, object]:
    summary = detail.summary
    said = (
        summary.calling_ae_title,
        summary.called_ae_title,
        summary.address,
        summary.peer_name,
        summary.problem,
        summary.state,
        summary.called_address,
    )
    return {
        "association_id": summary.association_id,
        "direction": summary.direction,
        "began_at": summary.began_at.replace(tzinfo=None),
        "is_failed": summary.state not in _FINE or summary.failures > 0,
        "search_text": "\n".join(said).casefold(),
        "detail": _ENCODER.encode(detail),
        "through": summary.through,
    }


def _conditions(which: AssociationFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        AssociationRow.search_text.contains(word, autoescape=True) for word in which.text.casefold().split()
    ]
    if which.only_failed:
        conditions.append(AssociationRow.is_failed.is_(True))
    if which.direction:
        conditions.append(AssociationRow.direction == which.direction)
    if which.through:
        conditions.append(AssociationRow.through == which.through)
    if which.since:
        conditions.append(AssociationRow.began_at >= which.since.replace(tzinfo=None))
    if which.until:
        conditions.append(AssociationRow.began_at < which.until.replace(tzinfo=None))
    return conditions


def _decoded(detail: bytes) -> AssociationDetail | None:
    try:
        return _DECODER.decode(detail)
    except (MsgspecError, ValueError) as error:  # of another version, perhaps
        log.error("an entry of the journal cannot be read: %s", error)
        return None
