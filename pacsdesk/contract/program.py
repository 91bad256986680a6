"""What a person types to call this program: faces and engine name commands in sentences, as `pacsdesk WORDS`."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

PROGRAM = "pacsdesk"
_CALL = re.compile(rf"`{PROGRAM} ([^`]+)`")


def with_calls(text: str, typed: Callable[[str], str]) -> str:
    """A text, each call in it as `typed` makes it of the words behind the program's name."""
    return _CALL.sub(lambda call: f"`{typed(call[1])}`", text)


def this_program(here: Path | None = None) -> str:
    """What to type for this very program; here: where it is typed, None anywhere."""
    return program_to_type(shutil.which(PROGRAM), Path(sys.executable), bool(getattr(sys, "frozen", False)), here)


def program_to_type(on_path: str | None, python: Path, is_frozen: bool, here: Path | None) -> str:
    """What to type for this program: its name when the shell finds it, else where it stands, from `here` if below.

    on_path: what the shell finds under the name. python: as it was called, which in an environment is a link with the
    program beside it.
    """
    beside = python if is_frozen else python.with_name(f"{PROGRAM}{python.suffix}")
    if not beside.exists():
        return PROGRAM if on_path else shell_line((python, "-m", PROGRAM))
    if on_path and Path(on_path).samefile(beside):
        return PROGRAM
    return shell_line((beside.relative_to(here) if here and beside.is_relative_to(here) else beside,))


def shell_line(words: Iterable[object]) -> str:
    """Words as this system's shell takes them."""
    line = [str(word) for word in words]
    return subprocess.list2cmdline(line) if sys.platform == "win32" else shlex.join(line)
