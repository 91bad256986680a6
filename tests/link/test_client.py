"""A face at a real server: typed calls, errors of the same class, and words when nobody is there."""

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from pacsdesk.contract.errors import (
    InternalError,
    InvalidInput,
    NotFound,
    NotSignedIn,
    PacsDeskError,
    Unavailable,
    error_classes,
)
from pacsdesk.contract.records.archive import StudyQuery
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.link.client import Client
from tests.support.demo_studies import demo_studies
from tests.support.fake_door import FakeDoor
from tests.support.network import LOOPBACK, free_port


def test_a_typed_call_answers_the_typed_record(client: Client, door: FakeDoor) -> None:
    door.site.studies = list(demo_studies(7))
    page = client.services.studies.search(StudyQuery(page=PageRequest(limit=3, count=True)))
    assert (len(page.items), page.total, set(page.items) <= set(door.site.studies)) == (3, 7, True)


def test_a_record_given_as_an_argument_arrives_equal(client: Client, door: FakeDoor) -> None:
    peer = Peer("CT", AETitle("CT1"), "10.0.0.5", 104, notes="Ångström ✓")
    client.services.peers.add(peer)
    assert door.site.peers == [peer]


def test_a_method_that_answers_nothing_answers_none(client: Client) -> None:
    assert client.services.sessions.sign_out() is None


@pytest.mark.parametrize("kind", [k for k in error_classes().values() if k.__module__ == PacsDeskError.__module__])
def test_an_error_arrives_as_the_same_class_with_its_words(
    client: Client, door: FakeDoor, kind: type[PacsDeskError]
) -> None:
    door.site.fail["jobs.list"] = kind("title", "detail", "hint")
    with pytest.raises(PacsDeskError) as arrived:
        client.services.jobs.list()
    assert (arrived.type, arrived.value.title, arrived.value.detail, arrived.value.hint) == (
        kind,
        "title",
        "detail",
        "hint",
    )


def test_a_wrong_token_is_not_signed_in(client: Client) -> None:
    client.token = "stolen"
    with pytest.raises(NotSignedIn):
        client.services.jobs.list()


def test_a_token_given_later_is_used(client: Client) -> None:
    client.token, good = "", client.token
    client.token = good
    assert client.services.jobs.list() == ()


@pytest.mark.parametrize("token", ["two\r\nlines", "Ünïcode"])
def test_a_token_that_cannot_be_one_is_refused_before_it_is_sent(client: Client, token: str) -> None:
    client.token = token
    with pytest.raises(NotSignedIn, match="damaged"):
        client.services.jobs.list()


def test_many_threads_share_one_client(client: Client, door: FakeDoor) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: client.services.engine.health(), range(100)))
    assert answers == [door.site.health()] * 100


def test_a_call_by_name_answers_json(client: Client) -> None:
    assert json.loads(client.call("engine", "health", {}))["product"] == "PACSDesk"


def test_a_call_by_an_unknown_name_says_what_there_is(client: Client) -> None:
    with pytest.raises(NotFound, match="The services are"):
        client.call("nothing", "x", {})


def test_a_method_of_the_contract_called_wrongly_is_a_type_error_at_once(client: Client) -> None:
    with pytest.raises(TypeError):
        client.services.jobs.get()  # type: ignore[call-arg]  # that is what is tested


def test_a_fault_of_the_engine_is_an_internal_error_that_tells_nothing(client: Client, door: FakeDoor) -> None:
    door.site.studies = ["no study: DOE^JOHN"]  # type: ignore[list-item]  # makes the fake stumble
    with pytest.raises(InternalError) as arrived:
        client.services.studies.search(StudyQuery("doe"))
    assert "Reference" in arrived.value.detail and "DOE" not in str(arrived.value)


def test_a_fault_is_logged_under_its_reference_without_its_words(
    client: Client, door: FakeDoor, caplog: pytest.LogCaptureFixture
) -> None:
    door.site.studies = ["no study: DOE^JOHN"]  # type: ignore[list-item]  # makes the fake stumble
    with pytest.raises(InternalError) as arrived:
        client.services.studies.search(StudyQuery("doe"))
    reference = arrived.value.detail.split()[1].rstrip(".")
    assert reference in caplog.text and "call_route.py" in caplog.text and "DOE" not in caplog.text


@pytest.mark.parametrize("address", ["", "localhost", "ftp://x", "http://", "http://h:port", "http://h/path", "/x"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidInput, match="is not the address of an engine"):
        Client(address)


def test_no_engine_is_unavailable_with_the_next_step() -> None:
    with Client(f"http://{LOOPBACK}:{free_port()}") as client, pytest.raises(Unavailable, match="No engine answers at"):
        client.services.engine.health()


def test_a_closed_client_says_so(client: Client) -> None:
    client.close()
    with pytest.raises(Unavailable):
        client.services.engine.health()


@contextmanager
def _answering(answer: bytes) -> Iterator[str]:
    """Something else on the port: answers each connection with `answer` and closes."""
    with socket.create_server((LOOPBACK, 0)) as listener:
        is_over = Event()
        port = listener.getsockname()[1]

        def serve() -> None:
            while not is_over.is_set():
                line, _ = listener.accept()
                with line:
                    if line.recv(1 << 16):
                        line.sendall(answer)

        thread = Thread(target=serve)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{port}"
        finally:
            is_over.set()
            socket.create_connection((LOOPBACK, port)).close()
            thread.join(5.0)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{",
        b"HTTP/1.1 302 Found\r\nLocation: http://evil.example/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nnot found",
        b"HTTP/1.1 799 Odd\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_another_program_on_the_port_is_no_engine(answer: bytes) -> None:
    with _answering(answer) as address, Client(address) as client, pytest.raises(Unavailable):
        client.services.engine.health()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"\x07\x00\x00\x00\x00\x04\x00\x00\x02\x01", "speaks DICOM"),  # A-ABORT
        (b"\x07\x00\xff\xff\xff\xff and more", "is no PACSDesk engine"),
        (b"", "was lost"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", "was lost"),
    ],
)
def test_who_speaks_no_http_is_told_from_who_hung_up(answer: bytes, said: str) -> None:
    with _answering(answer) as address, Client(address) as client, pytest.raises(Unavailable, match=said):
        client.services.engine.health()


def test_an_engine_that_is_silent_is_unavailable_after_the_time_given() -> None:
    with socket.create_server((LOOPBACK, 0)) as listener:
        address = f"http://{LOOPBACK}:{listener.getsockname()[1]}"
        with Client(address, timeout_s=0.2) as client, pytest.raises(Unavailable, match="did not answer in time"):
            client.services.engine.health()
