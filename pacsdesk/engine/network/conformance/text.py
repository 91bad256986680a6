"""The conformance statement as Markdown and as HTML."""

from collections.abc import Iterable, Iterator
from html import escape

from pacsdesk.contract.records.conformance import ConformanceStatement, StatementSection, StatementTable


def as_markdown(title: str, version: str, sections: Iterable[StatementSection]) -> str:
    """The whole statement, with its table of contents as section 2."""
    return "\n".join(_markdown(title, version, tuple(sections)))


def as_html(statement: ConformanceStatement) -> str:
    """The whole statement as one page that needs nothing else."""
    return "\n".join(_html(statement))


def _markdown(title: str, version: str, sections: tuple[StatementSection, ...]) -> Iterator[str]:
    yield f"# {title}\n\nPACSDesk {version}\n"
    for section in _with_contents(sections):
        yield f"{'#' * min(section.number.count('.') + 2, 6)} {section.number} {section.title}\n"
        for paragraph in section.paragraphs:
            yield f"{paragraph}\n"
        for table in section.tables:
            yield f"**{table.title}**\n"
            yield _line(table.columns)
            yield _line("---" for _ in table.columns)
            yield from map(_line, table.rows)
            yield ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _html(statement: ConformanceStatement) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{escape(statement.title)}</title>'
    yield f"<style>{_STYLE}</style></head>"
    yield f"<body><h1>{escape(statement.title)}</h1><p>PACSDesk {escape(statement.version)}</p>"
    for section in _with_contents(statement.sections):
        level = min(section.number.count(".") + 2, 6)
        yield f"<h{level}>{section.number} {escape(section.title)}</h{level}>"
        yield from (f"<p>{escape(paragraph)}</p>" for paragraph in section.paragraphs)
        yield from map(_html_table, section.tables)
    yield "</body></html>\n"


def _html_table(table: StatementTable) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in table.columns)
    rows = "\n".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    caption = f"<caption>{escape(table.title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table>"


def _with_contents(sections: tuple[StatementSection, ...]) -> Iterator[StatementSection]:
    """The table of contents comes second, as the template has it."""
    first, *others = sections
    yield first
    rows = tuple((section.number, section.title) for section in sections)
    yield StatementSection("2", "Table of contents", (), (StatementTable("Sections", ("Number", "Title"), rows),))
    yield from others


_STYLE = (
    "body{font-family:sans-serif;max-width:70em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;margin:1em 0}caption{text-align:left;font-weight:bold;padding:.3em 0}"
    "td,th{border:1px solid #bbb;padding:.2em .6em;text-align:left;vertical-align:top}"
)
