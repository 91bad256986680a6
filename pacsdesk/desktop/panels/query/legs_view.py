"""A move taken apart: we to the archive, the archive to the destination; which leg broke, and what was seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.retrieves import MoveLeg, Unfolded
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.finding_card import FindingCard
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import StateMark, TextLabel
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.panels.query.retrieval_words import leg_state


class LegsView(QWidget):
    """The verdict, then each leg with its findings."""

    def __init__(self, unfolded: Unfolded, make_card: Callable[[Finding], FindingCard]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        self.verdict = TextLabel(
            in_own_words(plain(unfolded.verdict)), size=TypeSize.TITLE, strong=True, wrap=True, selectable=True
        )
        column.addWidget(self.verdict)
        for number, leg in enumerate(unfolded.legs, 1):
            column.addWidget(_leg(number, leg))
            for finding in leg.findings:
                column.addWidget(make_card(finding))


def _leg(number: int, leg: MoveLeg) -> QFrame:
    frame = QFrame()
    set_look(frame, role="card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    column.setSpacing(Space.XS)
    head = QHBoxLayout()
    head.setSpacing(Space.L)
    way = in_own_words(plain(leg.way))
    title = f"{number}. {way[:1].upper()}{way[1:]}"
    head.addWidget(TextLabel(title, strong=True, wrap=True, selectable=True), 1)
    head.addWidget(StateMark(*leg_state(leg.state)), alignment=Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    for seen in leg.seen:
        column.addWidget(TextLabel(in_own_words(plain(seen)), wrap=True, selectable=True))
    return frame
