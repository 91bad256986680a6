"""Logs of others beside our journal: the upload, the clock, the same time on both sides."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.associations import AssociationFilter, AssociationSummary
from pacsdesk.contract.records.logs import LogEvent, LogOrder, LogTimeline
from pacsdesk.contract.records.paging import MAX_PAGE, PageRequest
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.archive.transfer.uploads import UploadBatches
from pacsdesk.engine.diagnosis.logs.matching import associations_of, guess_offset, match
from pacsdesk.engine.diagnosis.logs.reading import read_log
from pacsdesk.engine.network.journal.service import AssociationsServiceImplementation
from pacsdesk.engine.runtime.clock import Clock

_AROUND = timedelta(hours=24)  # a clock may be in another zone
_MOST_OURS = 4 * MAX_PAGE
_MARGIN = timedelta(minutes=1)


class Logs:
    """Implements contract.services.logs."""

    def __init__(
        self,
        uploads: UploadBatches,
        journal: AssociationsServiceImplementation,
        clock: Clock,
        zone_seconds: Callable[[datetime], float],
    ) -> None:
        """uploads: a file each. zone_seconds: how far this computer's time of day is ahead of UTC at a moment."""
        self._uploads = uploads
        self._journal = journal
        self._clock = clock
        self._zone_seconds = zone_seconds

    def open(self, actor: Actor) -> str:
        """A place for one file."""
        return self._uploads.open("log")

    def drop(self, actor: Actor, upload_id: str) -> None:
        """Remove it."""
        self._uploads.drop(upload_id)

    def read(self, actor: Actor, upload_id: str, order: LogOrder) -> LogTimeline:
        """Its events beside ours."""
        try:
            file = next(iter(self._uploads.files(upload_id)), None)
        except NotFound:
            file = None
        if file is None:
            raise NotFound(
                "This log is not there.", "It was removed after some minutes, or never came.", "Open it again."
            )
        chosen = self._journal.get(actor, order.association_id).summary if order.association_id else None
        now = self._clock()
        with file.path.open("rb") as stream:
            form, story = read_log(stream, (chosen.began_at if chosen else now).date())
        events, theirs = story.events, associations_of(story.events)
        times = [event.at for event in events if event.at]
        usual = 0.0 if story.is_zoned or not times else -self._zone_seconds(times[-1])
        ours = (chosen,) if chosen else self._ours(actor, times, now)
        if order.offset_seconds is not None or not times:
            offset, is_guessed = order.offset_seconds or 0.0, False
        else:
            offset, number = guess_offset(theirs, ours, usual)
            is_guessed = number > 0
        moved = [_moved(event, offset) for event in events]
        shown = self._beside(actor, moved) or ours
        same = match(theirs, shown, offset)
        return LogTimeline(
            format=form,
            lines=story.lines,
            is_cut=story.is_cut,
            has_times=bool(times),
            offset_seconds=offset,
            is_guessed=is_guessed,
            matched=len(same),
            events=tuple(replace(event, association_id=same.get(event.association, "")) for event in moved),
            ours=tuple(sorted(shown, key=lambda one: one.began_at)),
        )

    def _ours(self, actor: Actor, times: Sequence[datetime], now: datetime) -> tuple[AssociationSummary, ...]:
        """Those of about the same time, whatever zone the other clock has; the last ones for a log without times."""
        if not times:
            return self._past(actor, AssociationFilter())
        return self._past(actor, AssociationFilter(since=min(times) - _AROUND, until=max(times) + _AROUND))

    def _beside(self, actor: Actor, events: Sequence[LogEvent]) -> tuple[AssociationSummary, ...]:
        times = [event.at for event in events if event.at]
        if not times:
            return ()
        return self._past(actor, AssociationFilter(since=min(times) - _MARGIN, until=max(times) + _MARGIN))

    def _past(self, actor: Actor, which: AssociationFilter) -> tuple[AssociationSummary, ...]:
        found: list[AssociationSummary] = []
        key = ""
        while len(found) < _MOST_OURS:
            page = self._journal.past(actor, which, PageRequest(after_key=key, limit=MAX_PAGE))
            found += page.items
            key = page.next_key
            if not key:
                break
        return tuple(found)


def _moved(event: LogEvent, offset: float) -> LogEvent:
    if event.at is None:
        return event
    try:
        return replace(event, at=event.at + timedelta(seconds=offset))
    except OverflowError:  # at the end of time
        return replace(event, at=None)
