"""The registry of our own further AE titles: each under one title, listeners in step with what is entered."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import delete, insert, update

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.events import AesChanged
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.remarks import EntryRemarks, OwnAEDraft, Remark
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.listeners import Listeners
from pacsdesk.engine.network.registry.ae_rows import ae_of_row, entered_aes, values_of_ae
from pacsdesk.engine.network.registry.entries import check_titles_free
from pacsdesk.engine.network.registry.lint import Around, draft_of_ae, lint_ae
from pacsdesk.engine.network.registry.versions import Stamp, note_change
from pacsdesk.engine.network.tables import OwnAERow
from pacsdesk.engine.runtime.clock import Clock, now
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus


class OwnAEs:
    """Implements contract.services.aes. One change at a time: an entry stands once its listener does."""

    def __init__(
        self,
        database: Database,
        events: EventBus,
        listeners: Listeners,
        main: AETitle,
        around: Callable[[], Around],
        clock: Clock = now,
    ) -> None:
        """main: the title of the settings, which no entry may have. around: what the lint compares with."""
        self._around = around
        self._clock = clock
        self._database = database
        self._events = events
        self._listeners = listeners
        self.main = main
        self.changing = Lock()

    def list(self, actor: Actor) -> tuple[OwnAE, ...]:
        """All further titles in order."""
        return entered_aes(self._database)

    def get(self, actor: Actor, name: str) -> OwnAE:
        """One of them. Raises NotFound."""
        return _named(entered_aes(self._database), name)

    def lint(self, actor: Actor, draft: OwnAEDraft) -> tuple[Remark, ...]:
        """What is noticed about a title while it is typed."""
        return lint_ae(draft, self._around())

    def remarks(self, actor: Actor) -> tuple[EntryRemarks, ...]:
        """The further titles about which something is noticed now."""
        around = self._around()
        found = (EntryRemarks(str(ae.ae_title), lint_ae(draft_of_ae(ae), around)) for ae in around.aes)
        return tuple(one for one in found if one.remarks)

    def add(self, actor: Actor, ae: OwnAE, reason: str = "") -> OwnAE:
        """Enter a title. Raises AlreadyExists, InvalidInput, and Refused when its port cannot be had."""
        values = values_of_ae(ae)
        entered = ae_of_row(values)
        with self.changing:
            entries = entered_aes(self._database)
            check_titles_free(entered, entries, self.main)
            with self._listening(entered, (*entries, entered), entries), self._database.write() as connection:
                connection.execute(insert(OwnAERow).values(values))
                note_change(connection, Stamp(actor, self._clock(), reason), None, entered)
        self._events.publish(AesChanged(str(entered.ae_title)))
        return entered

    def change(self, actor: Actor, name: str, ae: OwnAE, reason: str = "") -> OwnAE:
        """Replace an entry. Raises NotFound, AlreadyExists, InvalidInput, Refused."""
        values = values_of_ae(ae)
        entered = ae_of_row(values)
        with self.changing:
            entries = entered_aes(self._database)
            old = _named(entries, name)
            others = tuple(entry for entry in entries if entry != old)
            check_titles_free(entered, others, self.main)
            with self._listening(entered, (*others, entered), entries), self._database.write() as connection:
                connection.execute(update(OwnAERow).where(OwnAERow.ae_title == old.ae_title).values(values))
                note_change(connection, Stamp(actor, self._clock(), reason), old, entered)
        self._events.publish(AesChanged(str(entered.ae_title)))
        return entered

    def remove(self, actor: Actor, name: str, reason: str = "") -> OwnAE:
        """Take a title out. Raises NotFound."""
        with self.changing:
            old = _named(entered_aes(self._database), name)
            with self._database.write() as connection:
                connection.execute(delete(OwnAERow).where(OwnAERow.ae_title == old.ae_title))
                note_change(connection, Stamp(actor, self._clock(), reason), old, None)
            self._listeners.follow(entered_aes(self._database))
        self._events.publish(AesChanged(str(old.ae_title)))
        return old

    @contextmanager
    def _listening(self, entered: OwnAE, entries: tuple[OwnAE, ...], before: tuple[OwnAE, ...]) -> Iterator[None]:
        """Listen for a new entry first, and no more when it cannot be written down."""
        self._listeners.take_on(entered, entries)
        try:
            yield
        except BaseException:
            self._listeners.follow(before)
            raise


def _named(entries: Iterable[OwnAE], name: str) -> OwnAE:
    """By its title; without one that is equal, by one that differs in case alone."""
    wanted = name.strip()
    found = {str(entry.ae_title): entry for entry in entries}
    by_folded = {title.casefold(): entry for title, entry in found.items()}
    entry = found.get(wanted) or by_folded.get(wanted.casefold())
    if entry is None:
        raise NotFound(f"We have no further AE title {name!r}.", "", "`pacsdesk aes list` shows all.")
    return entry
