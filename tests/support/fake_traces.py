"""Traces in memory: a test puts lines and decoded PDUs into the service."""

from dataclasses import replace
from datetime import timedelta

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.traces import (
    DecodedPdu,
    Trace,
    TracedPdu,
    TraceEnd,
    TraceFilter,
    TraceSource,
)
from tests.support.fake_state import NOW, FakeService, SiteState, page_of


class FakeTraces(FakeService):
    def __init__(self, site: SiteState) -> None:
        super().__init__(site)
        self.traces: dict[str, Trace] = {}
        self.lines: dict[str, list[TracedPdu]] = {}
        self.decoded: dict[tuple[str, int], DecodedPdu] = {}

    def start(self, name: str = "", address: str = "", seconds: int = 600) -> Trace:
        self.site.enter("traces.start")
        return self._add(name, address, seconds, is_masked=True)

    def start_unmasked(self, name: str = "", address: str = "", seconds: int = 600) -> Trace:
        self.site.enter("traces.start_unmasked")
        return self._add(name, address, seconds, is_masked=False)

    def stop(self, trace_id: str) -> Trace:
        self.site.enter("traces.stop")
        self.traces[trace_id] = replace(self._get(trace_id), ended_at=NOW, ended_by=TraceEnd.ASKED)
        return self.traces[trace_id]

    def list(self) -> tuple[Trace, ...]:
        self.site.enter("traces.list")
        return tuple(sorted(self.traces.values(), key=lambda one: one.began_at, reverse=True))

    def pdus(self, trace_id: str, which: TraceFilter, page: PageRequest) -> Page[TracedPdu]:
        self.site.enter("traces.pdus")
        self._get(trace_id)
        words = which.text.casefold().split()
        lines = [
            one
            for one in self.lines.get(trace_id, [])
            if which.association in (0, one.association)
            and which.kind in (None, one.kind)
            and all(word in f"{one.kind} {one.summary}".casefold() for word in words)
        ]
        return page_of(lines, page)

    def pdu(self, trace_id: str, number: int) -> DecodedPdu:
        self.site.enter("traces.pdu")
        if (trace_id, number) not in self.decoded:
            raise NotFound("There is no such line.")
        return self.decoded[trace_id, number]

    def remove(self, trace_id: str) -> None:
        self.site.enter("traces.remove")
        self._get(trace_id)
        del self.traces[trace_id]

    def _add(self, name: str, address: str, seconds: int, is_masked: bool) -> Trace:
        number = len(self.traces) + 1
        trace = Trace(
            trace_id=f"{number:032x}",
            source=TraceSource.PEER if name else TraceSource.ADDRESS,
            of=name or address,
            is_masked=is_masked,
            began_at=NOW + timedelta(seconds=number),
            ends_at=NOW + timedelta(seconds=number + seconds),
            ended_at=None,
            ended_by=None,
            associations=0,
            pdus=0,
            size_bytes=300,
        )
        self.traces[trace.trace_id] = trace
        return trace

    def _get(self, trace_id: str) -> Trace:
        if trace_id not in self.traces:
            raise NotFound("There is no such trace.")
        return self.traces[trace_id]
