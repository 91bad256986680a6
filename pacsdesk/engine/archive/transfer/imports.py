"""Takes uploaded files into the archive, each through ingest as if it came by network, and says what became of each.

Files are judged by their content; a name only says whether one that is no DICOM was meant to be some and is refused, or
lay beside the images and is passed over. One bad file costs its own line in the report, never the import.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pacsdesk.contract.errors import InvalidInput, JobCancelled, StorageFull, TooLarge
from pacsdesk.contract.records.jobs import JobResult
from pacsdesk.contract.types import AETitle, DimseStatus
from pacsdesk.engine.archive.dataset.filing import Arrival, IdentityUnclear, file_object
from pacsdesk.engine.archive.dataset.keys import read_index_keys
from pacsdesk.engine.archive.files.objects import COPY_CHUNK, StagedObject
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.archive.storing.parallel import side_by_side
from pacsdesk.engine.archive.transfer.foreign import FileKind, Head, Recognised, recognise
from pacsdesk.engine.archive.transfer.import_report import Became, ImportReport, ItemOutcome, LeftOut
from pacsdesk.engine.archive.transfer.unzipping import DAMAGED, entries_of, open_zip
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadedFile, printable_name
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.jobs.work import JobContext, StoppedHalfway

# The source of every imported object. The AE title in a file's own meta information is not taken over: it says who
# wrote the file once, and would show as a device that is alive in the list of sources.
IMPORT_AE_TITLE = AETitle("IMPORT")

# names that promise DICOM
_DICOM_SUFFIXES = frozenset({".dcm", ".dicom", ".dic", ".ima"})
_ZIP_SUFFIXES = frozenset({"", ".zip"})
_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini"})
_APPLE_FOLDER = "__MACOSX/"


@dataclass(frozen=True, slots=True)
class ImportItem:
    """A file to be taken in, open for reading from its start; without a stream it was refused already."""

    name: str
    stream: IO[bytes] | None
    reason: str = ""


class Imports:
    """Runs the imports of uploaded batches."""

    def __init__(
        self,
        ingest: Ingest,
        batches: UploadBatches,
        clock: Clock,
        room_bytes: Callable[[], int],
    ) -> None:
        """room_bytes: how much may be written now without touching the reserve."""
        self._ingest = ingest
        self._batches = batches
        self._clock = clock
        self._room_bytes = room_bytes

    def run(self, context: JobContext, batch_id: str, left_out: LeftOut | None = None) -> JobResult:
        """Take in every file of a sealed batch, then remove the batch, whatever happened. Raises NotFound, StorageFull,
        StorageBroken, StoppedHalfway; what was stored before stays stored."""
        try:
            return self._run(context, batch_id, left_out)
        finally:
            self._batches.remove(batch_id)

    def _run(self, context: JobContext, batch_id: str, left_out: LeftOut | None) -> JobResult:
        files = list(self._batches.files(batch_id))
        report = ImportReport(left_out)

        def take(item: ImportItem) -> None:
            report.add(self._take(item, context))  # here, so that what still ends after a stop is counted

        try:
            context.report(0, len(files))
            with closing(side_by_side(take, self._items(files))) as outcomes:
                for done, _ in enumerate(outcomes, start=1):
                    # a ZIP counts as one file until its entries are seen, so the total grows with what is done
                    context.report(done, max(len(files), done))
        except JobCancelled as error:
            raise StoppedHalfway(report.result_so_far(len(files))) from error
        return report.result()

    def _items(self, files: Iterable[UploadedFile]) -> Iterator[ImportItem]:
        for file in files:
            try:
                stream = file.path.open("rb")
            except OSError as error:
                yield ImportItem(file.name, None, f"It cannot be read: {error.strerror}")
                continue
            if recognise(Head(stream)).kind is FileKind.ZIP and (was_named(file.name) or is_called_a_zip(file.name)):
                stream.close()
                yield from self._zip_items(file)
            else:
                stream.seek(0)
                yield ImportItem(file.name, stream)

    def _zip_items(self, file: UploadedFile) -> Iterator[ImportItem]:
        try:
            with open_zip(file.path, self._room_bytes()) as archive:
                for entry in entries_of(archive):
                    yield ImportItem(printable_name(f"{file.name}/{entry.name}"), entry.stream, entry.reason)
        except InvalidInput as error:
            yield ImportItem(file.name, None, " ".join(filter(None, (error.title, error.detail))))

    def _take(self, item: ImportItem, context: JobContext) -> ItemOutcome:
        if item.stream is None:
            return ItemOutcome(item.name, Became.REFUSED, item.reason)
        with item.stream as stream:
            if is_of_the_system(item.name) and not was_named(item.name):
                return ItemOutcome(item.name, Became.NOT_MEANT)
            try:
                head = Head(stream)
                recognised = recognise(head)
                if recognised.kind is not FileKind.DATASET:
                    return _without_dataset(item.name, recognised)
                arrival = self._arrival(recognised, context)
                staged = self._staged(stream, head, recognised, arrival)
            except DAMAGED as error:
                return ItemOutcome(item.name, Became.REFUSED, f"It cannot be read to its end: {error}")
            except (TooLarge, IdentityUnclear) as error:
                return ItemOutcome(item.name, Became.REFUSED, _sentence(error))
        return self._stored(item.name, arrival, staged)

    def _staged(self, stream: IO[bytes], head: Head, recognised: Recognised, arrival: Arrival) -> StagedObject:
        staged = self._ingest.stage()
        try:
            staged.write(head.rest(recognised.dataset_offset))
            shutil.copyfileobj(stream, staged, COPY_CHUNK)
            # looked at here too: whoever imports still has the file, so it need not go into quarantine
            file_object(read_index_keys(staged.read, staged.size, recognised.transfer_syntax_uid), arrival)
        except BaseException:
            staged.discard()
            raise
        return staged

    def _stored(self, name: str, arrival: Arrival, staged: StagedObject) -> ItemOutcome:
        outcome = self._ingest.store(arrival, staged)
        match outcome.status:
            case DimseStatus.SUCCESS:
                return ItemOutcome(name, Became.STORED if outcome.is_new else Became.ALREADY_THERE)
            case DimseStatus.DATASET_UNREADABLE:
                return ItemOutcome(name, Became.UNREADABLE, outcome.reason)
            case DimseStatus.COERCION_OF_ELEMENTS:
                return ItemOutcome(name, Became.CONFLICT, outcome.reason)
            case DimseStatus.OUT_OF_RESOURCES:
                raise StorageFull(
                    "The import stopped: the archive takes nothing more.",
                    outcome.reason,
                    "`pacsdesk status` says whether it is full or read-only, the log what the disk answered. "
                    "Mend that, then import the same files again; those that are stored already are recognised.",
                )
            case _:
                return ItemOutcome(name, Became.REFUSED, outcome.reason)

    def _arrival(self, recognised: Recognised, context: JobContext) -> Arrival:
        return Arrival(
            sop_class_uid=None,
            sop_instance_uid=None,
            transfer_syntax_uid=recognised.transfer_syntax_uid,
            calling_ae_title=IMPORT_AE_TITLE,
            called_ae_title="",
            address=context.actor.address,
            association_id=f"import-{context.job_id}",
            received_at=self._clock(),
        )


def was_named(name: str) -> bool:
    """Whether a person named this very file, and not a folder or ZIP that it is in."""
    return "/" not in name


def is_called_a_zip(name: str) -> bool:
    """Whether what has the form of a ZIP was packed to be sent; else it is a document or program in that form."""
    return Path(name).suffix.lower() in _ZIP_SUFFIXES


def is_of_the_system(name: str) -> bool:
    """Whether an operating system left this file beside the person's own; such are passed over silently."""
    base = Path(name).name
    return base.startswith(".") or base.lower() in _SYSTEM_NAMES or _APPLE_FOLDER in name


def _without_dataset(name: str, recognised: Recognised) -> ItemOutcome:
    """What becomes of a file that is not even the beginning of an object."""
    if recognised.kind is FileKind.DIRECTORY:
        return ItemOutcome(name, Became.NOT_MEANT)
    if recognised.kind is FileKind.ZIP:
        if is_called_a_zip(name):
            return ItemOutcome(name, Became.REFUSED, "It is a ZIP within a ZIP: unpack the outer one first.")
        return ItemOutcome(
            name, Became.PASSED_OVER, "It has the form of a ZIP and another name: no images are expected."
        )
    suffix = Path(name).suffix.lower()
    is_wanted = was_named(name) or suffix in _DICOM_SUFFIXES
    is_refused = is_wanted or recognised.kind is FileKind.BROKEN
    is_no_zip = suffix == ".zip" and recognised.kind is FileKind.OTHER
    reason = "It is named .zip, but it is no ZIP archive." if is_no_zip else recognised.reason
    return ItemOutcome(name, Became.REFUSED if is_refused else Became.PASSED_OVER, reason)


def _sentence(error: TooLarge | IdentityUnclear) -> str:
    if isinstance(error, TooLarge):
        return f"{error.title} {error.detail}"
    return f"It does not say which instance it is: {error}"
