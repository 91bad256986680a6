"""Unpacking: all of a ZIP or nothing, and never a file outside of the folder."""

import zipfile
from pathlib import Path

import pytest

from pacsdesk.contract.errors import AlreadyExists, InvalidInput
from pacsdesk.link.unpacking import unpack
from tests.support.zips import encrypted, zipped


def archive_of(folder: Path, content: bytes) -> Path:
    path = folder / "in.zip"
    path.write_bytes(content)
    return path


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_written(tmp_path: Path) -> None:
    files = {"DICOM/PA0/IM0": b"one", "DICOM/PA0/IM1": b"two", "DICOMDIR": b"three"}
    unpack(archive_of(tmp_path, zipped(files)), tmp_path / "new" / "out")
    assert tree(tmp_path / "new" / "out") == files


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    unpack(archive_of(tmp_path, zipped({"a": b"one"})), tmp_path / "out")
    assert tree(tmp_path / "out") == {"a": b"one"}


@pytest.mark.parametrize("is_folder", [True, False])
def test_what_is_there_is_not_touched(tmp_path: Path, is_folder: bool) -> None:
    kept = tmp_path / "out" / "kept" if is_folder else tmp_path / "out"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(b"kept")
    with pytest.raises(AlreadyExists):
        unpack(archive_of(tmp_path, zipped({"a": b"one"})), tmp_path / "out")
    assert kept.read_bytes() == b"kept"


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "a/../../evil",
        "/evil",
        "C:/evil",
        "C:evil",
        "..\\evil",
        "a\nb",
        "con",
        "a/NUL.txt",
        "a.",
        "a ",
        "..",
        "a:stream",
    ],
)
def test_one_bad_name_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    archive = archive_of(tmp_path, zipped({"good": b"one", name: b"two"}))
    with pytest.raises(InvalidInput):
        unpack(archive, tmp_path / "below" / "out")
    assert tree(tmp_path) == {"in.zip": archive.read_bytes()}


def test_a_name_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        unpack(archive_of(tmp_path, zipped({"a": b"one", "A": b"two"})), tmp_path / "out")


def test_a_link_is_written_as_a_file(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "in.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    unpack(path, tmp_path / "out")
    assert ((tmp_path / "out" / "link").is_symlink(), tree(tmp_path / "out")) == (False, {"link": b"/etc/passwd"})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip",
        zipped({"a": b"b" * 300})[:-30],
        encrypted(zipped({"a": b"b"})),
        zipped({"a": b"b" * 50}, zipfile.ZIP_STORED).replace(b"b" * 50, b"c" * 50),
    ],
)
def test_a_damaged_zip_leaves_nothing(tmp_path: Path, content: bytes) -> None:
    archive = archive_of(tmp_path, content)
    with pytest.raises(InvalidInput):
        unpack(archive, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.zip"]
