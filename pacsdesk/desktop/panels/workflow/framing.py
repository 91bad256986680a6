"""What the pages of this panel have in common to look at: form on the left, tools above, a line of status below."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.record_list import RecordColumn, RecordModel
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.panels.workflow.request_form import WIDTH

_REST = 960
R = TypeVar("R")


def make_action(parent: QObject, icon_name: str, text: str, tip: str = "") -> QAction:
    """One of a page's actions, for toolbar, context menu and palette alike."""
    action = QAction(icon(icon_name), text, parent)
    action.setToolTip(tip or text)
    return action


def toolbar_of(actions: Sequence[QAction]) -> QWidget:
    """With words; the first is what the page is for."""
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    for action in actions:
        row.addWidget(action_button(action, Rank.PRIMARY if action is actions[0] else Rank.PLAIN))
    row.addStretch()
    return bar


def side_by_side(page: QWidget, form: QWidget, rest: QWidget) -> None:
    """Fill a page with its form and what comes of it."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(form)
    splitter.addWidget(rest)
    splitter.setSizes([WIDTH, _REST])
    splitter.setStretchFactor(1, 1)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(splitter)


def one_above_the_other(above: QWidget, below: QWidget, sizes: tuple[int, int]) -> QSplitter:
    """With a handle between. sizes: pixels at first."""
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.addWidget(above)
    splitter.addWidget(below)
    splitter.setSizes(list(sizes))
    splitter.setStretchFactor(0, 1)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter


def show_records(
    table: Table,
    model: RecordModel[R],
    columns: tuple[RecordColumn[R], ...],
    filling: tuple[int, ...],
    spare: tuple[int, ...] = (),
) -> None:
    """Put records into a table. filling, spare: as ColumnHeader has them."""
    widths = {place: one.width for place, one in enumerate(columns)}
    table.set_default_columns(widths, filling=filling, spare=spare)
    table.set_model(model)


def foot(status: QWidget) -> QFrame:
    """The line below a list."""
    frame = QFrame()
    set_look(frame, surface="0", edge="top")
    row = QHBoxLayout(frame)
    row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
    row.addWidget(status)
    return frame
