"""Identifiers are read as they were written, and refused at the first byte that breaks the rules."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import Dataset
from pydicom.sequence import Sequence

from pacsdesk.engine.archive.dataset import reading as datasets
from pacsdesk.engine.archive.dataset.reading import UnreadableDataset, read_dataset
from tests.support.datasets import encode

PATIENT_NAME, REQUEST_ATTRIBUTES, STEP_ID = 0x00100010, 0x00400275, 0x00400009


def with_sequence(*, is_undefined: bool = False) -> Dataset:
    item = Dataset()
    item.ScheduledProcedureStepID = "S1"
    item.is_undefined_length_sequence_item = is_undefined
    dataset = Dataset()
    dataset.PatientName = "Doe^Jane"
    dataset.RequestAttributesSequence = Sequence([item])
    dataset["RequestAttributesSequence"].is_undefined_length = is_undefined
    return dataset


@pytest.mark.parametrize("is_undefined", [False, True])
@pytest.mark.parametrize("explicit", [False, True])
def test_elements_and_items_are_read_in_each_encoding(explicit: bool, is_undefined: bool) -> None:
    read = read_dataset(encode(with_sequence(is_undefined=is_undefined), explicit=explicit), explicit)
    (item,) = read[REQUEST_ATTRIBUTES].items
    assert (read[PATIENT_NAME].value, item[STEP_ID].value) == (b"Doe^Jane", b"S1")


def test_an_implicit_element_has_the_dictionarys_value_representation() -> None:
    read = read_dataset(struct.pack("<HHL", 0x0008, 0x0201, 0), is_explicit=False)
    assert read[0x00080201].vr == "SH"


def test_an_implicit_element_that_no_dictionary_has_is_unknown() -> None:
    read = read_dataset(struct.pack("<HHL", 0x0009, 0x1001, 0), is_explicit=False)
    assert read[0x00091001].vr == "UN"


def test_an_unknown_value_of_undefined_length_is_a_sequence_in_implicit_encoding() -> None:
    inner = struct.pack("<HHL", 0x0040, 0x0009, 2) + b"S1"
    item = struct.pack("<HHL", 0xFFFE, 0xE000, len(inner)) + inner
    content = struct.pack("<HH2sHL", 0x0009, 0x1001, b"UN", 0, 0xFFFFFFFF) + item
    content += struct.pack("<HHL", 0xFFFE, 0xE0DD, 0)
    assert read_dataset(content, is_explicit=True)[0x00091001].items[0][STEP_ID].value == b"S1"


def test_group_lengths_are_passed_over() -> None:
    content = struct.pack("<HH2sHL", 0x0010, 0x0000, b"UL", 4, 0)
    assert read_dataset(content, is_explicit=True) == {}


def nested(depth: int) -> bytes:
    content = b""
    for _ in range(depth):
        item = struct.pack("<HHL", 0xFFFE, 0xE000, len(content)) + content
        content = struct.pack("<HH2sHL", 0x0040, 0x0275, b"SQ", 0, len(item)) + item
    return content


def nested_without_end(depth: int) -> bytes:
    item = struct.pack("<HHL", 0xFFFE, 0xE000, 0xFFFFFFFF)
    return (struct.pack("<HH2sHL", 0x0040, 0x0275, b"SQ", 0, 0xFFFFFFFF) + item) * depth


NAME = struct.pack("<HH2sH", 0x0010, 0x0010, b"PN", 4) + b"Doe "
HOSTILE = {
    "cut inside a header": NAME[:6],
    "cut inside a value": NAME[:-1],
    "a length of 4 GiB less one": struct.pack("<HH2sHL", 0x0010, 0x4000, b"UT", 0, 0xFFFFFFFE),
    "no value representation": struct.pack("<HHL", 0x0010, 0x0010, 4) + b"Doe ",
    "the same element twice": NAME * 2,
    "an item outside of a sequence": struct.pack("<HHL", 0xFFFE, 0xE000, 0),
    "a sequence without items": struct.pack("<HH2sHL", 0x0040, 0x0275, b"SQ", 0, 12) + NAME,
    "an item past its sequence": struct.pack("<HH2sHL", 0x0040, 0x0275, b"SQ", 0, 8)
    + struct.pack("<HHL", 0xFFFE, 0xE000, 12)
    + NAME,
    "a sequence that never ends": nested_without_end(1),
    "deeply nested sequences": nested(datasets.MAX_DEPTH + 1),
    "very deeply nested sequences without ends": nested_without_end(5000),
    "more elements than any query has": b"".join(
        struct.pack("<HH2sH", 0x0011, number, b"LO", 0) for number in range(1, datasets.MAX_ELEMENTS + 2)
    ),
    "more items than any query has": struct.pack("<HH2sHL", 0x0040, 0x0275, b"SQ", 0, 0xFFFFFFFF)
    + struct.pack("<HHL", 0xFFFE, 0xE000, 0) * datasets.MAX_ELEMENTS,
    "more bytes than any query has": struct.pack("<HH2sHL", 0x0010, 0x4000, b"UT", 0, 1 << 20) + bytes(1 << 20),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_breaks_the_rules_is_refused_with_a_reason(what: str) -> None:
    with pytest.raises(UnreadableDataset, match=r"\w+ \w+"):
        read_dataset(HOSTILE[what], is_explicit=True)


def test_the_deepest_nesting_that_is_allowed_is_read() -> None:
    assert REQUEST_ATTRIBUTES in read_dataset(nested(datasets.MAX_DEPTH), is_explicit=True)


@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_do_more_than_being_refused(content: bytes, explicit: bool) -> None:
    try:
        read_dataset(content, explicit)
    except UnreadableDataset:
        pass


@given(st.integers(0, 60), st.binary(min_size=1, max_size=3), st.booleans())
def test_no_change_of_a_good_identifier_does_more(position: int, change: bytes, explicit: bool) -> None:
    content = bytearray(encode(with_sequence(), explicit=explicit))
    content[position : position + len(change)] = change
    try:
        read_dataset(bytes(content), explicit)
    except UnreadableDataset:
        pass
