"""Builds the parser of all commands: `pacsdesk NOUN [VERB] ...`, with the common options before, between or behind."""

import sys
from argparse import (
    SUPPRESS,
    ZERO_OR_MORE,
    Action,
    ArgumentError,
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from pacsdesk import __version__
from pacsdesk.cli.catalog import COMMANDS, GROUPS
from pacsdesk.cli.command import Command, Group, Noun
from pacsdesk.cli.typing_again import this_program
from pacsdesk.contract.nearest import did_you_mean


class CommandParser(ArgumentParser):
    """A parser whose usage names only what must be given, and whose complaints name the nearest word and the help.

    Options are not abbreviated: a script must not break when a command gets another option.
    """

    def __init__(self, **options: Any) -> None:  # Any: as argparse declares them
        super().__init__(allow_abbrev=False, formatter_class=RawDescriptionHelpFormatter, **options)
        self._positionals.title = "arguments"

    def format_usage(self) -> str:
        """One line: the words of the command, then `[options]` for all that may be left out."""
        return f"usage: {self._needed_words()}\n"

    def format_help(self) -> str:
        """The usage, what the command is for, its arguments and options, examples."""
        self.usage = self._needed_words().replace("%", "%%")
        return super().format_help()

    def parse_known_args(  # type: ignore[override]  # argparse overloads it for namespaces that we never give
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Namespace, list[str]]:
        """As argparse, but nothing may be left unknown: so the command itself complains, not `pacsdesk`."""
        parsed, left = super().parse_known_args(args, namespace)
        left = self._without_late_words(parsed, left)
        if left:
            self.error(self._stray_text(left[0]))
        return parsed, left

    def _without_late_words(self, parsed: Namespace, left: list[str]) -> list[str]:
        """argparse gives a positional that may be empty nothing at the first option, and then leaves the words behind
        that option over: `send PACS --calling CT01 a.dcm`. They are that positional's."""
        rest = next((one for one in self._actions if not one.option_strings and one.nargs == ZERO_OR_MORE), None)
        if not left or rest is None or getattr(parsed, rest.dest, None) or any(word.startswith("-") for word in left):
            return left
        try:
            setattr(parsed, rest.dest, self._get_values(rest, left))
        except ArgumentError as error:
            self.error(str(error))
        return []

    def error(self, message: str) -> NoReturn:
        """End with the exit code of wrong usage."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\n`{self.prog} --help` tells more.\n")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the process. Help that nobody could take is no matter, as in argparse itself."""
        with suppress(OSError):
            sys.stdout.flush()
        super().exit(status, message)

    # argparse has no public place for this; without it a person reads a list of all words in quotes
    def _check_value(self, action: Action, value: Any) -> None:  # Any: as argparse declares it
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        meant = _calls_with_verb(str(value)) if " " not in self.prog else ""
        parts = (f"there is no {value!r}.", meant or did_you_mean(str(value), known), f"There are: {', '.join(known)}.")
        raise ArgumentError(action if action.option_strings else None, " ".join(filter(None, parts)))

    def _needed_words(self) -> str:
        formatter = self._get_formatter()
        needed = [action for action in self._actions if action.required or not action.option_strings]
        formatter.add_usage(None, needed, (), prefix="")
        return f"{formatter.format_help().strip()} [options]"

    def _stray_text(self, word: str) -> str:
        if not word.startswith("-"):
            site = (
                f" A site's folder is named with --data-dir {word}."
                if Path(word).parts[1:] or Path(word).is_dir()
                else ""
            )
            return f"there is one word too many, {word!r}.{site}"
        option = word.partition("=")[0]
        known = [name for action in self._actions for name in action.option_strings]
        return f"there is no option {option!r}. {did_you_mean(option, known)}".rstrip()


def _calls_with_verb(word: str) -> str:
    """For a verb that stands where a noun should."""
    meant = [f"`pacsdesk {command.words}`" for command in COMMANDS if command.words.endswith(f" {word}")]
    return f"Did you mean {' or '.join(meant)}?" if meant else ""


def build_parser() -> CommandParser:
    """The parser of all commands. What it parses has `command`, the common options and the command's own arguments."""
    parser = CommandParser(prog="pacsdesk", description=_overview(GROUPS), parents=[_common_options(is_first=True)])
    parser.add_argument("-V", "--version", action="version", version=f"PACSDesk {__version__}")
    words = parser.add_subparsers(
        metavar="COMMAND", required=True, help="one of the above; `pacsdesk COMMAND --help` tells more"
    )
    common, local = _common_options(is_first=False), _common_options(is_first=False, asks_engine=False)
    for noun in (noun for group in GROUPS for noun in group.nouns):
        if not noun.verbs:
            only = noun.commands[0]
            _fill(words.add_parser(noun.word, parents=[common if only.asks_engine else local]), only)
            continue
        place = words.add_parser(
            noun.word, parents=[common], description=f"{noun.summary}.", epilog=_examples(noun.commands)
        ).add_subparsers(metavar="|".join(noun.verbs), required=True)
        for verb, command in zip(noun.verbs, noun.commands, strict=True):
            _fill(place.add_parser(verb, parents=[common], help=command.summary), command)
    return parser


def _fill(parser: CommandParser, command: Command) -> None:
    parser.description, parser.epilog = command.summary, _examples((command,))
    command.arguments(parser)
    parser.set_defaults(command=command)


def _overview(groups: Iterable[Group]) -> str:
    """One line for each noun, under the titles of their groups."""
    parts = ["Without a command the desktop opens."]
    for group in groups:
        lines = (f"  {noun.word:<11}  {_line(noun)}" for noun in group.nouns)
        parts.append("\n".join((f"{group.title}:", *lines)))
    return "\n\n".join(parts)


def _line(noun: Noun) -> str:
    return f"{noun.summary}: {', '.join(noun.verbs)}." if noun.verbs else noun.summary


def _examples(commands: Iterable[Command]) -> str:
    """Calls that mean something, a line each."""
    program = this_program()
    given = [f"  {program} {command.example}" for command in commands]
    return "\n".join((f"{'examples' if len(given) > 1 else 'example'}:", *given))


def _common_options(is_first: bool, asks_engine: bool = True) -> CommandParser:
    """is_first: these give the defaults; a later parser that did so too would undo what stood before the command.

    asks_engine: false for the commands to which it does not matter which engine there is and who asks it.
    """

    def default(value: object) -> object:
        return value if is_first else SUPPRESS

    common = CommandParser(add_help=False)
    group = common.add_argument_group("common options, before or behind the command")
    group.add_argument(
        "--data-dir", type=Path, default=default(None), metavar="DIR", help="the site's folder (PACSDESK_DATA_DIR)"
    )
    group.add_argument("--json", action="store_true", default=default(False), help="answer with one JSON document")
    if not asks_engine:
        return common
    group.add_argument("--engine", default=default(""), metavar="URL", help="the engine's address instead of a folder")
    group.add_argument("--user", default=default(""), metavar="NAME", help="who asks (PACSDESK_USER)")
    group.add_argument(
        "--password-file", default=default(""), metavar="FILE", help="their password (PACSDESK_PASSWORD_FILE)"
    )
    return common
