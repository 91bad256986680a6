"""Kinds of arguments: a wrong word is refused before anything is done, with the reason and not with a type's name."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.peers import LONGEST_TIMEOUT, PeerService, UsedService
from pacsdesk.contract.records.queries import QueryKey
from pacsdesk.contract.types import QueryLevel

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


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


def one_of(kind: type[Choice]) -> Callable[[str], Choice]:
    """A member of an enumeration by its value."""

    def convert(word: str) -> Choice:
        known = {str(member): member for member in kind}
        if word not in known:
            parts = (f"there is no {word!r}.", did_you_mean(word, known), f"There are: {', '.join(known)}.")
            raise ArgumentTypeError(" ".join(filter(None, parts)))
        return known[word]

    return convert


def peer_services(word: str) -> tuple[PeerService, ...]:
    """Services with commas between them, as in `echo,store`."""
    return tuple(one_of(PeerService)(name.strip()) for name in word.split(",") if name.strip())


def used_services(word: str) -> tuple[UsedService, ...]:
    """The same of what we use."""
    return tuple(one_of(UsedService)(name.strip()) for name in word.split(",") if name.strip())


def query_key(word: str) -> QueryKey:
    """A key of a query or a retrieval, as in `PatientID=4711`; without a value it is returned, not matched."""
    name, sign, value = word.partition("=")
    if not name or (not sign and not name.replace(".", "").replace(",", "").isalnum()):
        raise ArgumentTypeError(f"a key is written NAME=VALUE, as in PatientID=4711, not {word!r}")
    return QueryKey(name, value)


def query_level(word: str) -> QueryLevel:
    """A level, in whatever case."""
    return one_of(QueryLevel)(word.upper())


def time_out(word: str) -> int:
    """Seconds to wait, 0 for what is usual."""
    return _whole_number(word, 0, LONGEST_TIMEOUT)


def _whole_number(word: str, lowest: int, highest: int) -> int:
    try:
        number = int(word)
    except ValueError:
        number = lowest - 1
    if not lowest <= number <= highest:
        raise ArgumentTypeError(f"it takes a whole number from {lowest} to {highest}, not {word!r}")
    return number
