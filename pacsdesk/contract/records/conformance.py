"""The conformance statement (PS3.2) as a document: numbered sections of paragraphs and tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatementTable:
    """A table; every row has a cell for each column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class StatementSection:
    """A section. number: as in the template of PS3.2 annex A, "4.2.1"."""

    number: str
    title: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[StatementTable, ...] = ()


@dataclass(frozen=True, slots=True)
class ConformanceStatement:
    """What this version, with its present settings, does on a DICOM network. markdown: the whole as text."""

    title: str
    version: str
    ae_title: str
    sections: tuple[StatementSection, ...]
    markdown: str
