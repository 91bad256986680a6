"""Walks what a person chose for an import or a send, and uploads it: folders in order, never outside of them.

A DICOMDIR stands for the files that it refers to, as far as they lie below its own folder. What is found and not
sent is told to the engine, so that no file is missing from the counts.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from pacsdesk.contract.errors import InvalidInput, PacsDeskError
from pacsdesk.contract.records.jobs import JobProblem
from pacsdesk.contract.types import JobId
from pacsdesk.link.directory_files import is_directory_file, referenced_files

# left behind by operating systems; names that begin with a dot are passed over too
_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "__macosx"})
_DICOMDIR = "dicomdir"
# what is told of files that are not sent fits into one call
_MOST_LISTED = 1000
_LONGEST_NAME = 250


@dataclass(frozen=True, slots=True)
class FileToSend:
    """A file, and what it is called in the import: the way to it from what the person chose.

    problem: why it is not sent; "" when it is.
    """

    source: Path
    name: str
    problem: str = ""


class Transfers(Protocol):
    """What of contract.services.transfer is used here."""

    def open_batch(self, title: str) -> str:
        """A new batch."""
        ...

    def drop_batch(self, batch_id: str) -> None:
        """Remove a batch that is not to be imported."""
        ...

    def start_import(self, batch_id: str, left_out: tuple[JobProblem, ...] = (), number_left_out: int = 0) -> JobId:
        """Begin the import of a batch."""
        ...


class SendingServices(Protocol):
    """What of contract.services.catalog is used here."""

    @property
    def transfer(self) -> Transfers:
        """Files in and out."""
        ...


class SendingClient(Protocol):
    """What of link.client is used here."""

    @property
    def services(self) -> SendingServices:
        """The engine's services."""
        ...

    def upload(self, path: str, file_name: str, source: Path, report: Callable[[int, int], None] | None = None) -> None:
        """Send one file."""
        ...


# hears how many files were sent, of how many, and the name of the next; may raise to stop
SendingReport = Callable[[int, int, str], None]


def files_to_send(paths: Sequence[Path]) -> Iterator[FileToSend]:
    """Every file in what was chosen, each once, folders by name. Raises InvalidInput for a path that is not there.

    Links are not followed below a chosen folder, so a walk ends and stays inside; they are answered with a problem.
    Hidden files and those of the operating system are passed over, unless they were chosen themselves.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _files_of(path):
            if file.source not in seen:
                seen.add(file.source)
                yield file


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A batch with all its files. left_out: the first of what was found and not sent, with its number."""

    batch_id: str
    left_out: tuple[JobProblem, ...]
    number_left_out: int


def upload_files(
    client: SendingClient, title: str, paths: Sequence[Path], report: SendingReport | None = None
) -> Uploaded:
    """Upload every file in `paths` as a batch, which is the caller's to use or to drop.

    Raises InvalidInput when there is no file, and what the client and `report` raise: what was uploaded is removed.
    """
    found = list(files_to_send(paths))
    files = [file for file in found if not file.problem]
    left_out = [JobProblem(file.name[-_LONGEST_NAME:], file.problem) for file in found if file.problem]
    if not found:
        raise InvalidInput(
            "There is nothing to import.", "No file was found in what was chosen.", "Choose other files."
        )
    batch_id = client.services.transfer.open_batch(title)
    with _dropped_on_failure(client, batch_id):
        for done, file in enumerate(files):
            # told within a file too, so that a large one can be stopped
            on_bytes = partial(_tell, report, done, len(files), file.name)
            on_bytes(0, 0)
            client.upload(f"uploads/{batch_id}", file.name, file.source, on_bytes)
        _tell(report, len(files), len(files), "", 0, 0)
    return Uploaded(batch_id, tuple(left_out[:_MOST_LISTED]), len(left_out))


def send_files(client: SendingClient, title: str, paths: Sequence[Path], report: SendingReport | None = None) -> JobId:
    """Upload every file in `paths` and start their import; answers its job.

    Raises InvalidInput when there is no file, and what the client and `report` raise: then nothing is imported, and
    what was uploaded is removed.
    """
    uploaded = upload_files(client, title, paths, report)
    with _dropped_on_failure(client, uploaded.batch_id):
        return client.services.transfer.start_import(uploaded.batch_id, uploaded.left_out, uploaded.number_left_out)


@contextmanager
def _dropped_on_failure(client: SendingClient, batch_id: str) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(PacsDeskError):  # an engine that cannot be reached removes it by itself
            client.services.transfer.drop_batch(batch_id)
        raise


def _tell(report: SendingReport | None, done: int, total: int, name: str, _sent_bytes: int, _all_bytes: int) -> None:
    if report is not None:
        report(done, total, name)


def _files_of(path: Path) -> Iterator[FileToSend]:
    if path.is_dir():
        yield from _below(path, path)
    elif path.is_file() and path.name.lower() == _DICOMDIR:
        yield from _of_directory_file(path)
    elif path.is_file() and is_directory_file(path):
        # saved under another name: it may lie among a person's own files, so the folder is not meant
        yield from _referenced(path) or [FileToSend(path, path.name)]
    elif path.is_file():
        yield FileToSend(path, path.name)
    else:
        raise InvalidInput(f"{path} is not there.", "It is neither a file nor a folder.", "Check the name.")


def _below(folder: Path, chosen: Path) -> Iterator[FileToSend]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise InvalidInput(f"{folder} cannot be read.", error.strerror or "", "Check the folder's rights.") from error
    for entry in entries:
        path = Path(entry.path)
        if _is_of_the_system(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, chosen)
        elif entry.is_file(follow_symlinks=False) or entry.is_symlink():
            name = f"{chosen.name}/{path.relative_to(chosen).as_posix()}"
            yield FileToSend(path, name, _why_not_followed(path) if entry.is_symlink() else "")


def _why_not_followed(link: Path) -> str:
    if not link.exists():
        return "It is a link to something that is not there."
    kind = "folder" if link.is_dir() else "file"
    return f"It is a link to a {kind}, which is not followed: import that {kind} itself."


def _of_directory_file(directory_file: Path) -> Iterator[FileToSend]:
    # when it cannot be read, or its files have other names here, what lies beside it is meant
    yield from _referenced(directory_file) or _below(directory_file.parent, directory_file.parent)


def _referenced(directory_file: Path) -> list[FileToSend]:
    folder = directory_file.parent
    return [
        FileToSend(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
        for path in referenced_files(directory_file)
    ]


def _is_of_the_system(name: str) -> bool:
    return name.startswith(".") or name.lower() in _SYSTEM_NAMES
