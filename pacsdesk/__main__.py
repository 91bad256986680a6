"""The one entry: without a command the desktop, with one the command line."""

import os
import sys
from collections.abc import Mapping, Sequence

_DESKTOP_OPTIONS = ("--data-dir", "--engine")

# no command for people: an engine starts this program with it and a descriptor, for a process that receives
RECEIVE = "receive"

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_NO_DISPLAY = """There is no display: the window cannot open.
Neither DISPLAY nor WAYLAND_DISPLAY is set.
`pacsdesk serve` runs the engine without a window, `pacsdesk --help` shows what else works without one.
"""


def main() -> int:
    """Run and answer the exit code."""
    try:
        return _face(sys.argv[1:])
    except KeyboardInterrupt:
        # Ctrl+C while the face is still being imported; 130 is what shells expect then
        return 130


def _face(words: list[str]) -> int:
    if words[:1] == [RECEIVE] and len(words) == 2:
        from pacsdesk.engine.network.receiving.receiver import run as receive  # noqa: PLC0415  see below

        receive(int(words[1]))
    # only the face that runs is imported: Qt would cost every command 0.3 s
    if opens_the_desktop(words):
        if not has_display(sys.platform, os.environ):
            sys.stderr.write(_NO_DISPLAY)
            return 1
        from pacsdesk.desktop.app import main as desktop  # noqa: PLC0415  see above

        return desktop(words)
    from pacsdesk.cli.main import run as command_line  # noqa: PLC0415  see above

    return command_line(words)


def opens_the_desktop(words: Sequence[str]) -> bool:
    """Whether there is nothing in the words but which site is meant."""
    rest = list(words)
    while rest and rest[0].partition("=")[0] in _DESKTOP_OPTIONS:
        del rest[: 1 if "=" in rest[0] else 2]
    return not rest


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; asked first, as Qt ends the process without one."""
    return platform != "linux" or any(environment.get(name) for name in _DISPLAYS)


if __name__ == "__main__":
    sys.exit(main())
