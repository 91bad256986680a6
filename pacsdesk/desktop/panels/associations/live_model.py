"""Open associations as a list that changes in place, once a second, and how fast each sends."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.desktop.kit.record_list import ROOT, RecordModel
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.associations.words import LIVE_COLUMNS, LiveRow


class Rates:
    """Bytes per second between one look and the next."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._at = 0.0

    def rows(self, details: Iterable[AssociationDetail], at: float) -> tuple[LiveRow, ...]:
        """What was seen, with rates. at: when, in seconds that only grow."""
        summaries = {detail.summary.association_id: detail for detail in details}
        passed, before = at - self._at, self._seen
        self._at = at
        self._seen = {name: detail.summary.bytes_received for name, detail in summaries.items()}

        def rate(name: str) -> float | None:
            if name not in before or passed <= 0:
                return None
            return max(self._seen[name] - before[name], 0) / passed

        return tuple(LiveRow(detail, rate(name)) for name, detail in summaries.items())


class LiveModel(RecordModel[LiveRow]):
    """What is selected stays selected, whatever comes and goes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(LIVE_COLUMNS, lambda text: translate("Associations", text), parent)

    def follow(self, rows: tuple[LiveRow, ...]) -> None:
        """Show these: those that are gone leave, those that stay change in place, new ones come at the end."""
        wanted = {identity(row): row for row in rows}
        for place in reversed(range(len(self._records))):
            if identity(self._records[place]) not in wanted:
                self.beginRemoveRows(ROOT, place, place)
                self._records = (*self._records[:place], *self._records[place + 1 :])
                self.endRemoveRows()
        stay = tuple(wanted.pop(identity(row)) for row in self._records)
        if stay != self._records:
            self._records = stay
            self.dataChanged.emit(self.index(0, 0), self.index(len(stay) - 1, len(LIVE_COLUMNS) - 1))
        if wanted:
            self.beginInsertRows(ROOT, len(stay), len(stay) + len(wanted) - 1)
            self._records = (*stay, *wanted.values())
            self.endInsertRows()


def identity(row: LiveRow) -> str:
    """What makes a row the same at the next look."""
    return row.detail.summary.association_id
