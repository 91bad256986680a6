"""Makes the calls of `pacsdesk` that sentences name what this person can type: the program where it is, the same site.

Sentences come from commands and engine alike, in which a call is `pacsdesk WORDS` in backquotes.
"""

import re
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from pacsdesk.cli.catalog import COMMANDS
from pacsdesk.contract import program
from pacsdesk.contract.program import shell_line

_CALL = re.compile(rf"`{program.PROGRAM} ([^`]+)`")
_WHICH_SITE = ("data_dir", "engine")
# commands that run by themselves and know no address of an engine
_WITHOUT_ENGINE = tuple(command.words for command in COMMANDS if not command.asks_engine)


def calls_as_typed(args: Namespace) -> Callable[[str], str]:
    """args: as parsed; which site was given with it is named again, who asks a person knows."""
    called = this_program()
    given = [(f"--{name.replace('_', '-')}", getattr(args, name)) for name in _WHICH_SITE if getattr(args, name)]

    def typed(call: re.Match[str]) -> str:
        words = call[1]
        if words.startswith("init") or any(option in words for option, _ in given):  # it names a site itself
            return f"`{called} {words}`"
        taken = [pair for pair in given if pair[0] != "--engine" or not words.startswith(_WITHOUT_ENGINE)]
        return f"`{' '.join((called, words, *(shell_line(pair) for pair in taken)))}`"

    return lambda text: _CALL.sub(typed, text)


def this_program() -> str:
    """What this person types for it, here and now."""
    return program.this_program(Path.cwd())
