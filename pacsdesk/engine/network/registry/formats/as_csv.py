"""Peers as a table for spreadsheets: a line of field names, a line for each peer.

A cell that a spreadsheet would take for a formula has an apostrophe before it, which is taken away again.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from pacsdesk.contract.records.peers import Peer
from pacsdesk.engine.network.registry.fields import PEER_FIELDS, texts_of
from pacsdesk.engine.network.registry.formats.given import Given, NotThisForm

_FORMULA = "=+-@\t\r'"
_BETWEEN = ",;\t"
_LARGEST_CELL = 1 << 20


def write(peers: Iterable[Peer]) -> str:
    """Peers as CSV."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")  # a cell with either of them is quoted
    table.writerow(PEER_FIELDS)
    for peer in peers:
        table.writerow([_guarded(text) for text in texts_of(peer).values()])
    return out.getvalue()


def read(text: str) -> Iterator[Given]:
    """What is given; cells are separated as the first line is. Raises NotThisForm."""
    content = text.removeprefix("\ufeff")
    first = content.partition("\n")[0]
    between = max(_BETWEEN, key=first.count)
    csv.field_size_limit(_LARGEST_CELL)
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=between, strict=True)
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        if wrong := next((cell for cell in header if cell not in PEER_FIELDS), None):
            raise NotThisForm(f"Its first line names {wrong[:40]!r}; there are {', '.join(PEER_FIELDS)}.")
        if "name" not in header or len(set(header)) < len(header):
            raise NotThisForm("Its first line names the fields, name among them, each once.")
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _given(f"line {rows.line_num}", header, row)
    except csv.Error as error:
        raise NotThisForm(f"Line {rows.line_num} is no CSV: {error}.") from error


def _given(place: str, header: list[str], row: list[str]) -> Given:
    if len(row) != len(header):
        name = dict(zip(header, row, strict=False)).get("name", "")
        return Given(place, problem=f"It has {len(row)} cells, the first line {len(header)}.", name=name)
    return Given(place, {field: _unguarded(cell) for field, cell in zip(header, row, strict=True)})


def _guarded(text: str) -> str:
    return f"'{text}" if text[:1] and text[0] in _FORMULA else text


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _FORMULA else cell
