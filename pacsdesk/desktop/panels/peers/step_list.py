"""The ladder's steps under each other: how each ended as shape and word, how long it took, what was seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pacsdesk.contract.records.probes import ProbeStep, StepOutcome
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import StateMark, StateShape, TextLabel, Tone
from pacsdesk.desktop.kit.ladder_steps import step_name
from pacsdesk.desktop.kit.theme import tabular
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.peers.words import step_shape, step_time, step_word

NAME, STATE, TIME, DETAIL = range(4)


class StepList(QWidget):
    """Begins with every step waiting; each is filled in as it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Peers", "Steps"))
        self._marks: dict[ProbeStep, StateMark] = {}
        self._times: dict[ProbeStep, TextLabel] = {}
        self._details: dict[ProbeStep, TextLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(DETAIL, 1)
        for row, step in enumerate(ProbeStep):
            self._add_row(grid, row, step)

    def _add_row(self, grid: QGridLayout, row: int, step: ProbeStep) -> None:
        self._marks[step] = StateMark()
        self._times[step] = TextLabel(tone=Tone.MUTED)
        self._times[step].setFont(tabular(self._times[step].font()))
        self._details[step] = TextLabel(tone=Tone.MUTED, wrap=True, selectable=True)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(TextLabel(step_name(step)), row, NAME, top)
        grid.addWidget(self._marks[step], row, STATE, top)
        grid.addWidget(self._times[step], row, TIME, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._details[step], row, DETAIL)

    def word(self, step: ProbeStep) -> str:
        """What is shown of a step."""
        return self._marks[step].word()

    def show_waiting(self) -> None:
        """Nothing is known yet."""
        for step in ProbeStep:
            self._marks[step].set_state(StateShape.UNKNOWN, translate("Peers", "Waiting"))
            self._times[step].setText("")
            self._details[step].setText("")

    def show_steps(self, steps: tuple[StepOutcome, ...]) -> None:
        """These are known."""
        for one in steps:
            self._marks[one.name].set_state(step_shape(one.state), step_word(one.state))
            self._times[one.name].setText(step_time(one))
            self._details[one.name].setText(in_own_words(plain(one.detail)))
