"""Shows what is selected in full beside the list: a study with its series, or how much several are together."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.archive import Series, Study
from pacsdesk.desktop.kit.buttons import Rank, icon_button, make_button
from pacsdesk.desktop.kit.code_text import CodeText
from pacsdesk.desktop.kit.formatting import format_person_name, format_size
from pacsdesk.desktop.kit.labels import TextLabel, Tone, as_tool_tip, hairline
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panels.studies.summaries import Fact, amount_of, facts_of_study, line_of_series

WIDTH = 296
MAX_SERIES = 60


def _value_widget(fact: Fact) -> QWidget:
    """Words wrap between each other, a code anywhere."""
    return CodeText(fact.value, fact.label) if fact.is_code else TextLabel(fact.value, wrap=True, selectable=True)


class Inspector(QFrame):
    """The pane at the right. folded: its button was pressed. series_chosen: a series shall be opened in the viewer."""

    folded = Signal()
    series_chosen = Signal(str, str)

    def __init__(self, can_view: bool, parent: QWidget | None = None) -> None:
        """can_view: whether series are offered for opening."""
        super().__init__(parent)
        self._can_view = can_view
        self._title = TextLabel(size=TypeSize.TITLE, strong=True, wrap=True, selectable=True)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._series_area = QVBoxLayout()
        self.setAccessibleName(translate("Studies", "Details of the selection"))
        set_look(self, surface="1", edge="left")
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        self.setMinimumWidth(WIDTH - 48)
        fold = icon_button("panel-right-close", translate("Studies", "Hide details (Ctrl+I)"))
        fold.clicked.connect(self.folded)
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.S, Space.S)
        head.addWidget(self._title, 1)
        head.addWidget(fold, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(Space.L, Space.XS, Space.L, Space.L)
        self._column.setSpacing(Space.M)
        set_look(self._body, surface="1")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)

    def show_nothing(self) -> None:
        """Nothing is selected."""
        self._start_over(translate("Studies", "Nothing selected"))
        words = translate("Studies", "Select a study to see it in full here.")
        self._column.addWidget(TextLabel(words, tone=Tone.MUTED, wrap=True))
        self._column.addStretch()

    def show_many(self, studies: Sequence[Study], number_awaited: int) -> None:
        """Several are selected. number_awaited: how many more of them are not loaded yet."""
        count = len(studies) + number_awaited
        self._start_over(counted("Studies", "%Ln studies selected", count))
        words = f"{amount_of(studies)}, {format_size(sum(study.size_bytes for study in studies))}"
        self._column.addWidget(TextLabel(translate("Studies", "Counting") if number_awaited else words, wrap=True))
        self._column.addStretch()

    def show_too_many(self, count: int, limit: int) -> None:
        """More is selected than one action takes."""
        self._start_over(counted("Studies", "%Ln rows selected", count))
        words = counted(
            "Studies", "One action takes at most %Ln studies. Select fewer, or search for what you mean.", limit
        )
        self._column.addWidget(TextLabel(words, tone=Tone.MUTED, wrap=True))
        self._column.addStretch()

    def show_study(self, study: Study, series_list: tuple[Series, ...] | None) -> None:
        """One study, with its series once they are known."""
        self._start_over(format_person_name(study.patient_name))
        facts = QFormLayout()
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setHorizontalSpacing(Space.M)
        facts.setVerticalSpacing(Space.XS)
        for fact in facts_of_study(study):
            label = TextLabel(fact.label, tone=Tone.MUTED)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            facts.addRow(label, _value_widget(fact))
        self._column.addLayout(facts)
        self._column.addWidget(hairline())
        self._column.addWidget(TextLabel(translate("Studies", "Series", "several"), strong=True))
        self._series_area = QVBoxLayout()
        self._series_area.setSpacing(Space.XS)
        self._column.addLayout(self._series_area)
        self._column.addStretch()
        if series_list is None:
            self._series_area.addWidget(TextLabel(translate("Studies", "Loading"), tone=Tone.MUTED))
        else:
            self._list_series(study, series_list)

    def _list_series(self, study: Study, series_list: tuple[Series, ...]) -> None:
        for series in series_list[:MAX_SERIES]:
            self._series_area.addWidget(self._series_line(study, series))
        if len(series_list) > MAX_SERIES:
            surplus = len(series_list) - MAX_SERIES
            more = counted("Studies", "and %Ln more, shown when the study is opened in the list", surplus)
            self._series_area.addWidget(TextLabel(more, tone=Tone.MUTED, wrap=True))

    def _series_line(self, study: Study, series: Series) -> QWidget:
        words = line_of_series(series)
        count = counted("Studies", "%Ln images", series.number_of_instances)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        if self._can_view:
            button = make_button(_shortened(words), Rank.LINK)
            button.setToolTip(as_tool_tip(translate("Studies", "Open {series} in the viewer").format(series=words)))
            button.setAccessibleName(translate("Studies", "Open {series}").format(series=words))
            button.clicked.connect(
                partial(self.series_chosen.emit, study.study_instance_uid, series.series_instance_uid)
            )
            row.addWidget(button)
        else:
            row.addWidget(TextLabel(_shortened(words)))
        row.addStretch(1)
        row.addWidget(TextLabel(count, tone=Tone.MUTED, size=TypeSize.SMALL))
        return line

    def _start_over(self, title: str) -> None:
        self._title.setText(title)
        _empty(self._column)


def _shortened(words: str) -> str:
    """A push button does not cut its own text; its tool tip has the whole. Ampersands are no shortcuts here."""
    cut = words if len(words) <= 28 else words[:27] + "\u2026"
    return cut.replace("&", "&&")


def _empty(layout: QVBoxLayout | QFormLayout | QHBoxLayout) -> None:
    """Remove and delete all that a layout holds, layouts in it included."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QFormLayout | QHBoxLayout):
            _empty(inner)
