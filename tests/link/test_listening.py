"""Events reach a face in order, also over a cut, and a face that wants to stop does."""

import socket
from collections.abc import Iterator
from threading import Event, Thread, Timer

import pytest

from pacsdesk.contract.errors import NotSignedIn, Unavailable
from pacsdesk.contract.events import EventsMissed, PeersChanged
from pacsdesk.link.client import Client
from pacsdesk.link.listening import EventListener
from pacsdesk.link.server import LinkServer
from pacsdesk.link.transport import Transport
from tests.link.support import ANSWER_SECONDS, SMALL_LIMITS, connect, request_bytes
from tests.support.fake_door import TOKEN, FakeDoor
from tests.support.fake_services import FakeSite
from tests.support.network import LOOPBACK, free_port


def _standing(client: Client, stop: Event) -> Iterator[object | None]:
    """A stream past its None."""
    stream = client.listen(stop)
    assert next(stream) is None
    return stream


def _hear(client: Client, count: int) -> list[object | None]:
    """The next events of a new stream, which is then ended."""
    stop = Event()
    stream = _standing(client, stop)
    heard = [next(stream) for _ in range(count)]
    stop.set()
    assert list(stream) == []
    return heard


def test_events_arrive_in_order(client: Client, door: FakeDoor) -> None:
    stream = _standing(client, Event())
    events = [PeersChanged(f"peer {number}") for number in range(5)]
    for event in events:
        door.publish(event)
    assert [next(stream) for _ in events] == events


def test_the_next_stream_goes_on_after_the_last_event(client: Client, door: FakeDoor) -> None:
    stop = Event()
    stream = _standing(client, stop)
    stop.set()
    list(stream)
    door.publish(PeersChanged("while away"))
    assert _hear(client, 1) == [PeersChanged("while away")]


def test_a_face_that_was_away_too_long_is_told(client: Client, door: FakeDoor) -> None:
    stop = Event()
    stream = _standing(client, stop)
    stop.set()
    list(stream)
    for number in range(SMALL_LIMITS.remembered_events + 1):
        door.publish(PeersChanged(f"peer {number}"))
    assert _hear(client, 1) == [EventsMissed(since=0)]


def test_a_new_engine_at_the_address_means_that_events_were_missed() -> None:
    port = free_port()
    first = LinkServer(FakeDoor(FakeSite()), port=port, limits=SMALL_LIMITS)
    first.start()
    with Client(f"http://{LOOPBACK}:{port}", TOKEN) as client:
        stream = _standing(client, Event())
        first.stop(5.0)
        with pytest.raises(Unavailable):
            next(stream)
        second = LinkServer(FakeDoor(FakeSite()), port=port, limits=SMALL_LIMITS)
        second.start()
        assert _hear(client, 1) == [EventsMissed(since=0)]
        second.stop(5.0)


def test_signs_of_life_keep_a_quiet_stream(client: Client, door: FakeDoor) -> None:
    transport = Transport(client.address, TOKEN, 5.0)
    stream = EventListener(transport, silence_seconds=SMALL_LIMITS.sign_of_life_seconds * 4).listen(Event())
    assert next(stream) is None
    later = Timer(SMALL_LIMITS.sign_of_life_seconds * 6, door.publish, [PeersChanged("x")])
    later.start()
    assert next(stream) == PeersChanged("x")
    later.join()
    transport.close()


def test_stopping_ends_a_stream_that_waits(client: Client) -> None:
    stop, ended = Event(), Event()
    stream = _standing(client, stop)

    def run() -> None:
        list(stream)
        ended.set()

    thread = Thread(target=run)
    thread.start()
    stop.set()
    assert ended.wait(ANSWER_SECONDS)
    thread.join()


def test_stopping_ends_a_stream_that_never_stood() -> None:
    with socket.create_server((LOOPBACK, 0)) as silent:
        transport = Transport(f"http://{LOOPBACK}:{silent.getsockname()[1]}", TOKEN, 5.0)
        stop = Event()
        stop.set()
        assert list(EventListener(transport).listen(stop)) == []
        transport.close()


def test_silence_means_that_the_engine_is_lost() -> None:
    with socket.create_server((LOOPBACK, 0)) as silent:
        transport = Transport(f"http://{LOOPBACK}:{silent.getsockname()[1]}", TOKEN, 5.0)
        with pytest.raises(Unavailable, match="was lost"):
            list(EventListener(transport, silence_seconds=0.2).listen(Event()))
        transport.close()


def test_no_engine_is_unavailable() -> None:
    with Client(f"http://{LOOPBACK}:{free_port()}") as client, pytest.raises(Unavailable, match="No engine"):
        next(client.listen(Event()))


def test_who_is_not_signed_in_hears_nothing(client: Client) -> None:
    client.token = ""
    with pytest.raises(NotSignedIn):
        next(client.listen(Event()))


def test_a_stream_ends_with_the_session_that_opened_it(client: Client, door: FakeDoor) -> None:
    stream = _standing(client, Event())
    door.token = "of another session"
    with pytest.raises(Unavailable):
        list(stream)
    with pytest.raises(NotSignedIn):
        next(client.listen(Event()))


def test_a_stream_too_many_is_refused(client: Client) -> None:
    streams = [_standing(client, Event()) for _ in range(SMALL_LIMITS.event_streams)]
    with pytest.raises(Unavailable, match="no more listeners"):
        next(client.listen(Event()))
    del streams


def test_a_listener_that_reads_nothing_is_cut_and_the_others_hear_on(
    client: Client, address: tuple[str, int], door: FakeDoor
) -> None:
    stream = _standing(client, Event())
    with connect(address) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.sendall(request_bytes("GET", "/events", f"Authorization: Bearer {TOKEN}"))
        event = PeersChanged("x" * 200_000)
        for _ in range(60):
            door.publish(event)
            assert next(stream) == event
