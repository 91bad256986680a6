"""The tag list is bounded in every direction and searchable."""

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from pacsdesk.imaging.tags import MAX_DEPTH, MAX_ROWS, MAX_VALUE, TagList, list_tags
from tests.imaging.building import image_dataset, part10
from tests.imaging.opening import open_bytes, open_path
from tests.support.sample_files import sample_file


def _tags(ds: Dataset) -> TagList:
    return list_tags(open_bytes(part10(ds, None)).header)


def test_elements_come_with_tag_name_and_value() -> None:
    rows = list_tags(open_path(sample_file("CT_small.dcm")).header).rows
    found = next(row for row in rows if row.tag == "0010,0020")
    assert (found.name, found.vr, found.value) == ("Patient ID", "LO", "1CT1")


def test_the_pixels_are_a_row_with_their_length() -> None:
    assert list_tags(open_path(sample_file("CT_small.dcm")).header).rows[-1].value == "32,768 bytes"


def test_items_stand_deeper_than_their_sequence() -> None:
    rows = list_tags(open_path(sample_file("nested_priv_SQ.dcm")).header).rows
    assert max(row.depth for row in rows) > 1


def test_more_elements_than_can_be_listed_are_cut_and_said_to_be() -> None:
    ds = image_dataset(1, 1)
    for number in range(MAX_ROWS + 1):
        ds.add_new((0x0011 + 2 * (number // 60_000), 0x1000 + number % 60_000), "LO", "x")
    found = _tags(ds)
    assert (len(found.rows), found.is_complete) == (MAX_ROWS, False)


def test_a_nest_too_deep_ends_with_a_word() -> None:
    root = node = image_dataset(1, 1)
    for _ in range(MAX_DEPTH + 10):
        inner = Dataset()
        node.ContentSequence = Sequence([inner])
        node = inner
    assert _tags(root).rows[-1].name == "Nested too deep to list"


def test_long_values_are_cut() -> None:
    ds = image_dataset(1, 1)
    ds.PatientComments = "a" * 9000
    assert max(len(row.value) for row in _tags(ds).rows) <= MAX_VALUE


def test_values_that_cannot_be_read_say_so() -> None:
    data = part10(image_dataset(1, 1, PatientID="P1"), None).replace(b"\x10\x00\x20\x00LO", b"\x10\x00\x20\x00ZZ")
    rows = list_tags(open_bytes(data).header).rows
    assert next(row.value for row in rows if row.tag == "0010,0020") == "The value cannot be read"


def test_a_search_matches_tag_with_and_without_comma_name_and_value() -> None:
    row = next(row for row in _tags(image_dataset(1, 1)).rows if row.tag == "0028,0010")
    assert all(row.matches(words) for words in ("0028,0010", "00280010", "rows", "rows 1"))
