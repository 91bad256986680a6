"""Files that a DICOMDIR names: only what is there and below its folder, whatever the bytes say."""

import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacsdesk.link.directory_files import referenced_files


def file_id(text: str) -> bytes:
    value = text.encode() + b" " * (len(text) % 2)
    return b"\x04\x00\x00\x15CS" + struct.pack("<H", len(value)) + value


def implicit_file_id(text: str) -> bytes:
    value = text.encode() + b" " * (len(text) % 2)
    return b"\x04\x00\x00\x15" + struct.pack("<L", len(value)) + value


def disc(folder: Path, content: bytes) -> Path:
    (folder / "disc" / "DICOM").mkdir(parents=True, exist_ok=True)
    for name in ("IM0", "im1"):
        (folder / "disc" / "DICOM" / name).write_bytes(b"")
    (folder / "secret").write_bytes(b"")
    path = folder / "disc" / "DICOMDIR"
    path.write_bytes(b"\0" * 128 + b"DICM" + content)
    return path


def found(path: Path) -> list[str]:
    return [file.relative_to(path.parent).as_posix() for file in referenced_files(path)]


def test_files_are_found_in_the_order_of_the_directory(tmp_path: Path) -> None:
    assert found(disc(tmp_path, file_id("DICOM\\IM1") + file_id("DICOM\\IM0"))) == ["DICOM/im1", "DICOM/IM0"]


def test_implicit_directories_are_read_too(tmp_path: Path) -> None:
    assert found(disc(tmp_path, implicit_file_id("DICOM\\IM0"))) == ["DICOM/IM0"]


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    assert found(disc(tmp_path, file_id("DICOM\\IM0") * 2)) == ["DICOM/IM0"]


@pytest.mark.parametrize(
    "name", ["..\\secret", "DICOM\\..\\..\\secret", "/secret", "DICOM", "GONE", "", "DICOM\\IM0\\X", "\\\\secret"]
)
def test_nothing_outside_and_nothing_missing_is_found(tmp_path: Path, name: str) -> None:
    assert found(disc(tmp_path, file_id(name))) == []


def test_a_link_that_leads_outside_is_not_found(tmp_path: Path) -> None:
    path = disc(tmp_path, file_id("LINK"))
    (path.parent / "LINK").symlink_to(tmp_path / "secret")
    assert found(path) == []


def test_a_file_that_is_no_directory_names_nothing(tmp_path: Path) -> None:
    path = disc(tmp_path, b"")
    path.write_bytes(file_id("DICOM\\IM0"))
    assert found(path) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([b"\x04\x00\x00\x15", b"CS", b"\xff\xff", b"\x0a\x00", b"DICOM\\IM0", b"\0"])))
def test_no_bytes_make_it_fail(tmp_path: Path, parts: list[bytes]) -> None:
    assert set(found(disc(tmp_path, b"".join(parts)))) <= {"DICOM/IM0"}
