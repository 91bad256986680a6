"""Objects in the files of an upload batch, as they lie there: for who passes them on without taking them in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO

from pacsdesk.contract.types import SOPClassUID, SOPInstanceUID
from pacsdesk.engine.archive.dataset.keys import read_index_keys
from pacsdesk.engine.archive.matching.retrieval import HeldInstance, Kind
from pacsdesk.engine.archive.transfer.foreign import FileKind, Head, recognise
from pacsdesk.engine.archive.transfer.imports import is_of_the_system
from pacsdesk.engine.archive.transfer.uploads import UploadedFile

_NOT_OBJECTS = {
    FileKind.ZIP: "It is a ZIP: unpack it first.",
    FileKind.DIRECTORY: "",  # a DICOMDIR stands for the files beside it
}


@dataclass(frozen=True, slots=True)
class UploadedObject:
    """A file's object, or why there is none: then a reason. held: without its digest."""

    name: str
    held: HeldInstance | None = None
    reason: str = ""


def objects_in(files: Iterable[UploadedFile]) -> Iterator[UploadedObject]:
    """Each file's object; those of operating systems and directory files are passed over."""
    for file in files:
        if is_of_the_system(file.name):
            continue
        try:
            with file.path.open("rb") as stream:
                found = _object_in(file, stream)
        except OSError as error:
            found = UploadedObject(file.name, reason=f"It cannot be read: {error.strerror}.")
        if found.held or found.reason:
            yield found


def _object_in(file: UploadedFile, stream: IO[bytes]) -> UploadedObject:
    recognised = recognise(Head(stream))
    if recognised.kind is not FileKind.DATASET:
        return UploadedObject(file.name, reason=_NOT_OBJECTS.get(recognised.kind, recognised.reason))
    offset, size = recognised.dataset_offset, file.path.stat().st_size - recognised.dataset_offset
    keys = read_index_keys(partial(_read_behind, stream, offset), size, recognised.transfer_syntax_uid)
    try:
        sop_class_uid, sop_instance_uid = SOPClassUID(keys.sop_class_uid), SOPInstanceUID(keys.sop_instance_uid)
    except ValueError:
        problem = f": {keys.unreadable}" if keys.unreadable else ""
        return UploadedObject(file.name, reason=f"It does not say which instance of which SOP class it is{problem}.")
    kind = Kind(str(sop_class_uid), str(recognised.transfer_syntax_uid), bool(keys.rows))
    return UploadedObject(file.name, HeldInstance(kind, str(sop_instance_uid), file.path, offset, size, ""))


def _read_behind(stream: IO[bytes], offset: int, start: int, length: int) -> bytes:
    stream.seek(offset + start)
    return stream.read(length)
