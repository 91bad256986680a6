"""The lists of what came over time: a row for each repeated peer, each change, each run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QAction

from pacsdesk.contract.records.paging import Page
from pacsdesk.contract.runs import Change, History, Run
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, plain
from pacsdesk.desktop.kit.record_list import AnyIndex, RecordColumn, RecordModel
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.peers.run_strip import MOST_SHOWN, STEP, StripDelegate
from pacsdesk.desktop.panels.peers.run_words import (
    cause_words,
    change_word,
    clock_time,
    day_and_time,
    every_word,
    outage_words,
    result_shape,
    result_word,
    runs_line,
    time_taken,
)
from pacsdesk.desktop.panels.peers.words import NOT_TRIED

_SPACES = 16  # around the shapes of a cell


@dataclass(frozen=True, slots=True)
class Standing:
    """A peer and what came of its runs. every, next_at: None when it is not repeated any more."""

    name: str
    every: timedelta | None
    next_at: datetime | None
    history: History

    @property
    def last(self) -> Run | None:
        """Its newest run."""
        return self.history.runs[-1] if self.history.runs else None


@dataclass(frozen=True, slots=True)
class Told:
    """A change of a peer, or a run: one of them."""

    name: str
    change: Change | None = None
    run: Run | None = None


def _number(count: int) -> str:
    return format_count(count) if count else NOTHING


def _last_word(one: Standing) -> str:
    return result_word(one.last.result) if one.last is not None else translate("Peers", NOT_TRIED[1])


PEER_COLUMNS: tuple[RecordColumn[Standing], ...] = (
    RecordColumn(marked("Peers", "Name"), 132, lambda one: plain(one.name)),
    RecordColumn(
        marked("Peers", "Last result"),
        124,
        _last_word,
        shape=lambda one: result_shape(one.last.result) if one.last is not None else NOT_TRIED[0],
    ),
    RecordColumn(marked("Peers", "Last runs"), MOST_SHOWN * STEP + _SPACES, lambda _one: ""),
    RecordColumn(marked("Peers", "Repeat"), 116, lambda one: every_word(one.every)),
    RecordColumn(marked("Peers", "Next"), 76, lambda one: clock_time(one.next_at)),
    RecordColumn(marked("Peers", "Runs"), 60, lambda one: _number(one.history.number), is_number=True),
    RecordColumn(marked("Peers", "Failed"), 60, lambda one: _number(one.history.failures), is_number=True),
    RecordColumn(
        marked("Peers", "Changes so far"), 104, lambda one: _number(one.history.number_of_changes), is_number=True
    ),
    RecordColumn(marked("Peers", "Longest outage"), 132, lambda one: outage_words(one.history.longest)),
)
STRIP = 2
CHANGE_COLUMNS: tuple[RecordColumn[Told], ...] = (
    RecordColumn(marked("Peers", "When"), 148, lambda one: day_and_time(one.change.at) if one.change else ""),
    RecordColumn(marked("Peers", "Name"), 132, lambda one: plain(one.name)),
    RecordColumn(
        marked("Peers", "What changed"),
        220,
        lambda one: change_word(one.change) if one.change else "",
        shape=lambda one: result_shape(one.change.after) if one.change else NOT_TRIED[0],
    ),
    RecordColumn(marked("Peers", "Cause"), 240, lambda one: cause_words(one.change.cause) if one.change else ""),
)
RUN_COLUMNS: tuple[RecordColumn[Told], ...] = (
    RecordColumn(marked("Peers", "When"), 148, lambda one: day_and_time(one.run.at) if one.run else ""),
    RecordColumn(marked("Peers", "Name"), 132, lambda one: plain(one.name)),
    RecordColumn(
        marked("Peers", "Result"),
        140,
        lambda one: result_word(one.run.result) if one.run else "",
        shape=lambda one: result_shape(one.run.result) if one.run else NOT_TRIED[0],
    ),
    RecordColumn(marked("Peers", "Time"), 76, lambda one: time_taken(one.run) if one.run else "", is_number=True),
    RecordColumn(marked("Peers", "Cause"), 240, lambda one: cause_words(one.run.cause) if one.run else ""),
)


def changes_of(standings: Sequence[Standing]) -> tuple[Told, ...]:
    """Of all of them, the newest first."""
    told = [(change.at, Told(one.name, change=change)) for one in standings for change in one.history.changes]
    return tuple(each for _at, each in sorted(told, key=lambda pair: pair[0], reverse=True))


def runs_of(standings: Sequence[Standing]) -> tuple[Told, ...]:
    """The same of runs."""
    told = [(run.at, Told(one.name, run=run)) for one in standings for run in one.history.runs]
    return tuple(each for _at, each in sorted(told, key=lambda pair: pair[0], reverse=True))


class PeersModel(RecordModel[Standing]):
    """The shapes are painted; here is what they say to who cannot see them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(PEER_COLUMNS, partial(translate, "Peers"), parent)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and index.column() == STRIP and role == Qt.ItemDataRole.AccessibleTextRole:
            return runs_line(self.runs(index.row()))
        return super().data(index, role)

    def runs(self, row: int) -> tuple[Run, ...]:
        """The newest of a peer."""
        return self.records[row].history.runs[-MOST_SHOWN:]


class PeersTable(Table):
    """The peers, each with its last runs as shapes."""

    def __init__(self, preferences: QSettings, actions: tuple[QAction, ...]) -> None:
        super().__init__(preferences, "peers-over-time", name=translate("Peers", "Repeated peers"))
        self.rows = PeersModel(self)
        widths = {number: column.width for number, column in enumerate(PEER_COLUMNS)}
        self.set_default_columns(widths, filling=(0, 8), spare=(7, 5, 3))
        self.set_model(self.rows)
        self.setItemDelegateForColumn(STRIP, StripDelegate(self.rows.runs, self))
        self.set_row_actions(actions)

    def chosen(self) -> tuple[Standing, ...]:
        """The selected ones."""
        return tuple(self.rows.records[row] for row in sorted(i.row() for i in self.selectionModel().selectedRows(0)))

    def show_standings(self, standings: tuple[Standing, ...]) -> None:
        """Others, or more of them; what is selected stays."""
        if standings == self.rows.records:
            return
        kept = {one.name for one in self.chosen()}
        self.rows.start_over(Page(standings, "", len(standings)))
        selection = self.selectionModel()
        for row, one in enumerate(standings):
            if one.name in kept:
                index = self.rows.index(row, 0)
                selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
                selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)


def told_table(
    preferences: QSettings, key: str, name: str, columns: tuple[RecordColumn[Told], ...]
) -> tuple[Table, RecordModel[Told]]:
    """A list of changes or of runs."""
    table = Table(preferences, key, name=name)
    model: RecordModel[Told] = RecordModel(columns, partial(translate, "Peers"), table)
    widths = {number: column.width for number, column in enumerate(columns)}
    table.set_default_columns(widths, filling=(len(columns) - 1,))
    table.set_model(model)
    return table, model
