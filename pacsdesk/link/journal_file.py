"""Writes the journal of associations, or what a filter leaves of it, into a file: JSON in full, or CSV a line each."""

import csv
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO

from pacsdesk.contract.errors import StorageFull
from pacsdesk.contract.records.associations import AssociationDetail, AssociationFilter
from pacsdesk.contract.records.paging import MAX_PAGE, PageRequest
from pacsdesk.contract.services.associations import AssociationsService
from pacsdesk.link.codec import encode

_COLUMNS = (
    *("association_id", "direction", "state", "began_at", "ended_at", "calling_ae_title", "called_ae_title"),
    *("address", "peer_name", "operations", "failures", "bytes_received", "bytes_sent", "problem"),
    *("called_address", "through"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would carry out what a stranger calls itself


class JournalFormat(StrEnum):
    """How the file is written."""

    JSON = "json"
    CSV = "csv"


def write_journal(associations: AssociationsService, which: AssociationFilter, file: Path, form: JournalFormat) -> int:
    """How many associations are in `file`, which is whole or as it was before. Raises StorageFull."""
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as stream:
            number = _WRITERS[form](stream, _all(associations, which))
        beside.replace(file)
    except OSError as error:
        raise StorageFull(f"{file} cannot be written.", error.strerror or "", "Choose another place.") from error
    finally:
        beside.unlink(missing_ok=True)
    return number


def _all(associations: AssociationsService, which: AssociationFilter) -> Iterator[AssociationDetail]:
    key = ""
    while True:
        page = associations.details(which, PageRequest(after_key=key, limit=MAX_PAGE))
        yield from page.items
        key = page.next_key
        if not key:
            return


def _write_json(stream: IO[str], details: Iterable[AssociationDetail]) -> int:
    number = 0
    stream.write("[")
    for detail in details:
        stream.write(",\n" if number else "\n")
        stream.write(encode(detail).decode())
        number += 1
    stream.write("\n]\n")
    return number


def _write_csv(stream: IO[str], details: Iterable[AssociationDetail]) -> int:
    number = 0
    writer = csv.writer(stream)
    writer.writerow((*_COLUMNS, "requests"))
    for detail in details:
        values = (getattr(detail.summary, column) for column in _COLUMNS)
        requests = "; ".join(f"{one.operation} {one.status:04X} x{one.count}" for one in detail.operations)
        writer.writerow([*(_cell(value) for value in values), requests])
        number += 1
    return number


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


_WRITERS: dict[JournalFormat, Callable[[IO[str], Iterable[AssociationDetail]], int]] = {
    JournalFormat.JSON: _write_json,
    JournalFormat.CSV: _write_csv,
}
