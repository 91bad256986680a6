"""Reads what processes of ours wrote when they failed, and puts it into the language of the window."""

import json
from pathlib import Path

from pacsdesk.contract.errors import PacsDeskError, Unavailable
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.translation import translate

SHOWN_LOG_LINES = 6


def did_not_start(output: Path) -> Unavailable:
    """In the engine's own words: the error document that it ends with, else the last lines that are no traceback.

    They hold no patient data (RELIABILITY 7, STYLE 19).
    """
    title = translate("Shell", "The engine did not start.")
    try:
        lines = output.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    for line in reversed(lines):
        told = _error_document(line)
        if told is not None:
            return Unavailable(title, _reason_of(told), told.hint)
    said = [line for line in lines if line.strip() and not line.startswith((" ", "Traceback "))]
    hint = translate("Shell", "All that it wrote is in {file}.").format(file=output)
    return Unavailable(title, "\n".join(said[-SHOWN_LOG_LINES:]), hint)


def _reason_of(error: PacsDeskError) -> str:
    """Title and detail, each in the language of the window."""
    return " ".join(in_own_words(part) for part in (error.title, error.detail) if part)


def reason_in(said: str) -> str:
    """Why a command of ours failed, out of all that it wrote."""
    told = next(filter(None, map(_error_document, reversed(said.splitlines()))), None)
    return _reason_of(told) if told else said


def _error_document(line: str) -> PacsDeskError | None:
    """What `--json` writes when a command fails: title, detail and hint of the error. None for any other line."""
    try:
        document = json.loads(line)
    except ValueError:
        return None
    if not isinstance(document, dict) or not document.get("title"):
        return None
    return PacsDeskError(*(str(document.get(part) or "") for part in ("title", "detail", "hint")))
