"""Turns words into one command of the catalog, runs it, and answers with its exit code."""

import sys
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pacsdesk import __version__
from pacsdesk.cli.catalog import COMMANDS
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.connection import connection_from
from pacsdesk.cli.output import Output
from pacsdesk.contract.errors import InvalidInput, NotPermitted, NotSignedIn, PacsDeskError, Unavailable

_EXITS: tuple[tuple[type[PacsDeskError], Exit], ...] = (
    (InvalidInput, Exit.WRONG_USAGE),
    (NotSignedIn, Exit.NOT_PERMITTED),
    (NotPermitted, Exit.NOT_PERMITTED),
    (Unavailable, Exit.NO_ENGINE),
)


def run(words: Sequence[str]) -> int:
    """Run `pacsdesk WORDS` and answer the exit code."""
    args = build_parser().parse_args(words)
    command: Command = args.command
    out = Output(args.json, sys.stdout, sys.stderr)
    connection = connection_from(args)
    try:
        return command.run(Invocation(args, out, connection))
    except PacsDeskError as error:
        out.failure(error)
        return exit_code(error)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # whoever read our output has seen enough (`| head`); a second complaint at exit helps nobody
        sys.stderr.close()
        return Exit.FAILED
    finally:
        with suppress(PacsDeskError):
            connection.close()


def exit_code(error: PacsDeskError) -> Exit:
    """The exit code that an error stands for."""
    return next((code for kind, code in _EXITS if isinstance(error, kind)), Exit.FAILED)


def build_parser() -> ArgumentParser:
    """The parser of all commands: `pacsdesk NOUN [VERB] ...`."""
    common = _common_options()
    parser = ArgumentParser(prog="pacsdesk", description="Without a command the desktop opens.")
    parser.add_argument("--version", action="version", version=f"PACSDesk {__version__}")
    nouns = parser.add_subparsers(metavar="COMMAND", required=True)
    verbs: dict[str, _SubParsersAction[ArgumentParser]] = {}
    for command in COMMANDS:
        noun, _, verb = command.words.partition(" ")
        if verb and noun not in verbs:
            group = nouns.add_parser(noun, help=f"{noun}: {_verbs_of(noun)}")
            verbs[noun] = group.add_subparsers(metavar="VERB", required=True)
        place = verbs[noun] if verb else nouns
        one = place.add_parser(verb or noun, parents=[common], help=command.summary, description=command.summary)
        command.arguments(one)
        one.set_defaults(command=command)
    return parser


def _verbs_of(noun: str) -> str:
    return ", ".join(command.words.partition(" ")[2] for command in COMMANDS if command.words.startswith(f"{noun} "))


def _common_options() -> ArgumentParser:
    common = ArgumentParser(add_help=False)
    group = common.add_argument_group("common options")
    group.add_argument(
        "--data-dir", type=Path, default=None, metavar="DIR", help="the site's folder (PACSDESK_DATA_DIR)"
    )
    group.add_argument("--engine", default="", metavar="URL", help="the engine's address instead of a folder")
    group.add_argument("--user", default="", metavar="NAME", help="who asks (PACSDESK_USER)")
    group.add_argument("--password-file", default="", metavar="FILE", help="their password (PACSDESK_PASSWORD_FILE)")
    group.add_argument("--json", action="store_true", help="answer with one JSON document")
    return common
