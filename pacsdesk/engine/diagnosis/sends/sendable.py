"""What an order to send is of: instances of the archive, objects in uploaded files, or the test object."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from uuid import UUID

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.jobs import JobProblem
from pacsdesk.contract.records.sends import SendOrder, TestObjectUids
from pacsdesk.contract.types import QueryLevel
from pacsdesk.engine.archive.matching.keys import UNIQUE_KEYS
from pacsdesk.engine.archive.matching.retrieval import HeldInstance, Kind, Retriever, Wanted
from pacsdesk.engine.archive.transfer.uploaded_objects import objects_in
from pacsdesk.engine.archive.transfer.uploads import UploadBatches
from pacsdesk.engine.diagnosis.sends.invented_object import invented_object
from pacsdesk.engine.network.sending.gathered import Files, Together
from pacsdesk.engine.network.sending.reading import Selected
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.paths import DataFolder

_MOST_LEFT_OUT = 1000


@dataclass(frozen=True, slots=True)
class Measured:
    """Instances of one kind. size_bytes: of their datasets, as they lie here."""

    kind: Kind
    count: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Sendable:
    """What is to be sent. names: of files, by SOP instance UID. left_out: the first of what is no object, with its
    number."""

    selection: Selected
    number: int
    batch_id: str = ""
    names: dict[str, str] | None = None
    left_out: tuple[JobProblem, ...] = ()
    number_left_out: int = 0
    test_object: TestObjectUids | None = None

    def measured(self) -> tuple[Measured, ...]:
        """Number and size of each kind."""
        counts: dict[Kind, list[int]] = {kind: [0, 0] for kind in self.selection.kinds}
        for one in self.selection.instances(frozenset(self.selection.kinds)):
            if one is not None:
                counts[one.kind][0] += 1
                counts[one.kind][1] += one.size_bytes
        return tuple(Measured(kind, *numbers) for kind, numbers in counts.items())


@dataclass(frozen=True, slots=True)
class But:
    """Implements reading.Selected: another without what arrived already, or was deleted meanwhile."""

    whole: Selected
    arrived: Set[str]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Those of the whole."""
        return self.whole.kinds

    @property
    def scratch(self) -> Path:
        """That of the whole."""
        return self.whole.scratch

    def instances(self, kinds: Set[Kind]) -> Iterator[HeldInstance | None]:
        """Those that did not arrive."""
        wanted = self.whole.instances(kinds)
        return (one for one in wanted if one is not None and one.sop_instance_uid not in self.arrived)


class Gathered:
    """Finds what orders are of."""

    def __init__(
        self,
        retriever: Retriever,
        batches: UploadBatches,
        folder: DataFolder,
        clock: Clock,
        new_id: Callable[[], UUID],
    ) -> None:
        self._retriever = retriever
        self._batches = batches
        self._scratch = folder.staging
        self._clock = clock
        self._new_id = new_id

    def of(self, order: SendOrder) -> Sendable:
        """Raises NotFound for what is not held, and for an unknown batch."""
        if order.is_test_object:
            return self._test_object()
        return self._files(order.batch_id) if order.batch_id else self._held(order)

    def _held(self, order: SendOrder) -> Sendable:
        named = chain(
            ((QueryLevel.STUDY, uid) for uid in order.study_instance_uids),
            ((QueryLevel.SERIES, uid) for uid in order.series_instance_uids),
            ((QueryLevel.IMAGE, uid) for uid in order.sop_instance_uids),
        )
        parts = []
        for level, uid in dict.fromkeys(named):
            part = self._retriever.select(Wanted(level, ((UNIQUE_KEYS[level], frozenset((str(uid),))),)))
            if not len(part):
                raise NotFound(f"This archive holds no {_LEVELS[level]} {uid}.", "", "Choose it anew from the list.")
            parts.append(part)
        return Sendable(Together(tuple(parts), self._scratch), sum(map(len, parts)))

    def _files(self, batch_id: str) -> Sendable:
        objects: dict[str, HeldInstance] = {}
        names: dict[str, str] = {}
        left_out: list[JobProblem] = []
        for one in objects_in(self._batches.files(batch_id)):
            if one.held is None:
                left_out.append(JobProblem(one.name, one.reason))
            elif one.held.sop_instance_uid in objects:
                same = names[one.held.sop_instance_uid]
                left_out.append(JobProblem(one.name, f"It holds the same instance as {same}, which is sent."))
            else:
                objects[one.held.sop_instance_uid], names[one.held.sop_instance_uid] = one.held, one.name
        selection = Files(tuple(objects.values()), self._scratch)
        return Sendable(selection, len(objects), batch_id, names, tuple(left_out[:_MOST_LEFT_OUT]), len(left_out))

    def _test_object(self) -> Sendable:
        invented = invented_object(self._clock(), self._new_id)
        batch_id = self._batches.open("Test object")
        writer = self._batches.writer(batch_id, "test-object.dcm")
        writer.write(invented.content)
        writer.commit()
        found = self._files(batch_id)
        return Sendable(found.selection, found.number, batch_id, found.names, test_object=invented.uids)


_LEVELS = {QueryLevel.STUDY: "study", QueryLevel.SERIES: "series", QueryLevel.IMAGE: "instance"}
