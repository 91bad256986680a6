"""Sequence matching: of series, by the requests that they answer."""

from typing import Any

import pytest
from pydicom import Dataset
from pydicom.sequence import Sequence

from pacsdesk.engine.archive.dataset.keys import REQUEST_ATTRIBUTES, read_index_keys
from pacsdesk.engine.archive.matching.keys import KEYS
from pacsdesk.engine.archive.matching.query import IdentifierRefused
from pacsdesk.engine.runtime.database import Database
from tests.engine.archive.matching.asking import Keys, find, query
from tests.support.datasets import ct_dataset, encode, reader_of
from tests.support.indexed_objects import fill

EXPLICIT, IMPLICIT, BIG = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.2"


def item(**keys: str) -> Dataset:
    """One item."""
    dataset = Dataset()
    for keyword, value in keys.items():
        setattr(dataset, keyword, value)
    return dataset


def answering(*requests: Dataset, **keys: Any) -> Dataset:
    """An object that was made for these requests."""
    return ct_dataset(RequestAttributesSequence=Sequence(requests), **keys)


TWO_REQUESTS = answering(
    item(RequestedProcedureID="R1", ScheduledProcedureStepID="S1", RequestedProcedureDescription="Head"),
    item(RequestedProcedureID="R2", ScheduledProcedureStepID="S2"),
)


@pytest.fixture
def held(index: Database) -> Database:
    """A series for two requests, one for none."""
    other = ct_dataset("1.2.3.2.1", SeriesInstanceUID="1.2.3.2")
    for dataset in (TWO_REQUESTS, other):
        content = encode(dataset)
        fill(index, [read_index_keys(reader_of(content), len(content), EXPLICIT)])
    return index


def series(index: Database, *asked: Dataset) -> list[Dataset]:
    """The answers of study 1.2.3 to a query with these items."""
    keys: Keys = {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2.3"}
    return find(index, query(**keys, RequestAttributesSequence=Sequence(asked)))


def numbers(answers: list[Dataset]) -> list[str]:
    """The last component of each series' UID."""
    return sorted(str(answer.SeriesInstanceUID).rpartition(".")[2] for answer in answers)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (item(RequestedProcedureID="R1"), ["1"]),
        (item(RequestedProcedureID="R*"), ["1"]),
        (item(RequestedProcedureID="R2", ScheduledProcedureStepID="S2"), ["1"]),
        (item(RequestedProcedureID="R1", ScheduledProcedureStepID="S2"), []),
        (item(RequestedProcedureID="R3"), []),
        (item(RequestedProcedureID="r1"), []),
        (item(RequestedProcedureID=""), ["1", "2"]),
        (item(RequestedProcedureID="*"), ["1", "2"]),
        (item(), ["1", "2"]),
    ],
)
def test_one_item_must_pass_every_test(held: Database, asked: Dataset, expected: list[str]) -> None:
    assert numbers(series(held, asked)) == expected


def test_items_that_match_are_returned_with_what_was_asked_of_them(held: Database) -> None:
    (answer,) = series(held, item(RequestedProcedureID="R1"))
    (returned,) = answer.RequestAttributesSequence
    assert {element.keyword: element.value for element in returned} == {"RequestedProcedureID": "R1"}


def test_without_an_item_all_that_is_held_is_returned(held: Database) -> None:
    answer = next(one for one in series(held) if one.SeriesInstanceUID == "1.2.3.1")
    returned = [(one.RequestedProcedureID, one.ScheduledProcedureStepID) for one in answer.RequestAttributesSequence]
    assert returned == [("R1", "S1"), ("R2", "S2")]


def test_a_series_for_no_request_has_no_items(held: Database) -> None:
    answer = next(one for one in series(held) if one.SeriesInstanceUID == "1.2.3.2")
    assert list(answer.RequestAttributesSequence) == []


def test_what_is_not_held_of_an_item_is_empty_and_told(held: Database) -> None:
    asked = item(RequestedProcedureID="R1", RequestedProcedureDescription="Head")
    (answer,) = series(held, asked)
    assert answer.RequestAttributesSequence[0].RequestedProcedureDescription == ""
    keys: Keys = {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2.3"}
    assert query(**keys, RequestAttributesSequence=Sequence([asked])).has_unsupported_keys


def test_two_items_in_a_query_are_refused(held: Database) -> None:
    with pytest.raises(IdentifierRefused, match="RequestAttributesSequence"):
        series(held, item(RequestedProcedureID="R1"), item(RequestedProcedureID="R2"))


def test_items_are_text_in_the_callers_character_set(index: Database) -> None:
    dataset = answering(item(RequestedProcedureID="Ä1"), SpecificCharacterSet="ISO_IR 100")
    content = encode(dataset)
    fill(index, [read_index_keys(reader_of(content), len(content), EXPLICIT)])
    keys: Keys = {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2.3", "SpecificCharacterSet": "ISO_IR 100"}
    (answer,) = find(index, query(**keys, RequestAttributesSequence=Sequence([item(RequestedProcedureID="Ä*")])))
    assert answer.RequestAttributesSequence[0].RequestedProcedureID == "Ä1"


def test_the_index_keeps_the_attributes_in_the_order_of_their_keys() -> None:
    assert tuple(one.tag for one in KEYS[0x00400275].item_keys) == REQUEST_ATTRIBUTES


@pytest.mark.parametrize(
    ("syntax", "kept"), [(EXPLICIT, "S1\tR1\nS2\tR2"), (IMPLICIT, "S1\tR1\nS2\tR2"), (BIG, "")], ids=str
)
@pytest.mark.parametrize("is_undefined", [False, True])
def test_the_header_gives_the_requests_in_each_encoding(syntax: str, kept: str, is_undefined: bool) -> None:
    dataset = Dataset()
    dataset.update(TWO_REQUESTS)
    dataset["RequestAttributesSequence"].is_undefined_length = is_undefined
    content = encode(dataset, explicit=syntax != IMPLICIT, big_endian=syntax == BIG)
    assert read_index_keys(reader_of(content), len(content), syntax).request_attributes == kept


def test_separators_of_the_index_in_a_value_are_spaces_there() -> None:
    content = encode(answering(item(RequestedProcedureID="R\t1\nx")))
    keys = read_index_keys(reader_of(content), len(content), EXPLICIT)
    assert (keys.request_attributes, keys.unreadable) == ("\tR 1 x", "")


def test_requests_that_cannot_be_read_are_left_out_and_the_object_is_whole() -> None:
    content = encode(answering(*(item(RequestedProcedureID="x" * 14) for _ in range(2000))))
    keys = read_index_keys(reader_of(content), len(content), EXPLICIT)
    assert (keys.request_attributes, keys.unreadable, keys.modality) == ("", "", "CT")
