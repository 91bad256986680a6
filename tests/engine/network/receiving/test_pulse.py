"""When a receiver that runs is given up: by unanswered questions that were really waited for, never by the clock."""

import logging
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, count, repeat
from threading import Event, Thread

import pytest

from pacsdesk.engine.network.receiving.messages import (
    FROM_RECEIVER,
    TO_RECEIVER,
    AreYouThere,
    FromReceiver,
    Here,
    LogLine,
    OtherEndGone,
    Post,
    Ready,
    ToReceiver,
)
from pacsdesk.engine.network.receiving.pulse import NoAnswer, Patience, Pulse

SWIFT = Patience(every_seconds=0.02, missed=3, missed_at_start=8)
A_LINE = LogLine(logging.INFO, "pacsdesk", "one of its threads goes on")


@dataclass
class Asked:
    """An engine's end with a pulse, and the receiver's end, which the test plays."""

    pulse: Pulse
    receiver: Post[ToReceiver]

    def questions(self) -> int:
        """How many have come."""
        questions = 0
        while self.receiver.receive_within(0) is not None:
            questions += 1
        return questions

    def answer(self, number: int, then: Callable[[], None]) -> Thread:
        """Answer so many questions on a thread of its own, then do something else."""

        def run() -> None:
            for _ in range(number):
                assert self.receiver.receive() == AreYouThere()
                self.receiver.send(Here())
            then()

        thread = Thread(target=run)
        thread.start()
        return thread


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Two connected sockets."""
    first, second = socket.socketpair()
    with first, second:
        yield first, second


@pytest.fixture
def asked(pair: tuple[socket.socket, socket.socket]) -> Asked:
    """A pulse in a hurry."""
    control: Post[FromReceiver] = Post(pair[0], FROM_RECEIVER)
    return Asked(Pulse(control, SWIFT), Post(pair[1], TO_RECEIVER))


def ready(asked: Asked) -> None:
    """Let the start be over."""
    asked.receiver.send(Ready())
    assert asked.pulse.receive() == Ready()


def test_who_answers_stays(asked: Asked) -> None:
    ready(asked)
    answering = asked.answer(5 * SWIFT.missed, lambda: asked.receiver.send(A_LINE))
    assert asked.pulse.receive() == A_LINE
    answering.join()
    assert not asked.pulse.is_late


def test_who_never_answers_is_given_up_after_so_many_questions(asked: Asked) -> None:
    ready(asked)
    with pytest.raises(NoAnswer):
        asked.pulse.receive()
    assert asked.pulse.is_late
    assert asked.questions() == SWIFT.missed


def test_whose_other_threads_talk_on_without_an_answer_is_given_up(asked: Asked) -> None:
    ready(asked)
    is_over = Event()

    def talk() -> None:
        while not is_over.wait(SWIFT.every_seconds / 4):
            asked.receiver.send(A_LINE)

    talking = Thread(target=talk)
    talking.start()
    try:
        with pytest.raises(NoAnswer):
            while True:
                asked.pulse.receive()
    finally:
        is_over.set()
        talking.join()


def test_at_its_start_it_may_miss_more(asked: Asked) -> None:
    with pytest.raises(NoAnswer):
        asked.pulse.receive()
    assert asked.questions() == SWIFT.missed_at_start


def test_a_clock_that_jumps_is_one_unanswered_question(pair: tuple[socket.socket, socket.socket]) -> None:
    control: Post[FromReceiver] = Post(pair[0], FROM_RECEIVER)
    receiver: Post[ToReceiver] = Post(pair[1], TO_RECEIVER)
    jumps = chain([0.0, 10.0, 10.0, 10.0, 3610.0], repeat(3610.0))
    pulse = Pulse(control, Patience(every_seconds=5.0, missed=2), lambda: next(jumps))

    def play() -> None:
        receiver.receive()
        receiver.send(A_LINE)  # an hour later
        receiver.receive()
        receiver.send(Here())
        receiver.send(A_LINE)

    receiver.send(Ready())
    playing = Thread(target=play)
    playing.start()
    received = [pulse.receive() for _ in range(3)]
    playing.join()
    assert received == [Ready(), A_LINE, A_LINE]
    assert not pulse.is_late


def test_what_came_while_this_side_was_held_up_is_read_before_anything_counts(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    control: Post[FromReceiver] = Post(pair[0], FROM_RECEIVER)
    receiver: Post[ToReceiver] = Post(pair[1], TO_RECEIVER)
    hours = count(step=3600.0)
    pulse = Pulse(control, Patience(every_seconds=5.0, missed=1), lambda: next(hours))
    for message in (Ready(), A_LINE, Here(), A_LINE):
        receiver.send(message)
    assert [pulse.receive() for _ in range(3)] == [Ready(), A_LINE, A_LINE]


def test_the_end_is_the_end(asked: Asked) -> None:
    asked.receiver.close()
    with pytest.raises(OtherEndGone):
        asked.pulse.receive()
