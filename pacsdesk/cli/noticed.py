"""Tells what is noticed about entries of the registry, in tables and after a change."""

from collections.abc import Iterable

from pacsdesk.contract.records.remarks import EntryRemarks, Remark


def remarks_by_name(entries: Iterable[EntryRemarks]) -> dict[str, tuple[Remark, ...]]:
    """Remarks of each entry."""
    return {entry.name: entry.remarks for entry in entries}


def remark_line(remark: Remark) -> str:
    """One remark as a line: how bad it is, and what."""
    return f"{remark.severity.capitalize()}: {remark.text}"
