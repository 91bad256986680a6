"""Logs of others without an engine: one that was read, at whatever offset is asked for."""

from dataclasses import replace
from datetime import timedelta

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.logs import LogEvent, LogEventKind, LogFormat, LogOrder, LogTimeline
from tests.support.fake_state import NOW, FakeService

EVENTS = (
    LogEvent(12, NOW - timedelta(hours=1), LogEventKind.REQUEST, "I: Association Received", 1, "CT01", "PACSDESK"),
    LogEvent(40, NOW - timedelta(hours=1), LogEventKind.ACCEPT, "I: Association Accepted", 1, "CT01", "PACSDESK"),
    LogEvent(41, NOW - timedelta(hours=1), LogEventKind.MESSAGE, "I: Sending", 1, "CT01", "PACSDESK", "C-STORE"),
    LogEvent(60, NOW - timedelta(hours=1), LogEventKind.STATUS, "D: DIMSE Status", 1, "CT01", "PACSDESK", "C-STORE", 0),
    LogEvent(61, NOW - timedelta(hours=1), LogEventKind.ABORT, "I: Aborting", 1, "CT01", "PACSDESK"),
)


class FakeLogs(FakeService):
    def open(self) -> str:
        self.site.enter("logs.open")
        return "log-1"

    def read(self, upload_id: str, order: LogOrder) -> LogTimeline:
        self.site.enter("logs.read")
        if not upload_id:
            raise InvalidInput("This is no log that PACSDesk can read.")
        offset = 3600.0 if order.offset_seconds is None else order.offset_seconds
        ours = tuple(reversed([one.summary for one in self.site.past_associations]))
        moved = [replace(one, at=one.at and one.at + timedelta(seconds=offset)) for one in EVENTS]
        known = ours[0].association_id if ours else ""
        return LogTimeline(
            format=LogFormat.DCMTK,
            lines=61,
            is_cut=False,
            has_times=True,
            offset_seconds=offset,
            is_guessed=order.offset_seconds is None,
            matched=1 if known else 0,
            events=tuple(replace(one, association_id=known) for one in moved),
            ours=ours,
        )

    def drop(self, upload_id: str) -> None:
        self.site.enter("logs.drop")
