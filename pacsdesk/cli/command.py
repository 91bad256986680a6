"""What a command is: words, a summary, its arguments, and one function from an invocation to an exit code; and how
commands are gathered for help: by noun, nouns by group."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from pacsdesk.cli.connection import Connection
from pacsdesk.cli.output import Output
from pacsdesk.contract.services.catalog import Services
from pacsdesk.link.client import Client


class Exit(IntEnum):
    """Exit codes, kept stable for scripts."""

    DONE = 0
    FAILED = 1
    WRONG_USAGE = 2
    NOT_PERMITTED = 3
    NO_ENGINE = 4
    INTERRUPTED = 130  # as of a program that SIGINT ended, which is what shells and their scripts look for
    PIPE_CLOSED = 141  # likewise SIGPIPE


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command as it was called. services and client connect and sign in when first used."""

    args: Namespace
    out: Output
    connection: Connection

    @property
    def services(self) -> Services:
        """The engine's services, signed in."""
        return self.connection.client().services

    @property
    def client(self) -> Client:
        """The engine's byte route, signed in."""
        return self.connection.client()

    @property
    def data_dir(self) -> Path:
        """The data folder that was named or is the default, whatever the folder of this process becomes."""
        return self.connection.data_dir.absolute()


def _no_arguments(parser: ArgumentParser) -> None:
    """For commands that take none."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. words: as typed ("peers add"); run: answers an exit code, raises PacsDeskError; example: the words
    behind `pacsdesk` of a call that means something, shown in help and parsed in tests; asks_engine: false
    when it runs without one, so that options that choose an engine mean nothing."""

    words: str
    summary: str
    run: Callable[[Invocation], int]
    arguments: Callable[[ArgumentParser], None] = _no_arguments
    asks_engine: bool = field(default=True, kw_only=True)
    example: str = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Noun:
    """Commands that begin with the same word ("peers"), or the only one that is that word ("status")."""

    word: str
    summary: str
    commands: tuple[Command, ...]

    @property
    def verbs(self) -> tuple[str, ...]:
        """The second words, in order; none for a command of one word."""
        return tuple(verb for command in self.commands if (verb := command.words.partition(" ")[2]))


@dataclass(frozen=True, slots=True)
class Group:
    """Nouns that belong together in the help of `pacsdesk` itself."""

    title: str
    nouns: tuple[Noun, ...]


def alone(command: Command) -> Noun:
    """The noun of a command of one word."""
    return Noun(command.words, command.summary, (command,))
