"""How a query is asked: as whom, for how many answers, in which character set, and whether for the usual keys too."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QVBoxLayout

from pacsdesk.contract.records.queries import MOST_ANSWERS, QueryOrder
from pacsdesk.desktop.kit.calling_title import CallingTitleField
from pacsdesk.desktop.kit.forms import FormField, NumberBox
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate

# PS3.3 C.12.1.1.2, those that archives are seen to use
_SETS = (
    "ISO_IR 192",
    "ISO_IR 100",
    "ISO_IR 101",
    "ISO_IR 109",
    "ISO_IR 110",
    "ISO_IR 144",
    "ISO_IR 127",
    "ISO_IR 126",
    "ISO_IR 138",
    "ISO_IR 148",
    "ISO_IR 13",
    "ISO_IR 166",
    "GB18030",
    "ISO 2022 IR 6\\ISO 2022 IR 87",
)


class AskingOptions(QFrame):
    """changed: something else was chosen or typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calling = CallingTitleField()
        self.limit = NumberBox()
        self.character_set = QComboBox()
        self.adds_usual = QCheckBox(translate("Query", "Ask for the usual keys too"))
        self._set_up()
        self._build()
        self.calling.textChanged.connect(self.changed)
        self.limit.valueChanged.connect(self.changed)
        self.character_set.currentTextChanged.connect(self.changed)
        self.adds_usual.toggled.connect(self.changed)

    def _set_up(self) -> None:
        self.limit.setRange(1, MOST_ANSWERS)
        self.limit.setGroupSeparatorShown(True)
        self.limit.setSingleStep(100)
        self.character_set.setEditable(True)
        self.character_set.addItems(["", *_SETS])
        self.character_set.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        edit = self.character_set.lineEdit()
        assert edit is not None  # an editable box has one
        edit.setPlaceholderText(translate("Query", "What the text needs"))
        self.adds_usual.setToolTip(
            translate("Query", "What a list of this level usually shows comes with each answer, without being matched")
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        layout.setSpacing(Space.M)
        for label, control, help_text in (
            (
                translate("Query", "Ask as"),
                self.calling,
                translate("Query", "Another AE title shows what the peer answers to that system. It is audited."),
            ),
            (
                translate("Query", "At most"),
                self.limit,
                translate("Query", "Answers; then the query is cancelled (C-CANCEL)."),
            ),
            (
                translate("Query", "Character set of the keys"),
                self.character_set,
                translate("Query", "Empty: the one entered for the peer, else UTF-8 where ASCII is not enough."),
            ),
        ):
            layout.addWidget(FormField(label, control, help_text=help_text))
            if control is self.calling:
                layout.addWidget(self.calling.problem_label)
        layout.addWidget(self.adds_usual)
        layout.addWidget(
            TextLabel(
                translate("Query", "Without them only the keys that are named are asked for."),
                tone=Tone.MUTED,
                size=TypeSize.SMALL,
                wrap=True,
            )
        )
        layout.addStretch()
        set_look(self, surface="1")

    def show_order(self, order: QueryOrder) -> None:
        """Show how this one is asked."""
        self.calling.setText(order.calling_ae_title or "")
        self.limit.setValue(order.limit)
        self.character_set.setCurrentText(order.character_set)
        self.adds_usual.setChecked(order.adds_usual_keys)

    def applied_to(self, order: QueryOrder) -> QueryOrder:
        """The same, asked like this. Raises ValueError while the title is wrong, which shows then."""
        return replace(
            order,
            calling_ae_title=self.calling.title(),
            limit=self.limit.value(),
            character_set=self.character_set.currentText().strip(),
            adds_usual_keys=self.adds_usual.isChecked(),
        )
