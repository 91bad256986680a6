"""The query as it is written: whom, in which model, at which level, and its keys as fields or as text."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.queries import QueryModel, QueryOrder
from pacsdesk.contract.types import QueryLevel
from pacsdesk.desktop.kit.forms import FormField
from pacsdesk.desktop.kit.peer_box import PeerBox
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.query.asking_options import AskingOptions
from pacsdesk.desktop.panels.query.dictionary import Dictionary
from pacsdesk.desktop.panels.query.drafts import LEVELS, Draft, in_model
from pacsdesk.desktop.panels.query.identifier_editor import IdentifierEditor
from pacsdesk.desktop.panels.query.key_list import KeyList
from pacsdesk.desktop.panels.query.key_names import level_words, model_words

KEYS, IDENTIFIER, OPTIONS = range(3)


class QueryForm(QFrame):
    """changed: another query is written. asked: Return in a field."""

    changed = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_showing = False
        self._wanted_peer = ""
        self.peer = PeerBox(translate("Query", "Peer"))
        self.model, self.level = QComboBox(), QComboBox()
        self.keys = KeyList()
        self.identifier = IdentifierEditor()
        self.options = AskingOptions()
        self.switch = QTabBar()
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.show_draft(Draft())

    def _build(self) -> None:
        for model in QueryModel:
            self.model.addItem(model_words(model), model)
        for box in (self.model, self.level):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        both = QHBoxLayout()
        both.setSpacing(Space.M)
        both.addWidget(FormField(translate("Query", "Model"), self.model), 1)
        self._level = FormField(translate("Query", "Level"), self.level)
        both.addWidget(self._level, 1)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        head.setSpacing(Space.M)
        head.addWidget(FormField(translate("Query", "Peer"), self.peer))
        head.addLayout(both)
        for title, page in (
            (translate("Query", "Keys"), self.keys),
            (translate("Query", "Identifier"), self.identifier),
            (translate("Query", "Options"), self.options),
        ):
            self.switch.addTab(title)
            self._pages.addWidget(page)
        self.switch.setAccessibleName(translate("Query", "Keys, identifier as text, or options"))
        self.switch.setDrawBase(False)
        self.switch.setExpanding(False)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(Space.S, 0, Space.L, 0)
        tabs.addWidget(self.switch)
        tabs.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(tabs)
        layout.addWidget(self._pages, 1)
        set_look(self, surface="1")

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._pages.setCurrentIndex)
        self.peer.currentIndexChanged.connect(self._on_peer_chosen)
        self.model.currentIndexChanged.connect(self._on_model_chosen)
        self.level.currentIndexChanged.connect(self._on_level_chosen)
        self.keys.changed.connect(self._on_keys_changed)
        self.keys.returned.connect(self.asked)
        self.options.calling.returnPressed.connect(self.asked)
        self.identifier.changed.connect(self._on_identifier_changed)
        self.options.changed.connect(self._say_changed)

    # what is written

    def set_peers(self, peers: tuple[Peer, ...]) -> None:
        """These can be asked; the chosen one stays if it is among them."""
        wanted = self.peer.name() or self._wanted_peer
        self.peer.show_peers(peers)
        self.peer.choose(wanted)

    def choose_peer(self, name: str) -> None:
        """Ask this one, if it is there."""
        self.peer.choose(name)

    def use(self, dictionary: Dictionary) -> None:
        """The whole dictionary has come: any key can be added and is explained."""
        self.keys.use(dictionary)

    def problem(self) -> str:
        """Why this cannot be asked, "" when it can."""
        if not self.peer.name():
            return translate("Query", "There is no peer that can be asked.")
        return self.identifier.problem()

    def draft(self) -> Draft:
        """What is written. Raises ValueError while the calling title is wrong, which shows then."""
        order = QueryOrder(keys=self.identifier.keys(), model=self._model(), level=self._level_now())
        try:
            order = self.options.applied_to(order)
        except ValueError:
            self.switch.setCurrentIndex(OPTIONS)
            raise
        return Draft(self.peer.name() or self._wanted_peer, order)

    def show_draft(self, draft: Draft) -> None:
        """Write this query. Of a peer that is not there any more the chosen one is asked."""
        self._is_showing = True
        self._wanted_peer = draft.peer
        self.peer.choose(draft.peer)
        self.model.setCurrentIndex(self.model.findData(draft.order.model))
        self._offer_levels(draft.order.model, draft.order.level)
        self.keys.set_level(draft.order.model, draft.order.level)
        self.keys.show_keys(draft.order.keys)
        self.identifier.show_keys(draft.order.keys)
        self.options.show_order(draft.order)
        self._is_showing = False
        self.changed.emit()

    def ask_as_another(self) -> None:
        """The person shall write another calling title."""
        self.switch.setCurrentIndex(OPTIONS)
        self.options.calling.ask_for_another()

    def focus_keys(self) -> None:
        """The first key, ready to be typed over."""
        self.switch.setCurrentIndex(KEYS)
        first = next(iter(self.keys.fields.values()))
        first.edit.setFocus()
        first.edit.selectAll()

    # what a person does

    def _model(self) -> QueryModel:
        return QueryModel(self.model.currentData())

    def _level_now(self) -> QueryLevel | None:
        data = self.level.currentData()
        return QueryLevel(data) if data is not None else None

    def _offer_levels(self, model: QueryModel, level: QueryLevel | None) -> None:
        self.level.blockSignals(True)
        self.level.clear()
        for one in LEVELS[model]:
            self.level.addItem(level_words(one), one)
        self.level.setCurrentIndex(self.level.findData(level) if level is not None else -1)
        self.level.blockSignals(False)
        self._level.setVisible(bool(LEVELS[model]))

    @Slot()
    def _on_peer_chosen(self) -> None:
        self._wanted_peer = self.peer.name()
        self._say_changed()

    @Slot()
    def _on_model_chosen(self) -> None:
        if not self._is_showing:
            fitting = in_model(QueryOrder(), self._model(), self._level_now() or QueryLevel.STUDY)
            self._offer_levels(fitting.model, fitting.level)
            self._on_level_chosen()

    @Slot()
    def _on_level_chosen(self) -> None:
        if not self._is_showing:
            self.keys.set_level(self._model(), self._level_now())
            self._on_keys_changed()

    @Slot()
    def _on_keys_changed(self) -> None:
        self.identifier.show_keys(self.keys.keys())
        self._say_changed()

    @Slot()
    def _on_identifier_changed(self) -> None:
        if not self.identifier.problem():
            self.keys.show_keys(self.identifier.keys())
        self._say_changed()

    @Slot()
    def _say_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit()
