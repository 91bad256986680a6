"""The HTTP door under whatever may come to a port: a clear refusal, and the next caller is served."""

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

import pytest

from pacsdesk.contract.errors import InvalidInput, NotSignedIn, Refused, Unavailable
from pacsdesk.link.client import Client
from pacsdesk.link.server import LinkServer
from tests.link.support import (
    ANSWER_SECONDS,
    SMALL_LIMITS,
    RawAnswer,
    connect,
    exchange,
    read_answer,
    request_bytes,
)
from tests.support.fake_door import TOKEN, FakeDoor, FakeObject
from tests.support.fake_services import FakeSite
from tests.support.network import LOOPBACK

HEALTH = "/call/engine/health"
MEBIBYTE = 1 << 20


def _error(answer: RawAnswer) -> str:
    return str(json.loads(answer.body)["error"])


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (request_bytes("POST", HEALTH, body=b"{"), "InvalidInput"),
        (request_bytes("POST", HEALTH, body=b"\xff\xfe\x00"), "InvalidInput"),
        (request_bytes("POST", HEALTH, body=b"[" * 500_000), "InvalidInput"),
        (request_bytes("POST", "/call/engine/nothing", body=b"{}"), "NotFound"),
        (request_bytes("POST", "/call/engine/__class__", body=b"{}"), "NotFound"),
        (request_bytes("POST", "/call/nothing/x", body=b"{}"), "NotFound"),
        (request_bytes("POST", "/call/engine/health/more", body=b"{}"), "NotFound"),
        (request_bytes("GET", "/"), "NotFound"),
        (request_bytes("GET", HEALTH), "InvalidInput"),
        (request_bytes("POST", HEALTH, "Authorization: Bearer wrong", body=b"{}"), "NotSignedIn"),
        (request_bytes("POST", HEALTH, "Authorization: Basic eDp5", body=b"{}"), "NotSignedIn"),
        (request_bytes("POST", HEALTH, "Authorization: Bearer", body=b"{}"), "NotSignedIn"),
        (request_bytes("POST", HEALTH, "Host: evil.example", body=b"{}"), "NotPermitted"),
        (request_bytes("POST", HEALTH, "Host: localhost", "Host: evil.example", body=b"{}"), "InvalidInput"),
        (request_bytes("POST", HEALTH, "Origin: http://evil.example", body=b"{}"), "NotPermitted"),
        (request_bytes("POST", HEALTH, "Origin: null", body=b"{}"), "NotPermitted"),
        (b"POST /call/engine/health HTTP/1.1\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}", "InvalidInput"),
        (request_bytes("POST", HEALTH, "Content-Length: 99999999999999999999", body=b"{}"), "InvalidInput"),
        (request_bytes("POST", HEALTH, "Content-Length: -1", body=b"{}"), "InvalidInput"),
        (request_bytes("POST", HEALTH, "Transfer-Encoding: chunked", body=b"zz\r\n"), "InvalidInput"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "InvalidInput"),
        (b"\x01\x00\x00\x00\x00\xcd\x00\x01\x00\x00PACSDESK        ", "InvalidInput"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "InvalidInput"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "InvalidInput"),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n", "InvalidInput"),
        (b"CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", "InvalidInput"),
        (b"GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n", "InvalidInput"),
        (b"\x00" * 5000, "InvalidInput"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * MEBIBYTE, "TooLarge"),
        (b"GET /" + b"x" * MEBIBYTE, "TooLarge"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200_000, "TooLarge"),
        (request_bytes("POST", HEALTH, body=b" " * (MEBIBYTE + 1)), "TooLarge"),
        (request_bytes("POST", HEALTH, f"Content-Length: {1 << 40}", body=b"{}"), "TooLarge"),
        (
            request_bytes(
                "POST", HEALTH, "Transfer-Encoding: chunked", body=(b"20000\r\n" + b" " * 131072 + b"\r\n") * 20
            ),
            "TooLarge",
        ),
    ],
    ids=lambda value: value[:40].decode("latin-1") if isinstance(value, bytes) else value,
)
def test_a_hostile_request_is_refused_with_words(
    client: Client, address: tuple[str, int], request_: bytes, error: str
) -> None:
    assert _error(exchange(address, request_)) == error
    assert client.services.engine.health().product == "PACSDesk"


@pytest.mark.thorough
@pytest.mark.parametrize(
    "beginning",
    [
        b"",
        b"POST /call/eng",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX-",
        b"\r\n\r\n\r\n",
        request_bytes("POST", HEALTH, "Content-Length: 10", body=b"{"),
        request_bytes("POST", HEALTH, "Transfer-Encoding: chunked", body=b"1\r\n{\r\n"),
        request_bytes("PUT", "/uploads/b?name=x", f"Authorization: Bearer {TOKEN}", "Content-Length: 10", body=b"x"),
    ],
    ids=["nothing", "line", "header", "blank lines", "body", "chunk", "upload"],
)
def test_a_caller_who_stops_half_way_is_sent_off(address: tuple[str, int], beginning: bytes) -> None:
    assert _error(exchange(address, beginning)) == "InvalidInput"


def test_an_upload_whose_sender_goes_away_is_abandoned(address: tuple[str, int], door: FakeDoor) -> None:
    headers = (f"Authorization: Bearer {TOKEN}", "Content-Length: 1000000")
    with connect(address) as line:
        line.sendall(request_bytes("PUT", "/uploads/b?name=x", *headers, body=b"x" * 1000))
        assert door.upload_opened.wait(ANSWER_SECONDS)
    assert door.uploads[0].abandoned.wait(ANSWER_SECONDS) and not door.uploads[0].committed.is_set()


def test_a_request_before_the_last_was_answered_ends_the_connection(client: Client, address: tuple[str, int]) -> None:
    with connect(address) as line:
        stream = request_bytes("GET", "/events", f"Authorization: Bearer {TOKEN}").replace(
            b"Connection: close\r\n", b""
        )
        line.sendall(stream + b"GET / HTTP/1.1\r\n\r\n" * 1000)
        read_answer(line)
    assert client.services.engine.health().product == "PACSDesk"


def test_bytes_after_a_last_request_are_bounded(client: Client, address: tuple[str, int]) -> None:
    with connect(address) as line:
        line.sendall(request_bytes("GET", "/events", f"Authorization: Bearer {TOKEN}") + b"x" * MEBIBYTE)
        read_answer(line)
    assert client.services.engine.health().product == "PACSDesk"


def test_connections_over_the_limit_are_refused_and_room_comes_back(client: Client, address: tuple[str, int]) -> None:
    with ExitStack() as stack:
        lines = [stack.enter_context(connect(address)) for _ in range(SMALL_LIMITS.connections)]
        assert _error(exchange(address, request_bytes("POST", HEALTH, body=b"{}"))) == "Unavailable"
        for line in lines:
            read_answer(line)
    assert client.services.engine.health().product == "PACSDesk"


def test_a_caller_who_takes_nothing_of_a_big_object_is_cut(address: tuple[str, int], door: FakeDoor) -> None:
    door.objects["instance/1"] = FakeObject(bytes(64 << 20))
    with connect(address) as line:
        line.sendall(request_bytes("GET", "/bytes/instance/1", f"Authorization: Bearer {TOKEN}"))
        assert door.objects["instance/1"].closed.wait(ANSWER_SECONDS)


def test_the_address_of_the_caller_is_that_of_the_connection(client: Client, door: FakeDoor) -> None:
    client.services.engine.health()
    assert door.addresses == {LOOPBACK}


def test_a_forwarded_address_is_not_believed(address: tuple[str, int], door: FakeDoor) -> None:
    exchange(address, request_bytes("POST", HEALTH, "X-Forwarded-For: 10.9.9.9", body=b"{}"))
    assert door.addresses == {LOOPBACK}


def test_one_connection_serves_call_after_call(address: tuple[str, int]) -> None:
    request = request_bytes("POST", HEALTH, body=b"{}").replace(b"Connection: close\r\n", b"")
    with connect(address) as line:
        for _ in range(3):
            line.sendall(request)
            received = b""
            while not received.endswith(b"}"):
                received += line.recv(1 << 16)
            assert received.startswith(b"HTTP/1.1 200")


def test_a_port_that_is_taken_is_named(address: tuple[str, int], door: FakeDoor) -> None:
    with pytest.raises(Refused, match=rf"{address[1]} is in use"):
        LinkServer(door, port=address[1]).start()


@pytest.mark.parametrize(("host", "port"), [("no.such.host.invalid", 0), ("192.0.2.1", 0), (LOOPBACK, 70000)])
def test_an_address_that_cannot_be_ours_is_refused(door: FakeDoor, host: str, port: int) -> None:
    with pytest.raises(InvalidInput):
        LinkServer(door, host, port).start()


def test_stopping_ends_open_streams_at_once() -> None:
    server = LinkServer(FakeDoor(FakeSite()), limits=SMALL_LIMITS)
    host, port = server.start()
    with Client(f"http://{host}:{port}", TOKEN) as client:
        streams = [client.listen(Event()) for _ in range(3)]
        assert [next(stream) for stream in streams] == [None] * 3
        assert server.stop(60.0)
        for stream in streams:
            with pytest.raises(Unavailable):
                next(stream)


class _SlowSite(FakeSite):
    """Each call of one method says that it has begun and then waits."""

    def __init__(self, slow: str) -> None:
        super().__init__()
        self.begun, self.go_on = Event(), Event()
        self._slow = slow

    def enter(self, method: str) -> None:
        if method == self._slow:
            self.begun.set()
            self.go_on.wait(ANSWER_SECONDS)
        super().enter(method)


def test_stopping_lets_a_running_call_end() -> None:
    site = _SlowSite(slow="jobs.list")
    door = FakeDoor(site)
    server = LinkServer(door, limits=SMALL_LIMITS)
    host, port = server.start()
    with Client(f"http://{host}:{port}", TOKEN) as client, ThreadPoolExecutor(2) as threads:
        answer = threads.submit(client.services.jobs.list)
        assert site.begun.wait(ANSWER_SECONDS)
        stopped = threads.submit(server.stop, 60.0)
        assert door.unsubscribed.wait(ANSWER_SECONDS)
        site.go_on.set()
        assert (answer.result(), stopped.result()) == ((), True)


def test_callers_without_a_session_leave_threads_for_those_who_have_one() -> None:
    site = _SlowSite(slow="sessions.sign_in")
    server = LinkServer(FakeDoor(site), limits=SMALL_LIMITS)
    address = "http://{}:{}".format(*server.start())
    guesses = SMALL_LIMITS.threads + 1
    with Client(address) as guesser, Client(address, TOKEN) as person, ThreadPoolExecutor(guesses) as threads:
        answers = [threads.submit(guesser.services.sessions.sign_in, "ada", "guess") for _ in range(guesses)]
        assert site.begun.wait(ANSWER_SECONDS)
        assert person.services.jobs.list() == ()
        site.go_on.set()
        assert {type(answer.exception()) for answer in answers} == {NotSignedIn}
    server.stop()


def test_stopping_does_not_wait_for_callers_that_stall() -> None:
    server = LinkServer(FakeDoor(FakeSite()))
    address = server.start()
    with connect(address) as line, connect(address):
        line.sendall(request_bytes("POST", HEALTH, "Content-Length: 10", body=b"{"))
        assert server.stop(0.5)


def test_a_stopped_server_has_let_its_port_go() -> None:
    server = LinkServer(FakeDoor(FakeSite()))
    host, port = server.start()
    server.stop()
    with socket.create_server((host, port)):
        pass
