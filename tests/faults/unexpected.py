"""Finds in an engine's log what nobody expected: exceptions that only the last handler of a thread caught."""

import re

from tests.support.engine import EngineProcess

# as runtime.logs writes them, an exception being one line, and as Python does
_EXCEPTION = re.compile(r"\[\w+ (?:.* )?at \S+\.py:\d+ |^Traceback|^Exception in thread|^Fatal Python error")


def unexpected_in(lines: list[str]) -> list[str]:
    """Those that tell of an exception."""
    return [line for line in lines if _EXCEPTION.search(line)]


def unexpected_errors(engine: EngineProcess) -> list[str]:
    """Of its log files and of what it wrote to its terminal."""
    logs = sorted((engine.site.data_dir / "logs").iterdir())
    lines = [line for log in logs for line in log.read_text(errors="replace").splitlines()]
    return unexpected_in([*lines, *engine.server.lines])
