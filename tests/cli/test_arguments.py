"""What words are taken as arguments, and what a person reads about those that are not."""

from argparse import ArgumentTypeError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.cli.arguments import count, peer_services, port, saying_why
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import AETitle


def test_a_refusal_gives_the_reason_of_the_type() -> None:
    with pytest.raises(ArgumentTypeError, match="at most 16 characters"):
        saying_why(AETitle)("MUCH_TOO_LONG_TITLE")


def test_a_word_that_is_right_becomes_its_type() -> None:
    assert saying_why(AETitle)(" CT01 ") == AETitle("CT01")


@given(st.integers(1, 65535))
def test_every_port_is_taken(number: int) -> None:
    assert port(str(number)) == number


@given(st.integers().filter(lambda number: not 1 <= number <= 65535) | st.text().filter(lambda word: not _is_int(word)))
def test_what_is_no_port_is_refused_with_what_would_be(word: int | str) -> None:
    with pytest.raises(ArgumentTypeError, match="from 1 to 65535"):
        port(str(word))


@pytest.mark.parametrize("word", ["-1", "1.5", "many", ""])
def test_a_count_is_a_whole_number_from_nothing_on(word: str) -> None:
    with pytest.raises(ArgumentTypeError, match="whole number"):
        count(word)


def test_services_are_separated_by_commas() -> None:
    assert peer_services("echo, store") == (PeerService.ECHO, PeerService.STORE)


def test_a_service_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(ArgumentTypeError, match=r"'fly'\. There are: echo, store"):
        peer_services("echo,fly")


def _is_int(word: str) -> bool:
    try:
        int(word)
    except ValueError:
        return False
    return True
