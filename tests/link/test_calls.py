"""What a method takes is read from the contract; what does not fit is refused in words that help."""

import pytest

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.archive import StudyQuery, StudySort
from pacsdesk.contract.services.catalog import service_interfaces, service_methods
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.link.calls import find_operation


def test_every_method_of_every_service_is_found() -> None:
    names = [(service, method) for service, each in service_interfaces().items() for method in service_methods(each)]
    assert [find_operation(*name).name for name in names] == [".".join(name) for name in names]


def test_arguments_arrive_typed_by_name() -> None:
    arguments = find_operation("studies", "search").decode_arguments(b'{"query": {"words": "ct", "sort": "size"}}')
    assert arguments == {"query": StudyQuery("ct", StudySort.SIZE)}


def test_value_types_are_made_from_text() -> None:
    arguments = find_operation("studies", "get").decode_arguments(b'{"study_instance_uid": "1.2.3"}')
    assert type(arguments["study_instance_uid"]) is StudyInstanceUID


def test_no_body_means_no_arguments() -> None:
    assert find_operation("jobs", "list").decode_arguments(b"") == {}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"name": "dicom.port"}', "missing required field `value`"),
        (b'{"name": "dicom.port", "value": 1, "extra": 2}', "unknown field `extra`"),
        (b'{"name": "dicom.port", "value": [1]}', "value: "),
        (b"[]", "Expected `object`"),
        (b"{", "truncated"),
        (b'{"name": "\xff", "value": 1}', "utf-8"),
    ],
)
def test_a_wrong_call_is_refused_with_what_is_wrong(body: bytes, words: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        find_operation("settings", "set").decode_arguments(body)
    assert words in refusal.value.detail


def test_a_refusal_says_what_the_method_takes() -> None:
    with pytest.raises(InvalidInput) as refusal:
        find_operation("settings", "set").decode_arguments(b"{}")
    assert refusal.value.hint == "settings.set takes one JSON object with: name (str), value (str | int | bool)."


def test_a_misspelt_field_deep_inside_is_refused_with_its_path() -> None:
    with pytest.raises(InvalidInput, match=r"query\.page\.limitt: there is no such field"):
        find_operation("studies", "search").decode_arguments(b'{"query": {"page": {"limitt": 5}}}')


@pytest.mark.parametrize("service", ["", "study", "__class__", "_studies", "studies.search"])
def test_an_unknown_service_is_answered_with_those_there_are(service: str) -> None:
    with pytest.raises(NotFound, match="The services are: aes, associations, audit"):
        find_operation(service, "search")


@pytest.mark.parametrize("method", ["", "serch", "__init__", "_is_protocol", "__class__", "mro"])
def test_an_unknown_or_private_method_is_answered_with_those_there_are(method: str) -> None:
    with pytest.raises(NotFound, match="Its methods are: search, get"):
        find_operation("studies", method)


def test_a_name_from_outside_cannot_break_the_sentence() -> None:
    with pytest.raises(NotFound) as refusal:
        find_operation("a\nb" + "x" * 1000, "search")
    assert len(refusal.value.title) < 120 and "\n" not in refusal.value.title
