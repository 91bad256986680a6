"""Previews of evidence packs, kept for a while in memory, and the ZIPs made of them."""

import platform
import secrets
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from itertools import count
from threading import Lock
from typing import Any, Protocol

from pacsdesk.contract.errors import InvalidInput, NotFound, TooLarge
from pacsdesk.contract.records.associations import AssociationDetail, AssociationFilter
from pacsdesk.contract.records.engine import Listener
from pacsdesk.contract.records.evidence import EvidenceFile, EvidenceOrder, EvidencePreview, EvidenceRecords
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.records.traces import Trace
from pacsdesk.engine.archive.transfer.uploads import UploadBatches
from pacsdesk.engine.diagnosis.evidence_pack.contents import Files, Seen, files_of
from pacsdesk.engine.diagnosis.evidence_pack.pictures import without_extras
from pacsdesk.engine.diagnosis.evidence_pack.redrawing import records_of
from pacsdesk.engine.diagnosis.evidence_pack.replacing import Replacer
from pacsdesk.engine.diagnosis.journal.service import ExplainedAssociations
from pacsdesk.engine.diagnosis.targets import Registry
from pacsdesk.engine.runtime.clock import Clock

_KEPT = 4
_MOST_BYTES = 64 << 20
_MOST_OF_JOURNAL = 200
_MOST_OF_TRACES = 16 << 20
_SHOWN = 20_000  # characters of a file in the preview
_LONGEST_SHIFT = 3650  # days
_PICTURE = ".png"


class TraceBytes(Protocol):
    """A trace's file."""

    size: int

    def read(self, start: int, length: int) -> bytes:
        """A part of it."""
        ...

    def close(self) -> None:
        """Let it go."""
        ...


class MaskedTraces(Protocol):
    """Traces of the wire."""

    def list(self, actor: Actor) -> tuple[Trace, ...]:
        """All, the newest first."""
        ...

    def open_masked(self, trace_id: str) -> TraceBytes:
        """One without patient data."""
        ...


class EvidencePacks:
    """Implements contract.services.evidence."""

    def __init__(
        self,
        journal: ExplainedAssociations,
        registry: Registry,
        listeners: Callable[[], tuple[Listener, ...]],
        traces: MaskedTraces,
        pictures: UploadBatches,
        clock: Clock,
        version: str,
    ) -> None:
        """pictures: uploads of PNGs."""
        self._journal = journal
        self._registry = registry
        self._listeners = listeners
        self._traces = traces
        self._pictures = pictures
        self._clock = clock
        self._version = version
        self._lock = Lock()
        self._previews: OrderedDict[str, _Kept] = OrderedDict()
        self._zips: OrderedDict[str, bytes] = OrderedDict()

    def open_pictures(self, actor: Actor) -> str:
        """A place for pictures."""
        return self._pictures.open("pictures")

    def preview(self, actor: Actor, order: EvidenceOrder) -> EvidencePreview:
        """Put a pack together."""
        if not (order.peer or order.ladder or order.query or order.association_id):
            raise InvalidInput("There is nothing to put together.", "", "Name a peer, an outcome or an association.")
        replacer = Replacer(order.uids, order.dates, _any_shift())
        seen = self._seen(actor, order)
        files = files_of(seen, replacer)
        files.update(self._masked_traces(actor, seen))
        _check_size(files)
        pack_id = secrets.token_hex(16)
        with self._lock:
            self._previews[pack_id] = _Kept(files, replacer.replaced)
            _forget(self._previews)
        return EvidencePreview(pack_id, tuple(map(_shown, files.items())), replacer.replaced)

    def records(self, actor: Actor, pack_id: str) -> EvidenceRecords:
        """What a preview is about, as its files have it."""
        with self._lock:
            return records_of(self._kept(pack_id).files)

    def add_pictures(self, actor: Actor, pack_id: str, picture_id: str) -> EvidencePreview:
        """Take pictures into a preview."""
        taken = [without_extras(picture.path.read_bytes()) for picture in self._pictures.files(picture_id)]
        with self._lock:
            kept = self._kept(pack_id)
            number = sum(name.endswith(_PICTURE) for name in kept.files)
            names = (f"picture-{one:02}{_PICTURE}" for one in count(number + 1))
            files = {**kept.files, **dict(zip(names, taken, strict=False))}
            _check_size(files)
            self._previews[pack_id] = _Kept(files, kept.replaced)
        self._pictures.remove(picture_id)
        return EvidencePreview(pack_id, tuple(map(_shown, files.items())), kept.replaced)

    def pack(self, actor: Actor, pack_id: str, left_out: tuple[str, ...] = ()) -> str:
        """Make the ZIP; answers where it is fetched."""
        with self._lock:
            self._zips[pack_id] = _zipped(self._kept(pack_id).files, frozenset(left_out))
            _forget(self._zips)
        return f"evidence/{pack_id}"

    def open_zip(self, pack_id: str) -> "ZipReader":
        """For the byte route. Raises NotFound."""
        with self._lock:
            content = self._zips.get(pack_id)
        if content is None:
            raise NotFound("This pack is no longer kept.", "", "Put it together anew.")
        return ZipReader(content, f'"{pack_id}-{len(content)}"')

    def _seen(self, actor: Actor, order: EvidenceOrder) -> Seen:
        chosen = self._journal.get(actor, order.association_id) if order.association_id else None
        peer = self._peer(actor, order)
        asked_at = next((one.at for one in (order.ladder, order.query) if one), None)
        at = chosen.summary.began_at if chosen else asked_at or self._clock()
        around = timedelta(minutes=order.minutes)
        which = AssociationFilter(since=at - around, until=at + around)
        name = peer.name if peer else ""
        title = chosen.summary.calling_ae_title if chosen else ""
        found = self._journal.details(actor, which, PageRequest(limit=_MOST_OF_JOURNAL)).items
        return Seen(
            order=order,
            since=at - around,
            until=at + around,
            versions={
                "PACSDesk": f"PACSDesk {self._version}",
                "Python": platform.python_version(),
                "System": f"{platform.system()} {platform.release()} ({platform.machine()})",
            },
            listeners=self._listeners(),
            peer=peer,
            association=chosen,
            findings=self._journal.explain(actor, order.association_id) if chosen else (),
            journal=tuple(one for one in found if _is_of(one, name, title, chosen)),
        )

    def _peer(self, actor: Actor, order: EvidenceOrder) -> Peer | None:
        """An association tells enough when its peer is no longer entered. Raises NotFound where nothing else does."""
        try:
            return self._registry.get(actor, order.peer) if order.peer else None
        except NotFound:
            if not order.association_id:
                raise
            return None

    def _masked_traces(self, actor: Actor, seen: Seen) -> Iterator[tuple[str, bytes]]:
        """Those of the peer and the time, as far as there is room; patient data was replaced as they were recorded."""
        left = _MOST_OF_TRACES
        for trace in self._traces.list(actor) if seen.peer else ():
            is_of_it = trace.is_masked and seen.peer is not None and trace.of == seen.peer.name
            is_of_then = trace.began_at <= seen.until and (trace.ended_at or seen.since) >= seen.since
            if not (is_of_it and is_of_then) or trace.size_bytes > left:
                continue
            reader = self._traces.open_masked(trace.trace_id)
            try:
                content = reader.read(0, min(reader.size, left))
            finally:
                reader.close()
            left -= len(content)
            yield f"trace-{trace.trace_id[:8]}.jsonl", content

    def _kept(self, pack_id: str) -> "_Kept":
        """Raises NotFound. Under the lock."""
        kept = self._previews.get(pack_id)
        if kept is None:
            raise NotFound("This preview is no longer kept.", "", "Put the pack together anew.")
        return kept


@dataclass(frozen=True, slots=True)
class _Kept:
    """A preview. replaced: how many different values were."""

    files: Files
    replaced: int


class ZipReader:
    """Implements link.door.ByteReader."""

    media_type = "application/zip"
    file_name = "evidence.zip"

    def __init__(self, content: bytes, entity_tag: str) -> None:
        self.size = len(content)
        self.entity_tag = entity_tag
        self._content = content

    def read(self, start: int, length: int) -> bytes:
        """A part of it."""
        return self._content[start : start + length]

    def close(self) -> None:
        """Nothing is held."""


def _is_of(one: AssociationDetail, name: str, title: str, chosen: AssociationDetail | None) -> bool:
    summary = one.summary
    if chosen and summary.association_id == chosen.summary.association_id:
        return True
    same_title = bool(title) and title in (summary.calling_ae_title, summary.called_ae_title)
    return (bool(name) and summary.peer_name == name) or same_title


def _check_size(files: Files) -> None:
    if sum(map(len, files.values())) > _MOST_BYTES:
        raise TooLarge("This is too much for a pack.", f"It may have {_MOST_BYTES >> 20} MiB.", "Leave pictures out.")


def _any_shift() -> int:
    return -(1 + secrets.randbelow(_LONGEST_SHIFT))


def _shown(file: tuple[str, bytes]) -> EvidenceFile:
    name, content = file
    text = "" if name.endswith(_PICTURE) else content[: 4 * _SHOWN].decode("utf-8", "replace")[:_SHOWN]
    return EvidenceFile(name, len(content), text)


def _zipped(files: Files, left_out: frozenset[str]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            if name not in left_out:
                target.writestr(
                    zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED
                )  # ZipInfo: no time of this computer
    return made.getvalue()


def _forget(kept: OrderedDict[str, Any]) -> None:  # Any: whatever is kept, of which only the number counts
    while len(kept) > _KEPT:
        kept.popitem(last=False)
