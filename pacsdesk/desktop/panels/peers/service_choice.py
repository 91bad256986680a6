"""Several services to tick."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from pacsdesk.contract.records.peers import PeerService, UsedService
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.panels.peers.words import service_name

S = TypeVar("S", PeerService, UsedService)
_IN_A_ROW = 4


class ServiceChoice(QWidget, Generic[S]):
    """changed: another one is ticked, or one less."""

    changed = Signal()

    def __init__(self, services: Sequence[S]) -> None:
        super().__init__()
        self._boxes: dict[S, QCheckBox] = {service: QCheckBox(service_name(service)) for service in services}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(0)
        for place, box in enumerate(self._boxes.values()):
            grid.addWidget(box, place // _IN_A_ROW, place % _IN_A_ROW)
            box.toggled.connect(self.changed)
        for column in range(_IN_A_ROW):
            grid.setColumnStretch(column, 1)

    def chosen(self) -> tuple[S, ...]:
        """What is ticked, in the order of the services."""
        return tuple(service for service, box in self._boxes.items() if box.isChecked())

    def choose(self, services: Sequence[S]) -> None:
        """Tick these alone."""
        for service, box in self._boxes.items():
            box.setChecked(service in services)
