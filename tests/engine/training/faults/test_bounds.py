"""What every peer keeps to: so many connections, so much kept, so long, and then nothing of it runs."""

import socket
import threading
from threading import Event

from pacsdesk.engine.training.faults.fault import LOOPBACK, Lesson
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.engine.training.faults.holdings import MOST_BYTES, MOST_INSTANCES, Holdings
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.sockets import MOST_CONNECTIONS, SocketPeer, hear_until_the_end
from tests.engine.training.faults.calling import LESSON, TODAY, associated, everything, running
from tests.engine.training.faults.test_storing import small_image
from tests.support.leaks import nothing_left_behind


def _hear(connection: socket.socket, stopping: Event) -> None:
    connection.sendall(b"!")
    hear_until_the_end(connection)


def test_connections_over_the_limit_are_closed_and_others_stay() -> None:
    with nothing_left_behind():
        peer = SocketPeer(_hear, 60)
        callers = [socket.create_connection((LOOPBACK, peer.port), 5) for _ in range(MOST_CONNECTIONS)]
        assert all(caller.recv(1) == b"!" for caller in callers)
        with socket.create_connection((LOOPBACK, peer.port), 5) as one_more:
            assert everything(one_more) == b""
        callers[0].close()
        peer.stop()
        assert all(everything(caller) == b"" for caller in callers[1:])
        for caller in callers:
            caller.close()


def test_associations_over_the_limit_are_rejected() -> None:
    with running("healthy") as fault:
        contexts = [associated(fault) for _ in range(17)]
        states = [one.__enter__().is_established for one in contexts]
        for one in contexts:
            one.__exit__(None, None, None)
    assert states == [True] * 16 + [False]


def test_a_peer_that_was_forgotten_ends_by_itself() -> None:
    with nothing_left_behind():
        for start in (behaving(Manner()), lambda lesson: _as_running(lesson)):
            port = start(Lesson(TODAY, lifetime_s=0.05)).port
            for thread in threading.enumerate():
                if thread.name == "fault-lifetime":
                    thread.join(10)
            with socket.socket() as caller:
                assert caller.connect_ex((LOOPBACK, port))


def _as_running(lesson: Lesson) -> SocketPeer:
    return SocketPeer(_hear, lesson.lifetime_s)


def test_a_peer_can_be_stopped_twice() -> None:
    with running("healthy") as fault:
        fault.stop()
        fault.stop()


def test_a_peer_stops_though_its_caller_stays() -> None:
    with running("healthy") as fault, associated(fault) as association:
        assert association.send_c_echo().Status == 0
        fault.stop()
        association.join(5)
        assert not association.is_alive()


def test_only_so_much_is_kept() -> None:
    holdings = Holdings(TODAY)
    assert all(holdings.add(small_image(number), 1) for number in range(MOST_INSTANCES))
    assert not holdings.add(small_image(MOST_INSTANCES), 1)


def test_only_so_many_bytes_are_kept() -> None:
    holdings = Holdings(TODAY)
    assert holdings.add(small_image(1), MOST_BYTES)
    assert not holdings.add(small_image(2), 1)


def test_lessons_are_bounded_unless_told_otherwise() -> None:
    assert LESSON.lifetime_s < Lesson(TODAY).lifetime_s <= 3600
