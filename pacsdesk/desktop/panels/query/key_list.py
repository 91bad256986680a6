"""The keys of a query as fields: the usual ones of the level, and any other that a person adds; each says how the
standard matches it, and what in its value may match nothing."""

from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.queries import QueryKey, QueryModel
from pacsdesk.contract.types import QueryLevel
from pacsdesk.desktop.kit.forms import FormField
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import Tone
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.query.dictionary import USUAL_DICTIONARY, Dictionary
from pacsdesk.desktop.panels.query.key_names import name_of_key, offered_keys
from pacsdesk.desktop.panels.query.matching import asked_value, doubt_about, matching_words

LONGEST_VALUE = 16_384  # some 250 UIDs in a list


class KeyField(FormField):
    """One key. dropped: it shall not be asked for any more, which only an added one offers."""

    dropped = Signal()

    def __init__(self, name: str, vr: str, *, is_added: bool) -> None:
        self.name, self.vr = name, vr
        self._as_it_is: str | None = None
        self.edit = QLineEdit()
        super().__init__(name_of_key(name), self.edit, help_text=matching_words(name, vr))
        self.edit.setMaxLength(LONGEST_VALUE)
        self.edit.setToolTip(f"{name} ({vr})" if vr else name)
        if vr == "UI":
            self.edit.setFont(mono_font())
        if is_added:
            drop = self.edit.addAction(icon("x"), QLineEdit.ActionPosition.TrailingPosition)
            drop.setToolTip(translate("Query", "Do not ask for {key}").format(key=name))
            drop.triggered.connect(self.dropped)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        """What is asked for."""
        text = self.edit.text()
        return text if text == self._as_it_is else asked_value(self.vr, text)

    def show_value(self, value: str) -> None:
        """Write what is asked for, as it is."""
        if self.value() != value:
            self._as_it_is = value
            self.edit.setText(value)
            self.edit.setCursorPosition(0)
            self._on_text_changed()

    def help_words(self) -> str:
        """What stands under the field."""
        value = self.value()
        if doubt := doubt_about(self.vr, value):
            return doubt
        if value != self.edit.text():
            return translate("Query", "Asked as {value}").format(value=value)
        return matching_words(self.name, self.vr)

    @Slot()
    def _on_typed(self) -> None:
        self._as_it_is = None
        self._on_text_changed()

    @Slot()
    def _on_text_changed(self) -> None:
        self.set_help(self.help_words(), Tone.WARNING if doubt_about(self.vr, self.value()) else Tone.MUTED)


class KeyList(QScrollArea):
    """changed: a person typed, added or dropped something. returned: Return in a field."""

    changed = Signal()
    returned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._dictionary = USUAL_DICTIONARY
        self._offered: tuple[str, ...] = ()
        self._is_showing = False
        self.fields: dict[str, KeyField] = {}
        self.add_edit = QLineEdit()
        self._words = QStringListModel(self)
        self._add = FormField(
            translate("Query", "Any other key"),
            self.add_edit,
            help_text=translate("Query", "A keyword or a tag, as ReferringPhysicianName or 0008,0090; then Return."),
        )
        self._column = QVBoxLayout()
        self._build()
        self.set_level(QueryModel.STUDY_ROOT, QueryLevel.STUDY)

    def _build(self) -> None:
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        # the popup is as wide as the field, the lines are not: what is chosen is written as its keyword alone
        completer.activated.connect(self._on_word_chosen, Qt.ConnectionType.QueuedConnection)
        self.add_edit.setCompleter(completer)
        self.add_edit.returnPressed.connect(self._on_add)
        page = QWidget()
        set_look(page, surface="1")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        outer.setSpacing(Space.M)
        self._column.setSpacing(Space.M)
        outer.addLayout(self._column)
        outer.addWidget(self._add)
        outer.addStretch()
        self.setWidget(page)
        self.setWidgetResizable(True)
        set_look(self, surface="1")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def use(self, dictionary: Dictionary) -> None:
        """The whole dictionary has come."""
        self._dictionary = dictionary
        self._words.setStringList(list(dictionary.words()))
        keys = self.keys()
        for name in [name for name, field in self.fields.items() if field.vr != dictionary.vr_of(name)]:
            self._take_out(name)  # it is explained from now on
        self.show_keys(keys)

    def completions(self) -> list[str]:
        """What can be chosen to be added, once the dictionary has come."""
        return self._words.stringList()

    def set_level(self, model: QueryModel, level: QueryLevel | None) -> None:
        """Offer what this level usually has; what stands in a field that is offered there too stays, and so does what
        was added and has a value."""
        kept = tuple(key for key in self.keys() if key.value)
        self._offered = offered_keys(model, level)
        self.show_keys(kept)

    def keys(self) -> tuple[QueryKey, ...]:
        """What is asked for: of the offered keys those with a value, and all that were added."""
        return tuple(
            QueryKey(name, field.value())
            for name, field in self.fields.items()
            if field.value() or name not in self._offered
        )

    def show_keys(self, keys: tuple[QueryKey, ...]) -> None:
        """Fill in these and no others; says nothing."""
        self._is_showing = True
        named = [(self._dictionary.keyword_of(key.name) or key.name, key.value) for key in keys]
        wanted = dict.fromkeys(self._offered, "") | dict(named)
        for name in [name for name in self.fields if name not in wanted]:
            self._take_out(name)
        for name, value in wanted.items():
            field = self.fields.get(name) or self._put_in(name)
            field.show_value(value)
        for place, name in enumerate(wanted):
            self._column.insertWidget(place, self.fields[name])
        self.fields = {name: self.fields[name] for name in wanted}
        self._is_showing = False

    def _put_in(self, name: str) -> KeyField:
        field = KeyField(name, self._dictionary.vr_of(name), is_added=name not in self._offered)
        field.changed.connect(self._on_changed)
        field.edit.returnPressed.connect(self.returned)
        field.dropped.connect(partial(self._on_dropped, name))
        self.fields[name] = field
        return field

    def _take_out(self, name: str) -> None:
        field = self.fields.pop(name)
        self._column.removeWidget(field)
        field.hide()
        field.deleteLater()

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit()

    def _on_dropped(self, name: str) -> None:
        self._take_out(name)
        self.add_edit.setFocus()
        self.changed.emit()

    @Slot(str)
    def _on_word_chosen(self, line: str) -> None:
        self.add_edit.setText(line.split()[0])
        self._on_add()

    @Slot()
    def _on_add(self) -> None:
        text = self.add_edit.text().strip()
        if not text:
            self.returned.emit()
            return
        name = self._dictionary.keyword_of(text)
        if not name:
            words = translate("Query", "{key} is neither a keyword of the standard nor a tag.").format(key=text)
            self._add.show_problem(words)
            return
        self._add.show_problem("")
        self.add_edit.clear()
        if name not in self.fields:
            self.show_keys((*self.keys(), QueryKey(name)))
            self.changed.emit()
        self.fields[name].edit.setFocus()
        self.ensureWidgetVisible(self.fields[name])
