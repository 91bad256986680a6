"""Builds the parser of all commands: `pacsdesk NOUN [VERB] ...`, with the common options before, between or behind."""

from argparse import SUPPRESS, Action, ArgumentError, ArgumentParser, _SubParsersAction
from pathlib import Path
from typing import Any

from pacsdesk import __version__
from pacsdesk.cli.catalog import COMMANDS
from pacsdesk.contract.nearest import did_you_mean


class CommandParser(ArgumentParser):
    """A parser that answers a mistyped word with the one that may have been meant, then with all there are."""

    # argparse has no public place for this; without it a person reads a list of all words in quotes
    def _check_value(self, action: Action, value: Any) -> None:  # Any: as argparse declares it
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        parts = (f"there is no {value!r}.", did_you_mean(str(value), known), f"There are: {', '.join(known)}.")
        raise ArgumentError(action, " ".join(part for part in parts if part))


def build_parser() -> CommandParser:
    """The parser of all commands. What it parses has `command`, the common options and the command's own arguments."""
    parser = CommandParser(
        prog="pacsdesk", description="Without a command the desktop opens.", parents=[_common_options(is_first=True)]
    )
    parser.add_argument("--version", action="version", version=f"PACSDesk {__version__}")
    nouns = parser.add_subparsers(metavar="COMMAND", required=True)
    common = _common_options(is_first=False)
    verbs: dict[str, _SubParsersAction[CommandParser]] = {}
    for command in COMMANDS:
        noun, _, verb = command.words.partition(" ")
        if verb and noun not in verbs:
            group = nouns.add_parser(noun, parents=[common], help=", ".join(_verbs_of(noun)))
            verbs[noun] = group.add_subparsers(metavar="VERB", required=True)
        place = verbs[noun] if verb else nouns
        one = place.add_parser(verb or noun, parents=[common], help=command.summary, description=command.summary)
        command.arguments(one)
        one.set_defaults(command=command)
    return parser


def _verbs_of(noun: str) -> list[str]:
    return [command.words.partition(" ")[2] for command in COMMANDS if command.words.startswith(f"{noun} ")]


def _common_options(is_first: bool) -> CommandParser:
    """is_first: these give the defaults; a later parser that did so too would undo what stood before the command."""

    def default(value: object) -> object:
        return value if is_first else SUPPRESS

    common = CommandParser(add_help=False)
    group = common.add_argument_group("common options, before or behind the command")
    group.add_argument(
        "--data-dir", type=Path, default=default(None), metavar="DIR", help="the site's folder (PACSDESK_DATA_DIR)"
    )
    group.add_argument("--engine", default=default(""), metavar="URL", help="the engine's address instead of a folder")
    group.add_argument("--user", default=default(""), metavar="NAME", help="who asks (PACSDESK_USER)")
    group.add_argument(
        "--password-file", default=default(""), metavar="FILE", help="their password (PACSDESK_PASSWORD_FILE)"
    )
    group.add_argument("--json", action="store_true", default=default(False), help="answer with one JSON document")
    return common
