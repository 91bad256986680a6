"""The header walk against pydicom: the same keys on all that pydicom can read, a documented outcome on the rest."""

import struct
import warnings
import zlib
from pathlib import Path

import pydicom
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.engine.archive.dataset.elements import MAX_DEPTH, Walk, open_dataset
from pacsdesk.engine.archive.dataset.encoding import declared_encoding
from pacsdesk.engine.archive.dataset.keys import MAX_TEXT, IndexKeys, read_index_keys
from pacsdesk.engine.archive.dataset.part10 import read_file_meta
from tests.support.data import pydicom_files, shared_data
from tests.support.datasets import ct_bytes, ct_dataset, encode, reader_of

IMPLICIT, EXPLICIT, BIG, DEFLATED = (f"1.2.840.10008.1.2{end}" for end in ("", ".1", ".2", ".1.99"))

KEYWORDS = {
    "sop_class_uid": "SOPClassUID",
    "sop_instance_uid": "SOPInstanceUID",
    "study_instance_uid": "StudyInstanceUID",
    "series_instance_uid": "SeriesInstanceUID",
    "patient_id": "PatientID",
    "patient_name": "PatientName",
    "patient_birth_date": "PatientBirthDate",
    "patient_sex": "PatientSex",
    "study_date": "StudyDate",
    "study_time": "StudyTime",
    "study_id": "StudyID",
    "accession_number": "AccessionNumber",
    "study_description": "StudyDescription",
    "referring_physician_name": "ReferringPhysicianName",
    "modality": "Modality",
    "series_description": "SeriesDescription",
    "body_part_examined": "BodyPartExamined",
    "protocol_name": "ProtocolName",
    "institution_name": "InstitutionName",
    "station_name": "StationName",
    "content_date": "ContentDate",
}
NUMBERS = {
    "series_number": "SeriesNumber",
    "instance_number": "InstanceNumber",
    "rows": "Rows",
    "columns": "Columns",
    "bits_allocated": "BitsAllocated",
    "number_of_frames": "NumberOfFrames",
}


def keys_of(dataset: bytes, transfer_syntax_uid: str = EXPLICIT) -> IndexKeys:
    return read_index_keys(lambda start, length: dataset[start : start + length], len(dataset), transfer_syntax_uid)


def keys_of_file(path: Path) -> IndexKeys:
    content = path.read_bytes()
    meta = read_file_meta(lambda start, length: content[start : start + length])
    return keys_of(content[meta.dataset_offset :], meta.transfer_syntax_uid)


def expected_text(dataset: Dataset, keyword: str) -> str:
    value = dataset.get(keyword)
    if value is None:
        return ""
    values = value if isinstance(value, pydicom.multival.MultiValue) else [value]
    text = "\\".join(str(one) for one in values).replace("\0", "").strip()[:MAX_TEXT]
    # pydicom shows the dates of ACR-NEMA as they are written
    return text.replace(".", "") if keyword.endswith("Date") else text


def files() -> list[Path]:
    """Every Part 10 file of the test data that pydicom reads, too."""
    found = []
    for path in [*pydicom_files(), *sorted(shared_data().rglob("*"))]:
        if not path.is_file() or path.stat().st_size > 4 << 20:
            continue
        try:
            content = path.read_bytes()
            read_file_meta(reader_of(content))
        except InvalidInput:
            continue
        found.append(path)
    return found


def test_every_sample_file_gives_the_keys_that_pydicom_gives() -> None:
    different = []
    for path in files():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                dataset = pydicom.dcmread(path)
                expected = {name: expected_text(dataset, keyword) for name, keyword in KEYWORDS.items()}
            except Exception:  # noqa: BLE001  what pydicom cannot read has no oracle
                continue
        keys = keys_of_file(path)
        if keys.unreadable:
            continue
        different += [
            (path.name, name, getattr(keys, name), text)
            for name, text in expected.items()
            if getattr(keys, name) != text
        ]
    assert different == []


def test_of_the_sample_files_just_the_broken_ones_are_called_unreadable() -> None:
    assert {path.name for path in files() if keys_of_file(path).unreadable} == {
        "MR_truncated.dcm",
        "badVR.dcm",  # its number of frames is "1A"
        "SC_rgb_jpeg.dcm",  # written as implicit, called a JPEG
        "emri_small_jpeg_2k_lossless_too_short.dcm",
        "meta_missing_tsyntax.dcm",
        "rtplan_truncated.dcm",
    }


def test_every_beginning_of_a_dataset_is_understood_or_called_unreadable() -> None:
    whole = ct_bytes()
    for length in range(len(whole)):
        keys = keys_of(whole[:length])
        assert isinstance(keys.unreadable, str)


def with_number_of_frames(value: bytes) -> bytes:
    """A dataset whose IS is as some device wrote it."""
    return ct_bytes(NumberOfFrames="7777").replace(b"IS\x04\x007777", b"IS\x04\x00" + value)


@pytest.mark.parametrize("value", [b"1A  ", b"many", b"1.5 ", b"-1  ", b"\xff\xff\xff\xff"])
def test_frames_that_cannot_be_counted_are_named(value: bytes) -> None:
    assert keys_of(with_number_of_frames(value)).unreadable == "the value of (0028,0008) is no number of frames"


@pytest.mark.parametrize("value", [b"    ", b"\0\0\0\0", b"0   ", b" 12 ", b"+3\0\0", b"3.0 "])
def test_odd_ways_of_counting_frames_that_can_be_used_are_let_pass(value: bytes) -> None:
    assert keys_of(with_number_of_frames(value)).unreadable == ""


@pytest.mark.parametrize(("tag", "what"), [(b"\x10", "rows"), (b"\x11", "columns")])
def test_a_side_of_the_image_that_is_no_number_is_named(tag: bytes, what: str) -> None:
    header = b"\x28\x00" + tag + b"\x00US"
    content = ct_bytes().replace(header + b"\x02\x00\x02\x00", header + b"\x06\x00many  ")
    assert keys_of(content).unreadable.endswith(f" is no number of {what}")


def test_an_instance_number_that_is_none_marks_nothing() -> None:
    content = ct_bytes(InstanceNumber=7777).replace(b"IS\x04\x007777", b"IS\x04\x00IM 7")
    keys = keys_of(content)
    assert (keys.instance_number, keys.unreadable) == (None, "")


text = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="\\\x7f"), max_size=40)
item = st.builds(lambda name: _item(name), text)


def _item(name: str) -> Dataset:
    dataset = Dataset()
    dataset.PatientName = name
    dataset.StudyInstanceUID = "9.9.9"
    return dataset


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """CT datasets with texts, numbers and sequences, defined and undefined in length, that hide the same tags."""
    dataset = ct_dataset(
        SpecificCharacterSet="ISO_IR 192",
        PatientName=draw(text),
        StudyDescription=draw(text),
        PatientID=draw(text),
        InstanceNumber=draw(st.integers(-(2**31) + 1, 2**31 - 1)),
        Rows=draw(st.integers(0, 65535)),
        ReferencedStudySequence=Sequence(draw(st.lists(item, max_size=3))),
        RequestAttributesSequence=Sequence(draw(st.lists(item, max_size=3))),
    )
    dataset["ReferencedStudySequence"].is_undefined_length = draw(st.booleans())
    for one in dataset.ReferencedStudySequence:
        one.is_undefined_length_sequence_item = draw(st.booleans())
    return dataset


@settings(max_examples=60, deadline=None)
@given(dataset=datasets(), syntax=st.sampled_from([IMPLICIT, EXPLICIT, BIG, DEFLATED]))
def test_generated_datasets_give_their_keys_in_every_uncompressed_syntax(dataset: Dataset, syntax: str) -> None:
    dataset.PixelData = None
    content = encode(dataset, explicit=syntax != IMPLICIT, big_endian=syntax == BIG)
    if syntax == DEFLATED:
        deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        content = deflate.compress(content) + deflate.flush()
    keys = keys_of(content, syntax)
    texts = {name: getattr(keys, name) for name in KEYWORDS}
    numbers = {name: getattr(keys, name) for name in NUMBERS}
    assert (texts, numbers, keys.unreadable) == (
        {name: expected_text(dataset, keyword) for name, keyword in KEYWORDS.items()},
        {name: dataset.get(keyword) for name, keyword in NUMBERS.items()},
        "",
    )


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=400), syntax=st.sampled_from([IMPLICIT, EXPLICIT, BIG, DEFLATED, "1.2.3", ""]))
def test_noise_never_raises(content: bytes, syntax: str) -> None:
    assert isinstance(keys_of(content, syntax), IndexKeys)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), syntax=st.sampled_from([IMPLICIT, EXPLICIT, BIG]))
def test_a_damaged_dataset_never_raises(data: st.DataObject, syntax: str) -> None:
    content = bytearray(encode(ct_dataset(PixelData=None), explicit=syntax != IMPLICIT, big_endian=syntax == BIG))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(keys_of(bytes(content), syntax), IndexKeys)


def test_a_length_past_the_end_is_named_with_its_place() -> None:
    assert keys_of(ct_bytes()[:-3]).unreadable.endswith("(7FE0,0010) says 8 bytes, 5 are left")


def test_an_unknown_value_representation_is_named_and_passed() -> None:
    content = ct_bytes().replace(b"\x10\x00\x10\x00PN", b"\x10\x00\x10\x00QQ")
    keys = keys_of(content)
    assert ("unknown value representation QQ" in keys.unreadable, keys.study_instance_uid) == (True, "1.2.3")


def test_sequences_nested_too_deep_are_named() -> None:
    nested = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff" * (MAX_DEPTH + 2)
    assert f"nested deeper than {MAX_DEPTH}" in keys_of(ct_bytes(PixelData=None) + nested).unreadable


def test_an_implicit_dataset_that_is_called_explicit_is_read_and_marked() -> None:
    keys = keys_of(encode(ct_dataset(), explicit=False), EXPLICIT)
    assert (keys.patient_id, keys.unreadable) == (
        "P1",
        "declared as explicit VR little endian, encoded as implicit VR little endian",
    )


def test_an_explicit_dataset_that_is_called_implicit_is_read_and_marked() -> None:
    keys = keys_of(ct_bytes(), IMPLICIT)
    assert (keys.patient_id, bool(keys.unreadable)) == ("P1", True)


def test_an_unknown_transfer_syntax_is_marked() -> None:
    assert keys_of(ct_bytes(), "1.2.3.4").unreadable == "the transfer syntax 1.2.3.4 is not known"


def test_zeros_behind_the_dataset_are_padding() -> None:
    assert keys_of(ct_bytes() + b"\0" * 333).unreadable == ""


def test_two_identities_are_none() -> None:
    twice = ct_bytes().replace(b"\x20\x00\x0d\x00UI", b"\x08\x00\x18\x00UI\x04\x001.9\0\x20\x00\x0d\x00UI")
    assert keys_of(twice).sop_instance_uid == ""


def test_an_over_long_text_is_cut_for_the_index() -> None:
    assert len(keys_of(ct_bytes(PatientComments="x" * 10_000)).patient_comments) == MAX_TEXT


def test_a_nul_in_a_text_is_removed() -> None:
    content = ct_bytes(PatientID="A B").replace(b"A B", b"A\0B")
    assert keys_of(content).patient_id == "AB"


def test_an_old_date_is_written_the_new_way() -> None:
    content = ct_bytes().replace(b"DA\x08\x0020260311", b"DA\x0a\x002026.03.11")
    assert keys_of(content).study_date == "20260311"


@pytest.mark.parametrize(
    ("charset", "raw", "expected"),
    [
        ("", "Müller".encode("latin_1"), "Müller"),
        ("ISO_IR 100", "Müller".encode("latin_1"), "Müller"),
        ("ISO_IR 192", "山田".encode(), "山田"),
        ("GB18030", "王小东".encode("gb18030"), "王小东"),
        ("ISO_IR 144", "Люк".encode("iso8859_5"), "Люк"),
        ("\\ISO 2022 IR 87", b"Yamada=\x1b$B;3ED\x1b(B", "Yamada=山田"),
        ("\\ISO 2022 IR 149", b"Hong=\x1b$)C\xfb\xf3", "Hong=洪"),
    ],
)
def test_text_is_decoded_by_its_character_set(charset: str, raw: bytes, expected: str) -> None:
    keys = keys_of(_named(charset, raw))
    assert (keys.patient_name, keys.unreadable) == (expected, "")


@pytest.mark.parametrize("charset", ["rot13", "zip", "unicode_escape", "idna", "ISO_IR 9999"])
def test_a_character_set_outside_of_the_standard_is_named_and_never_used(charset: str) -> None:
    assert f"unknown character set {charset.upper()!r}" in keys_of(_named(charset, b"M\xfcller")).unreadable


def test_text_that_its_character_set_cannot_have_is_marked() -> None:
    assert "(0010,0010)" in keys_of(_named("ISO_IR 192", b"M\xff\xfe")).unreadable


def _named(charset: str, raw: bytes) -> bytes:
    """A dataset with just these bytes as patient's name."""
    padded = raw + b" " * (len(raw) % 2)
    code = charset.encode() + b" " * (len(charset) % 2)
    content = ct_bytes(PatientName=None, PatientID=None, PixelData=None)
    name = b"\x10\x00\x10\x00PN" + struct.pack("<H", len(padded)) + padded
    return b"\x08\x00\x05\x00CS" + struct.pack("<H", len(code)) + code + content + name


def test_a_deflate_bomb_is_inflated_no_further_than_its_limit() -> None:
    deflate = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    head = ct_bytes(PixelData=None) + b"\xe0\x7f\x10\x00OW\0\0" + struct.pack("<L", 1 << 30)
    bomb = deflate.compress(head)
    for _ in range(256):
        bomb += deflate.compress(b"\0" * (1 << 20))
    bomb += deflate.flush()
    encoding = declared_encoding(DEFLATED)
    dataset = open_dataset(lambda start, length: bomb[start : start + length], len(bomb), encoding)
    assert (dataset.known <= 16 << 20, len(list(Walk(dataset, encoding).elements())) > 10) == (True, True)
