"""What strangers and broken devices send: the listener goes on for everybody else, and nothing half received stays."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacsdesk.engine.network.limits import NetworkLimits
from tests.engine.network.listening import ListeningSite, listening_site
from tests.engine.network.raw_pdus import (
    ABORT,
    VERIFICATION,
    association_request,
    context,
    context_results,
    data,
    pdu,
    read_pdu,
    read_to_end,
)
from tests.engine.network.sending import EXPLICIT, PRIVATE_CLASS, sender
from tests.engine.network.test_command import stock_store_request
from tests.engine.network.test_server_admission import ECHO, echoes

HURRIED = NetworkLimits(acse_timeout=0.3, dimse_timeout=0.3, maximum_waiting=4)
STORE_REQUEST = association_request(context(1, PRIVATE_CLASS, [EXPLICIT]))
COMMAND = data(1, 3, stock_store_request())
ACCEPTED = 0x02


@pytest.fixture
def hurried(tmp_path: Path) -> Iterator[ListeningSite]:
    """A site that waits for nobody longer than a third of a second."""
    with listening_site(tmp_path, HURRIED) as site:
        site.enter_peer()
        yield site


OPENINGS = {
    "http": b"GET / HTTP/1.1\r\nHost: archive\r\n\r\n",
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64),
    "ssh": b"SSH-2.0-OpenSSH_9.2\r\n",
    "data before association": data(1, 3, b"x"),
    "release before association": pdu(0x05, bytes(4)),
    "4 GiB": b"\x01\x00\xff\xff\xff\xff" + bytes(100),
    "half a header": b"\x01\x00\x00",
    "half a request": association_request()[:50],
    "empty request": pdu(0x01, b""),
    "request cut inside its names": pdu(0x01, bytes(20)),
    "abort": pdu(0x07, bytes(4)),
    "context without anything": association_request(b"\x20\x00\x00\x00"),
    "item past the end": association_request(b"\x20\x00\xff\xff\x01"),
    "blank calling title": association_request(calling=b""),
    "calling title of nulls": association_request(calling=bytes(16)),
    "calling title of another alphabet": association_request(calling="ПАКС".encode()),
    "version 4 alone": association_request(version=8),
    "syntax of 60 kB": association_request(context(1, "1" * 60_000, ["1.2"])),
}


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore:.*VR UI")  # pydicom's, for the UIDs above that are none
@pytest.mark.parametrize("opening", OPENINGS.values(), ids=OPENINGS.keys())
def test_an_odd_opening_is_ended_and_others_are_served(hurried: ListeningSite, opening: bytes) -> None:
    with hurried.connect() as connection:
        connection.sendall(opening)
        kinds = read_to_end(connection)
    assert ACCEPTED not in kinds
    assert echoes(hurried)


CONTEXTS = {
    "without transfer syntaxes": context(1, VERIFICATION, []),
    "with syntaxes that are no uids": context(1, "../../etc", ["%s%n"]),
}


@pytest.mark.filterwarnings("ignore:.*VR UI")  # as above
@pytest.mark.parametrize("odd", CONTEXTS.values(), ids=CONTEXTS.keys())
def test_an_odd_context_is_refused_and_the_others_of_its_association_stand(hurried: ListeningSite, odd: bytes) -> None:
    with hurried.connect() as connection:
        connection.sendall(association_request(odd, context(3, VERIFICATION, [EXPLICIT])))
        kind, body = read_pdu(connection)
    assert kind == ACCEPTED
    assert {context_id: result == 0 for context_id, result in context_results(body).items()} == {1: False, 3: True}


@pytest.mark.thorough
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(min_size=1, max_size=400))
def test_noise_is_ended(hurried: ListeningSite, noise: bytes) -> None:
    with hurried.connect() as connection:
        connection.sendall(noise)
        assert ACCEPTED not in read_to_end(connection)


VIOLATIONS = {
    "data before command": data(1, 2, b"data"),
    "command twice": COMMAND + COMMAND,
    "context that was not accepted": data(3, 3, stock_store_request()),
    "command that is noise": data(1, 3, bytes(range(64))),
    "command of 100 kB": data(1, 1, bytes(100_000)),
    "value past the end": pdu(0x04, b"\x00\x00\xff\xff\x01\x03" + b"x" * 10),
    "value of no length": pdu(0x04, b"\x00\x00\x00\x00"),
    "second association request": STORE_REQUEST,
    "unknown kind": pdu(0x99, b"x"),
}


@pytest.mark.thorough
@pytest.mark.parametrize("violation", VIOLATIONS.values(), ids=VIOLATIONS.keys())
def test_a_broken_protocol_ends_the_association_and_others_are_served(hurried: ListeningSite, violation: bytes) -> None:
    with hurried.connect() as connection:
        connection.sendall(STORE_REQUEST)
        assert read_pdu(connection)[0] == ACCEPTED
        connection.sendall(violation)
        assert set(read_to_end(connection)) <= {ABORT}
    assert echoes(hurried)


ENDINGS = {"aborted": pdu(ABORT, bytes(4)), "cut": b"", "silent": None}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS.keys())
def test_half_a_dataset_leaves_nothing(hurried: ListeningSite, ending: bytes | None) -> None:
    with hurried.connect() as connection:
        connection.sendall(STORE_REQUEST)
        read_pdu(connection)
        connection.sendall(COMMAND + data(1, 0, b"half of it"))
        if ending is None:
            read_to_end(connection)
        else:
            connection.sendall(ending)
    hurried.server.stop(10)
    assert list(hurried.folder.staging.iterdir()) == []
    assert hurried.datasets() == []


def test_silent_connections_lock_nobody_out(hurried: ListeningSite) -> None:
    with ExitStack() as stack:
        for _ in range(3 * HURRIED.maximum_waiting):
            stack.enter_context(hurried.connect())
        assert echoes(hurried)


def test_an_idle_association_stops_nobody(site: ListeningSite) -> None:
    site.enter_peer()
    with sender(site.port, ECHO):
        assert echoes(site)


@pytest.mark.thorough
def test_requests_that_nobody_waits_for_end_in_answers_or_an_abort(site: ListeningSite) -> None:
    site.enter_peer()
    with site.connect() as connection:
        connection.sendall(STORE_REQUEST)
        read_pdu(connection)
        connection.sendall((COMMAND + data(1, 2, b"no dataset at all")) * 50)
        connection.sendall(pdu(0x05, bytes(4)))
        read_to_end(connection)
    assert echoes(site)
