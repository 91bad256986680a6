"""Traces as the faces see them: started, stopped, read, removed, opened from a file. Each ends by itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Lock, Timer
from uuid import UUID

from pacsdesk.contract.errors import InvalidInput, NotPermitted, Refused, StorageFull
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.records.traces import DecodedPdu, Trace, TracedPdu, TraceEnd, TraceFilter, TraceSource
from pacsdesk.engine.archive.files.readers import FileReader
from pacsdesk.engine.network.hosts import HostCheck
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.tracing.decoding import decode
from pacsdesk.engine.network.tracing.kept import KeptTraces, trace_of
from pacsdesk.engine.network.tracing.opening import TraceUpload
from pacsdesk.engine.network.tracing.reading import TraceReader
from pacsdesk.engine.network.tracing.running import FED, RunningTrace, Target
from pacsdesk.engine.network.tracing.tapping import TapsOfTraces
from pacsdesk.engine.network.tracing.targets import target_of_address, target_of_peer
from pacsdesk.engine.network.tracing.trace_file import Head
from pacsdesk.engine.runtime.clock import Clock

MOST_RUNNING = 8
LONGEST_SECONDS = 24 * 3600
_MEDIA_TYPE = "application/jsonl"


@dataclass(frozen=True, slots=True)
class TraceLimits:
    """Asked each time. file_bytes: of one trace; dataset_bytes: kept of each dataset; kept: how many traces stay."""

    file_bytes: Callable[[], int]
    dataset_bytes: Callable[[], int]
    kept: Callable[[], int]


@dataclass(slots=True)
class _Live:
    """One that runs. shown: how it was at its start."""

    running: RunningTrace
    shown: Trace
    timer: Timer


class Traces:
    """Implements contract.services.traces; safe from any thread. Relays begin theirs by `begin_fed`."""

    def __init__(
        self,
        folder: Path,
        limits: TraceLimits,
        taps: TapsOfTraces,
        peers: Peers,
        clock: Clock,
        new_id: Callable[[], UUID],
    ) -> None:
        """folder: for their files."""
        self._kept = KeptTraces(folder, limits.kept)
        self._limits = limits
        self._taps = taps
        self._peers = peers
        self._hosts = HostCheck()
        self._clock = clock
        self._new_id = new_id
        self._lock = Lock()
        self._live: dict[str, _Live] = {}
        self._kept.recover()

    def start(self, actor: Actor, name: str = "", address: str = "", seconds: int = 600) -> Trace:
        """With patient data replaced."""
        return self._start(actor, name, address, seconds, is_masked=True)

    def start_unmasked(self, actor: Actor, name: str = "", address: str = "", seconds: int = 600) -> Trace:
        """With patient data."""
        return self._start(actor, name, address, seconds, is_masked=False)

    def stop(self, actor: Actor, trace_id: str) -> Trace:
        """End one that runs."""
        self.end(trace_id, TraceEnd.ASKED)
        return self._get(trace_id)

    def list(self, actor: Actor) -> tuple[Trace, ...]:
        """The newest first."""
        with self._lock:
            live = frozenset(self._live)
        everything = (*map(self._get, live), *self._kept.ended(live))
        return tuple(sorted(everything, key=lambda one: one.began_at, reverse=True))

    def pdus(self, actor: Actor, trace_id: str, which: TraceFilter, page: PageRequest) -> Page[TracedPdu]:
        """Lines in order."""
        return self._reader(actor, trace_id).page(which, page)

    def pdu(self, actor: Actor, trace_id: str, number: int) -> DecodedPdu:
        """One line in full."""
        reader = self._reader(actor, trace_id)
        return decode(reader.pdu(number), tuple(reader.with_context(number)), reader.head.is_masked)

    def remove(self, actor: Actor, trace_id: str) -> None:
        """Delete one that has ended."""
        with self._lock:
            if trace_id in self._live:
                raise Refused("This trace runs.", "", "Stop it, then remove it.")
        self._kept.remove(trace_id)

    def begin_fed(self, of: str, seconds: float, is_masked: bool) -> tuple[str, RunningTrace]:
        """One that a relay feeds; answers its id too. Raises Refused, StorageFull."""
        trace = self._begin(TraceSource.RELAY, of, FED, seconds, is_masked)
        with self._lock:
            return trace.trace_id, self._live[trace.trace_id].running

    def end(self, trace_id: str, why: TraceEnd) -> None:
        """End one; nothing happens to one that does not run."""
        with self._lock:
            live = self._live.get(trace_id)
        if live:
            live.running.end(why)

    def close(self) -> None:
        """End all; with the engine."""
        with self._lock:
            live = list(self._live)
        for trace_id in live:
            self.end(trace_id, TraceEnd.ENGINE)

    def open_masked(self, trace_id: str) -> FileReader:
        """The file of one without patient data, for the byte route. Raises NotFound, NotPermitted."""
        if not self._read(trace_id).head.is_masked:
            raise NotPermitted(
                "This trace holds patient data.",
                f"It needs the permission {Permission.TRACE_UNMASKED}.",
                "Record a masked one, or ask an administrator.",
            )
        return self.open_any(trace_id)

    def open_any(self, trace_id: str) -> FileReader:
        """The file of one, whatever it holds. Raises NotFound."""
        reader = self._read(trace_id)
        path = self._kept.path_of(trace_id)
        return FileReader(path, f"trace-{trace_id}.jsonl", _MEDIA_TYPE, str(reader.pdus))

    def open_upload(self, trace_id: str, file_name: str) -> TraceUpload:
        """A file that is to be read here, under an id that the sender chose. Raises NotFound for what is no id."""
        return TraceUpload(self._kept.path_of(trace_id), file_name, self._make_room)

    def _start(self, actor: Actor, name: str, address: str, seconds: int, is_masked: bool) -> Trace:
        if bool(name.strip()) == bool(address.strip()):
            raise InvalidInput("A trace is of one peer or of one address.", "", "Name the peer, or give the address.")
        if not 1 <= seconds <= LONGEST_SECONDS:
            raise InvalidInput(f"A trace runs for 1 to {LONGEST_SECONDS:,} seconds, not {seconds:,}.")
        if name.strip():
            peer = self._peers.get(actor, name)
            target = target_of_peer(peer, self._peers, self._hosts)
            return self._begin(TraceSource.PEER, peer.name, target, seconds, is_masked)
        host, target = target_of_address(address, self._hosts)
        return self._begin(TraceSource.ADDRESS, host, target, seconds, is_masked)

    def _begin(self, source: TraceSource, of: str, target: Target, seconds: float, is_masked: bool) -> Trace:
        with self._lock:
            if len(self._live) >= MOST_RUNNING:
                raise Refused(f"{MOST_RUNNING} traces run already.", "", "Stop one of them first.")
            self._make_room()
            trace_id = self._new_id().hex
            head = Head(source, of, self._clock(), is_masked, self._limits.dataset_bytes())
            ends_at = head.began_at + timedelta(seconds=seconds)
            timer = Timer(seconds, self.end, (trace_id, TraceEnd.TIME))
            timer.daemon = True
            try:
                running = RunningTrace(
                    self._kept.path_of(trace_id),
                    head,
                    target,
                    self._limits.file_bytes(),
                    lambda why: self._has_ended(trace_id, why),
                )
            except OSError as error:
                raise StorageFull("The trace cannot be written.", str(error.strerror), "Make room.") from error
            shown = Trace(trace_id, source, of, is_masked, head.began_at, ends_at, None, None, 0, 0, running.size)
            self._live[trace_id] = _Live(running, shown, timer)
            timer.start()
        if target is not FED:
            self._taps.add(running)
        return shown

    def _has_ended(self, trace_id: str, why: TraceEnd) -> None:
        with self._lock:
            live = self._live.pop(trace_id, None)
        if live:
            live.timer.cancel()
            self._taps.remove(live.running)

    def _get(self, trace_id: str) -> Trace:
        reader = self._read(trace_id)
        now = trace_of(trace_id, reader.head, self._kept.path_of(trace_id), reader)
        with self._lock:
            live = self._live.get(trace_id)
        return replace(now, ends_at=live.shown.ends_at, ended_at=None, ended_by=None) if live else now

    def _read(self, trace_id: str) -> TraceReader:
        with self._lock:
            live = self._live.get(trace_id)
        if live:
            live.running.flush()
        return self._kept.reader(trace_id)

    def _reader(self, actor: Actor, trace_id: str) -> TraceReader:
        reader = self._read(trace_id)
        if not reader.head.is_masked and Permission.TRACE_UNMASKED not in actor.permissions:
            raise NotPermitted(
                f"{actor.name} may not read this trace: it holds patient data.",
                f"It needs the permission {Permission.TRACE_UNMASKED}.",
                "Ask an administrator for it, or record a masked one.",
            )
        return reader

    def _make_room(self) -> None:
        self._kept.make_room(frozenset(self._live))
