"""Whatever the contract names arrives equal; whatever does not fit is refused with its place."""

import pkgutil
from dataclasses import is_dataclass
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacsdesk.contract import records
from pacsdesk.contract.errors import InvalidInput, NotFound, PacsDeskError, error_classes
from pacsdesk.contract.events import EVENTS, PeersChanged
from pacsdesk.contract.records.jobs import JobProblem
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.services.catalog import service_interfaces, service_methods
from pacsdesk.contract.types import AETitle, SOPInstanceUID
from pacsdesk.link.calls import find_operation
from pacsdesk.link.codec import (
    decode,
    decode_error,
    decode_event,
    encode,
    encode_error,
    encode_event,
    to_builtins,
)
from tests.link.values import values_of


def _record_types() -> list[type]:
    modules = [import_module(f"{records.__name__}.{each.name}") for each in pkgutil.iter_modules(records.__path__)]
    return [
        member
        for module in modules
        for member in vars(module).values()
        if isinstance(member, type) and is_dataclass(member) and member.__module__ == module.__name__
    ]


def _crossing_types() -> list[Any]:
    """Every type that a service method takes or answers."""
    operations = [
        find_operation(service, method)
        for service, interface in service_interfaces().items()
        for method in service_methods(interface)
    ]
    found = {operation.result for operation in operations}
    found |= {each.annotation for operation in operations for each in operation.signature.parameters.values()}
    return list(found)


@pytest.mark.parametrize("kind", sorted({*_record_types(), *_crossing_types()}, key=str), ids=str)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_type_of_the_contract_arrives_equal(kind: Any, data: st.DataObject) -> None:
    value = data.draw(values_of(kind))
    assert decode(encode(value), kind) == value


@pytest.mark.parametrize("kind", EVENTS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_event_arrives_equal_by_name_and_payload(kind: type, data: st.DataObject) -> None:
    event = data.draw(values_of(kind))
    assert decode_event(*encode_event(event)) == event


@pytest.mark.parametrize("kind", error_classes().values())
def test_every_error_arrives_as_its_own_class_with_its_words(kind: type[PacsDeskError]) -> None:
    error = decode_error(encode_error(kind("title", "detail", "hint")))
    assert (type(error), error.title, error.detail, error.hint) == (kind, "title", "detail", "hint")


def test_an_error_of_an_unknown_class_keeps_its_words() -> None:
    error = decode_error(b'{"error": "TooTired", "title": "It sleeps.", "detail": "d", "hint": "h"}')
    assert (type(error), str(error)) == (PacsDeskError, "It sleeps. d h")


def test_an_unknown_event_is_passed_over() -> None:
    assert decode_event("MoonRose", b"{}") is None


def test_value_types_arrive_as_themselves() -> None:
    peer = decode(encode(Peer("CT", AETitle("CT1"), "host", 104)), Peer)
    assert type(peer.ae_title) is AETitle


def test_value_types_are_plain_text_for_printing() -> None:
    assert type(to_builtins((SOPInstanceUID("1.2"),))[0]) is str


@pytest.mark.parametrize(
    ("data", "kind", "place"),
    [
        (b'{"name":"CT","ae_title":"A\\\\B","host":"h","port":1}', Peer, "ae_title: "),
        (b'{"name":"CT","ae_title":7,"host":"h","port":1}', Peer, "ae_title: "),
        (b'{"name":"CT","ae_title":"A","host":"h","port":99999}', Peer, "a port is 1 to 65535"),
        (b'{"name":"CT","ae_title":"A","host":"h","port":1,"allow":["fly"]}', Peer, "allow[0]: "),
        (b'{"limit":0}', PageRequest, "a page holds 1 to 1000 rows"),
        (b'{"limit":99999999999999999999999}', PageRequest, "a page holds 1 to 1000 rows"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(data: bytes, kind: type, place: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        decode(data, kind)
    assert refusal.value.detail.startswith(place)


@given(st.binary(max_size=60))
def test_noise_is_refused_or_understood_and_nothing_else(data: bytes) -> None:
    try:
        decode(data, PageRequest)
    except InvalidInput:
        pass


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"a":' * 200_000], ids=["lists", "objects"])
def test_json_nested_without_end_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        decode(data, PageRequest)


def test_a_file_name_that_is_no_text_does_not_hide_the_list_it_stands_in() -> None:
    problems = (JobProblem("bad\udcff.dcm", "no meta"), JobProblem("fine.dcm", "cut"))
    assert [each.subject for each in decode(encode(problems), tuple[JobProblem, ...])] == ["bad?.dcm", "fine.dcm"]


def test_an_answer_that_is_no_error_is_not_taken_for_one() -> None:
    with pytest.raises(InvalidInput):
        decode_error(b"<html>404</html>")


def test_a_payload_that_does_not_fit_its_event_is_refused() -> None:
    with pytest.raises(InvalidInput):
        decode_event(PeersChanged.__name__, b'{"name": 7}')


def test_what_no_record_may_hold_cannot_be_sent() -> None:
    with pytest.raises(NotImplementedError):  # as msgspec asks of its hooks
        encode(NotFound("an error is no record"))
