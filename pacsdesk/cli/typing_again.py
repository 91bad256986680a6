"""Makes the calls of `pacsdesk` that sentences name what this person can type: the program where it is, the same site.

Sentences come from commands and engine alike, in which a call is `pacsdesk WORDS` in backquotes.
"""

import re
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from pacsdesk.cli.catalog import COMMANDS
from pacsdesk.cli.formatting import shell_line

PROGRAM = "pacsdesk"
_CALL = re.compile(rf"`{PROGRAM} ([^`]+)`")
_WHICH_SITE = ("data_dir", "engine")
# commands that run by themselves and know no address of an engine
_WITHOUT_ENGINE = tuple(command.words for command in COMMANDS if not command.asks_engine)


def calls_as_typed(args: Namespace) -> Callable[[str], str]:
    """args: as parsed; which site was given with it is named again, who asks a person knows."""
    program = this_program()
    given = [(f"--{name.replace('_', '-')}", getattr(args, name)) for name in _WHICH_SITE if getattr(args, name)]

    def typed(call: re.Match[str]) -> str:
        words = call[1]
        if words.startswith("init") or any(option in words for option, _ in given):  # it names a site itself
            return f"`{program} {words}`"
        taken = [pair for pair in given if pair[0] != "--engine" or not words.startswith(_WITHOUT_ENGINE)]
        return f"`{' '.join((program, words, *(shell_line(pair) for pair in taken)))}`"

    return lambda text: _CALL.sub(typed, text)


def this_program() -> str:
    """What this person types for it, here and now."""
    is_frozen = bool(getattr(sys, "frozen", False))
    return program_to_type(shutil.which(PROGRAM), Path(sys.executable), is_frozen, Path.cwd())


def program_to_type(on_path: str | None, python: Path, is_frozen: bool, here: Path) -> str:
    """What to type for this program: its name when the shell finds it, else where it stands, from `here` if below.

    on_path: what the shell finds under the name. python: as it was called, which in an environment is a link with the
    program beside it.
    """
    beside = python if is_frozen else python.with_name(f"{PROGRAM}{python.suffix}")
    if not beside.exists():
        return PROGRAM if on_path else shell_line((python, "-m", PROGRAM))
    if on_path and Path(on_path).samefile(beside):
        return PROGRAM
    return shell_line((beside.relative_to(here) if beside.is_relative_to(here) else beside,))
