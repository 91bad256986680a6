"""The one entry: without a command the desktop, with one the command line."""

import sys


def main() -> int:
    """Run and answer the exit code."""
    words = sys.argv[1:]
    # only the face that runs is imported: Qt would cost every command 0.3 s
    if not words or words[0] in ("--data-dir", "--engine"):
        from pacsdesk.desktop.app import main as desktop  # noqa: PLC0415  see above

        return desktop(words)
    from pacsdesk.cli.main import run as command_line  # noqa: PLC0415  see above

    return command_line(words)


if __name__ == "__main__":
    sys.exit(main())
