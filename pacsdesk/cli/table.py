"""Lays out a table: a line for each record, on a terminal no wider than it, and no identifier ever cut.

What is too wide for the terminal loses its last column to a line of its own below each record, wrapped; if it still is,
columns of words are cut, the widest first. Elsewhere (a pipe, a file) every record is one whole line.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from unicodedata import combining, east_asian_width

_GAP = "  "
_NARROWEST = 12  # of a column that is cut: enough to know what it was
_LONGEST = 1024  # of a cell: more than any attribute holds that is no attack

Row = Sequence[str]


def lay_out(titles: Row, rows: Sequence[Row], width: int | None) -> Iterator[str]:
    """The lines of a table. width: columns of the terminal, None without one. Cells are printable text."""
    table = [list(titles), *([cut(cell, _LONGEST) for cell in row] for row in rows)]
    if width is None or _total(_widths(table)) <= width:
        yield from _lines(table, _widths(table))
        return
    last = [row.pop() for row in table] if len(titles) > 1 else [""] * len(table)
    for line, below in zip(_lines(table, _narrowed(table, width)), last, strict=True):
        yield line
        yield from _wrapped(below, max(width, _NARROWEST))


def display_width(text: str) -> int:
    """Columns that a terminal gives to a text: two for each wide character of East Asia, none for a combining one."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _lines(table: Sequence[Row], widths: Sequence[int]) -> Iterator[str]:
    for row in table:
        cells = (_filled(cut(cell, width), width) for cell, width in zip(row, widths, strict=True))
        yield _GAP.join(cells).rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(
        text, width, initial_indent=_GAP, subsequent_indent=_GAP, break_long_words=False, break_on_hyphens=False
    )


def _narrowed(table: Sequence[Row], width: int) -> list[int]:
    """Widths with which the table fits, or as near to that as can be without cutting an identifier."""
    widths = _widths(table)
    of_words = [at for at in range(len(widths)) if any(" " in row[at].strip() for row in table[1:])]
    while of_words and (excess := _total(widths) - width) > 0:
        widest = max(of_words, key=lambda at: widths[at])
        if widths[widest] <= _NARROWEST:
            break
        second = max((widths[at] for at in of_words if widths[at] < widths[widest]), default=_NARROWEST)
        widths[widest] -= min(excess, max(widths[widest] - max(second, _NARROWEST), 1))
    return widths


def _widths(table: Sequence[Row]) -> list[int]:
    return [max(display_width(row[at]) for row in table) for at in range(len(table[0]))]


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _filled(cell: str, width: int) -> str:
    return cell + " " * (width - display_width(cell))


def cut(cell: str, width: int) -> str:
    """At most so wide, an ellipsis for what is left out."""
    if display_width(cell) <= width:
        return cell
    kept = cell[: width - 1]
    while display_width(kept) > width - 1:
        kept = kept[:-1]
    return f"{kept}…"
