"""Unpacks a ZIP into a new folder: all of it or nothing, never a file outside, whatever the names in it say."""

import re
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, StorageFull, TooLarge

MAX_ENTRIES = 200_000

# characters and names that some system gives a meaning to; an export of ours has none of them
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError),
    NotImplementedError,  # zipfile's, on a compression that it does not know
)


def unpack(archive: Path, folder: Path) -> None:
    """Make `folder` of the files in the ZIP `archive`.

    Raises AlreadyExists when there is something in the folder's place, InvalidInput for a ZIP that is damaged or whose
    names leave the folder, TooLarge, StorageFull.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AlreadyExists(f"{folder} is there already.", "Nothing was written.", "Choose another name.")
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = _checked(opened, folder)
            folder.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".unpacking-") as beside:
                _write(opened, entries, Path(beside) / "whole")
                if folder.exists():
                    folder.rmdir()
                (Path(beside) / "whole").rename(folder)
    except _DAMAGED as error:
        raise InvalidInput("The ZIP is damaged.", str(error), "Fetch it again.") from error
    except OSError as error:
        raise StorageFull(f"{folder} cannot be written.", error.strerror or "", "Choose another place.") from error


def _checked(opened: zipfile.ZipFile, folder: Path) -> dict[PurePosixPath, zipfile.ZipInfo]:
    """Every file by its place below the folder, once all names and sizes are known to be good."""
    entries = opened.infolist()
    if len(entries) > MAX_ENTRIES:
        raise TooLarge("The ZIP holds too many files.", f"It may hold {MAX_ENTRIES:,}.")
    files: dict[PurePosixPath, zipfile.ZipInfo] = {}
    folded: set[str] = set()
    for entry in entries:
        place = _place(entry.filename)
        if entry.is_dir():
            continue
        if str(place).lower() in folded:
            raise InvalidInput("The ZIP names a file twice.", _shown(entry.filename))
        folded.add(str(place).lower())
        files[place] = entry
    wanted = sum(entry.file_size for entry in files.values())
    if wanted > shutil.disk_usage(_existing(folder)).free:
        raise StorageFull(f"There is not enough room for {folder}.", f"It needs {wanted:,} bytes.", "Make room.")
    return files


def _place(name: str) -> PurePosixPath:
    place = PurePosixPath(name)
    is_safe = (
        bool(place.parts)
        and not place.is_absolute()
        and not _UNSAFE.search(name)
        and not any(part == ".." or part.endswith((".", " ")) or _RESERVED.fullmatch(part) for part in place.parts)
    )
    if not is_safe:
        raise InvalidInput("The ZIP holds a name that leaves its folder or is not safe.", _shown(name))
    return place


def _write(opened: zipfile.ZipFile, files: dict[PurePosixPath, zipfile.ZipInfo], whole: Path) -> None:
    whole.mkdir()
    for place, entry in files.items():
        target = whole.joinpath(*place.parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        # what the directory calls a link is written as the file that it is here
        with opened.open(entry) as source, target.open("xb") as written:
            shutil.copyfileobj(source, written, 1 << 20)


def _existing(folder: Path) -> Path:
    return next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())


def _shown(name: str) -> str:
    return ascii(name)[:200]
