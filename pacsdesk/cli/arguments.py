"""Kinds of arguments: a wrong word is refused before anything is done, with the reason and not with a type's name."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from typing import TypeVar

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.peers import PeerService

T = TypeVar("T")


def saying_why(kind: Callable[[str], T]) -> Callable[[str], T]:
    """`kind` as an argument's type: the ValueError with which it refuses a word is what the person reads."""

    def convert(word: str) -> T:
        try:
            return kind(word)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from error

    return convert


def count(word: str) -> int:
    """A number of things, 0 or more."""
    return _whole_number(word, 0, 1 << 31)


def port(word: str) -> int:
    """A TCP port."""
    return _whole_number(word, 1, 65535)


def peer_services(word: str) -> tuple[PeerService, ...]:
    """Services with commas between them, as in `echo,store`."""
    names = [name.strip() for name in word.split(",") if name.strip()]
    known = {str(service): service for service in PeerService}
    for name in names:
        if name not in known:
            parts = (f"there is no service {name!r};", did_you_mean(name, known), f"there are {', '.join(known)}")
            raise ArgumentTypeError(" ".join(part for part in parts if part))
    return tuple(known[name] for name in names)


def _whole_number(word: str, lowest: int, highest: int) -> int:
    try:
        number = int(word)
    except ValueError:
        number = lowest - 1
    if not lowest <= number <= highest:
        raise ArgumentTypeError(f"it takes a whole number from {lowest} to {highest}, not {word!r}")
    return number
