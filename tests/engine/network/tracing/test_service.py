"""Traces end by themselves, are bounded, and keep patient data from whoever may not see it."""

import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotFound, NotPermitted, Refused, TooLarge
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.traces import TracedKind, TraceEnd, TraceFilter, TraceSource
from pacsdesk.engine.network.tracing.opening import LARGEST_FILE
from pacsdesk.engine.network.tracing.service import MOST_RUNNING, TraceLimits, Traces
from pacsdesk.engine.network.tracing.tapping import TapsOfTraces
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import KNOWN, ListeningSite
from tests.engine.network.tracing.passing import accept_pdu, request_pdu, store_pdus
from tests.support.actors import ANN
from tests.support.datasets import ct_bytes

READER = replace(ANN, permissions=frozenset({Permission.TRACE_VIEW}))
ALL = TraceFilter()


class Tracing:
    """Traces with their taps, and limits that a test sets."""

    def __init__(self, folder: Path, site: ListeningSite) -> None:
        self.file_bytes, self.kept = 1 << 20, 10
        self.taps = TapsOfTraces()
        limits = TraceLimits(lambda: self.file_bytes, lambda: 4096, lambda: self.kept)
        self.folder = folder
        self.traces = Traces(folder, limits, self.taps, site.peers, now, uuid4)

    def call(self, address: str = "192.0.2.1", times: int = 1) -> None:
        """CT01 calls from there and stores."""
        tap = self.taps.of_caller(address)
        if tap is None:
            return
        tap.received(memoryview(request_pdu()))
        tap.sent(accept_pdu())
        for _ in range(times):
            tap.received(memoryview(store_pdus(ct_bytes(PatientName="MUSTER^EVA"))))
        tap.closed()

    def kinds(self, trace_id: str) -> list[TracedKind]:
        return [one.kind for one in self.traces.pdus(READER, trace_id, ALL, PageRequest()).items]


@pytest.fixture
def tracing(site: ListeningSite, tmp_path: Path) -> Iterator[Tracing]:
    site.enter_peer(KNOWN)
    made = Tracing(tmp_path / "traces", site)
    yield made
    made.traces.close()


def eventually(look: Callable[[], object]) -> None:
    deadline = time.monotonic() + 10
    while not look():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_nobody_listens_while_no_trace_runs(tracing: Tracing) -> None:
    assert tracing.taps.of_caller("192.0.2.1") is None
    assert tracing.taps.of_call("192.0.2.1", 104, "CT01", "192.0.2.1") is None


def test_a_peer_is_traced_by_its_title_and_a_stranger_is_not(tracing: Tracing) -> None:
    trace = tracing.traces.start(ANN, name=KNOWN)
    tracing.call()
    stranger = tracing.taps.of_caller("192.0.2.7")
    assert stranger is not None
    stranger.received(memoryview(request_pdu().replace(b"CT01 ", b"CT99 ")))
    assert not stranger.is_recording
    assert tracing.traces.stop(ANN, trace.trace_id).associations == 1


def test_an_address_is_traced_whatever_it_says(tracing: Tracing) -> None:
    trace = tracing.traces.start(ANN, address="192.0.2.9")
    tap = tracing.taps.of_caller("192.0.2.9")
    assert tap is not None
    tap.received(memoryview(b"GET / HTTP/1.1\r\n"))
    tap.closed()
    assert tracing.kinds(trace.trace_id) == [TracedKind.OPENED, TracedKind.OTHER, TracedKind.CLOSED]


def test_a_running_trace_is_read_and_its_file_is_private(tracing: Tracing) -> None:
    trace = tracing.traces.start(ANN, name=KNOWN)
    tracing.call()
    assert tracing.kinds(trace.trace_id)[0] is TracedKind.OPENED
    (path,) = tracing.folder.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert tracing.traces.list(ANN)[0].is_running


def test_it_ends_when_its_file_is_full(tracing: Tracing) -> None:
    tracing.file_bytes = 4096
    trace = tracing.traces.start(ANN, name=KNOWN)
    tracing.call(times=50)
    (ended,) = tracing.traces.list(ANN)
    assert (ended.ended_by, ended.size_bytes < 16384) == (TraceEnd.SIZE, True)
    assert tracing.taps.of_caller("192.0.2.1") is None
    assert ended.trace_id == trace.trace_id


def test_it_ends_when_its_time_is_over(tracing: Tracing) -> None:
    _, running = tracing.traces.begin_fed("PACS", 0.02, is_masked=True)
    eventually(lambda: not running.is_running)
    assert [one.ended_by for one in tracing.traces.list(ANN)] == [TraceEnd.TIME]


def test_no_more_run_than_may(tracing: Tracing) -> None:
    for _ in range(MOST_RUNNING):
        tracing.traces.start(ANN, name=KNOWN)
    with pytest.raises(Refused):
        tracing.traces.start(ANN, name=KNOWN)


def test_the_oldest_make_room(tracing: Tracing) -> None:
    tracing.kept = 3
    for _ in range(5):
        tracing.traces.stop(ANN, tracing.traces.start(ANN, name=KNOWN).trace_id)
    assert len(tracing.traces.list(ANN)) == 3


def test_patient_data_is_for_those_who_may(tracing: Tracing) -> None:
    trace = tracing.traces.start_unmasked(ANN, name=KNOWN)
    tracing.call()
    tracing.traces.stop(ANN, trace.trace_id)
    for read in (lambda: tracing.kinds(trace.trace_id), lambda: tracing.traces.open_masked(trace.trace_id)):
        with pytest.raises(NotPermitted):
            read()
    allowed = replace(ANN, permissions=frozenset({Permission.TRACE_UNMASKED}))
    page = tracing.traces.pdus(allowed, trace.trace_id, TraceFilter(text="end of a dataset"), PageRequest())
    decoded = tracing.traces.pdu(allowed, trace.trace_id, page.items[0].number)
    assert "MUSTER^EVA" in [field.value for field in decoded.fields]


@pytest.mark.parametrize(
    ("name", "address", "seconds"), [("", "", 60), (KNOWN, "192.0.2.1", 60), ("", "10.0.0.0/8", 60), (KNOWN, "", 0)]
)
def test_what_cannot_be_traced_is_refused(tracing: Tracing, name: str, address: str, seconds: int) -> None:
    with pytest.raises(InvalidInput):
        tracing.traces.start(ANN, name, address, seconds)


@pytest.mark.parametrize(
    "content", [b"", b"{}\n", b"GIF89a", b'{"format":"pacsdesk-trace","version":9}\n', b"[" * 100_000 + b"\n"]
)
def test_a_file_that_is_no_trace_is_not_opened(tracing: Tracing, content: bytes) -> None:
    upload = tracing.traces.open_upload(uuid4().hex, "../../evil\n.jsonl")
    upload.write(content)
    with pytest.raises(InvalidInput):
        upload.commit()
    assert list(tracing.folder.iterdir()) == []


def test_a_trace_with_a_broken_line_is_not_opened(tracing: Tracing) -> None:
    trace = tracing.traces.start(ANN, name=KNOWN)
    tracing.call()
    tracing.traces.stop(ANN, trace.trace_id)
    (path,) = tracing.folder.iterdir()
    upload = tracing.traces.open_upload(uuid4().hex, "saved")
    upload.write(path.read_bytes() + b'{"t":1,"a":-5}\n')
    with pytest.raises(InvalidInput):
        upload.commit()


def test_an_upload_is_bounded_and_named_by_an_id(tracing: Tracing) -> None:
    with pytest.raises(NotFound):
        tracing.traces.open_upload("../../etc", "x")
    upload = tracing.traces.open_upload(uuid4().hex, "x")
    with pytest.raises(TooLarge):
        upload.write(bytes(LARGEST_FILE + 1))
    upload.abandon()
    trace = tracing.traces.start(ANN, name=KNOWN)
    with pytest.raises(AlreadyExists):
        tracing.traces.open_upload(trace.trace_id, "x")
    assert trace.source is TraceSource.PEER
