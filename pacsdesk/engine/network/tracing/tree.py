"""Gathers the fields of a PDU as a tree in a row: each knows its depth and its bytes."""

from pacsdesk.contract.records.traces import TraceField

MOST_FIELDS = 5000
_LONGEST_VALUE = 400


class Tree:
    """Fields in the order in which they stand; no more of them than a person would look at."""

    def __init__(self) -> None:
        self.fields: list[TraceField] = []

    def add(
        self, depth: int, name: str, value: object = "", offset: int = 0, length: int = 0, is_masked: bool = False
    ) -> None:
        """One field. offset: in the PDU."""
        if len(self.fields) < MOST_FIELDS:
            self.fields.append(TraceField(depth, name, shown(str(value)), offset, length, is_masked))


def shown(text: str) -> str:
    """A text from the wire as it may be shown: what cannot be printed is a question mark."""
    cut = text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
    return "".join(sign if sign.isprintable() else "?" for sign in cut)
