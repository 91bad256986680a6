"""Callers that were turned away and nobody has let in since: who, why, and what lets them in.

A line stays where it is while it shows, and letting in takes a second press on a line that names the caller: neither
another caller that comes meanwhile nor a double click lets in somebody who was not meant.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import ElidedLabel, StateMark, StateShape, TextLabel, Tone
from pacsdesk.desktop.kit.letting_in import peer_to_let_in
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate

SHOWN_CALLERS = 3
CallerKey = tuple[str, str, str]  # calling AE title, address and reason


class RefusedLine(QWidget):
    """One caller. let_in_wanted: its RefusedCaller, after the second press."""

    let_in_wanted = Signal(object)

    def __init__(self, caller: RefusedCaller, own_ae_titles: frozenset[str], *, may_let_in: bool) -> None:
        super().__init__()
        self._caller = caller
        self._may_let_in = may_let_in
        self._is_asking = False
        self._words = ElidedLabel()
        self._let_in = make_button(translate("Home", "Let in"))
        self._confirm = make_button(translate("Home", "Let {ae_title} in").format(ae_title=plain(_title(caller))))
        self._cancel = make_button(translate("Home", "Cancel"), Rank.QUIET)
        self._build()
        self._let_in.clicked.connect(self._on_let_in)
        self._confirm.clicked.connect(self._on_confirmed)
        self._cancel.clicked.connect(self._on_cancelled)
        self.show_caller(caller, own_ae_titles)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(StateMark(StateShape.SLOW, translate("Home", "Refused")))
        title = TextLabel(plain(_title(self._caller)), strong=True, selectable=True)
        title.setFont(mono_font())
        row.addWidget(title)
        row.addWidget(self._words, 1)
        self.setMinimumHeight(self._let_in.sizeHint().height())  # with a button or without: nothing below it moves
        self._let_in.setAccessibleName(self._confirm.text())
        self._let_in.setToolTip(translate("Home", "Enter it as a peer that may echo and store from this address"))
        # the last place, where "Let in" was, is that of Cancel: a double click changes nothing
        for button in (self._confirm, self._let_in, self._cancel):
            row.addWidget(button)

    @property
    def is_asking(self) -> bool:
        """Whether the second press is awaited."""
        return self._is_asking

    def show_caller(self, caller: RefusedCaller, own_ae_titles: frozenset[str]) -> None:
        """The same caller, refused again perhaps."""
        self._caller = caller
        self._own_ae_titles = own_ae_titles
        self._show()

    def _show(self) -> None:
        can_let_in = self._may_let_in and peer_to_let_in(self._caller, self._own_ae_titles) is not None
        self._is_asking = self._is_asking and can_let_in
        self._words.set_text(plain(self._question() if self._is_asking else self._story()))
        self._let_in.setVisible(can_let_in and not self._is_asking)
        self._confirm.setVisible(self._is_asking)
        self._cancel.setVisible(self._is_asking)

    def _question(self) -> str:
        words = translate("Home", "It would be a peer that may echo and store from {address}.")
        return words.format(address=self._caller.address)

    def _story(self) -> str:
        caller = self._caller
        words = counted("Home", "from {address}, %Ln times. {reason}", caller.times)
        return words.format(address=caller.address, reason=self._reason())

    def _reason(self) -> str:
        was_heard = bool(self._caller.calling_ae_title or self._caller.called_ae_title)
        if not was_heard or self._caller.called_ae_title in self._own_ae_titles:
            return in_own_words(self._caller.reason)
        words = translate(
            "Home", "It called {called}; this archive is {own}. Change the called AE title at the sender."
        )
        called = self._caller.called_ae_title or "\u201c\u201d"
        return words.format(called=called, own=", ".join(sorted(self._own_ae_titles)))

    @Slot()
    def _on_let_in(self) -> None:
        self._is_asking = True
        self._show()
        self._confirm.setFocus()

    @Slot()
    def _on_cancelled(self) -> None:
        self._is_asking = False
        self._show()
        self._let_in.setFocus()

    @Slot()
    def _on_confirmed(self) -> None:
        self._is_asking = False
        self._show()
        self.let_in_wanted.emit(self._caller)


class RefusedCallers(QFrame):
    """A line for each of a few; hidden while there is none. New callers come below those that show."""

    let_in_wanted = Signal(object)

    def __init__(self, *, may_let_in: bool) -> None:
        """may_let_in: whether to offer the button."""
        super().__init__()
        set_look(self, role="card")
        self.setAccessibleName(translate("Home", "Refused callers"))
        self._may_let_in = may_let_in
        self._lines: dict[CallerKey, RefusedLine] = {}
        self._more = TextLabel(tone=Tone.MUTED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._more)
        self.hide()

    def lines(self) -> tuple[RefusedLine, ...]:
        """What shows, from top to bottom."""
        return tuple(self._lines.values())

    def show_callers(self, callers: tuple[RefusedCaller, ...], own_ae_titles: frozenset[str]) -> None:
        """Show who waits to be let in, newest first where nothing shows yet."""
        waiting = {_key(caller): caller for caller in callers}
        if not self._is_in_use():
            self._drop(set(self._lines) - set(list(waiting)[:SHOWN_CALLERS]))
        self._drop(set(self._lines) - set(waiting))
        for key, caller in waiting.items():
            if key in self._lines:
                self._lines[key].show_caller(caller, own_ae_titles)
            elif len(self._lines) < SHOWN_CALLERS:
                self._add(key, RefusedLine(caller, own_ae_titles, may_let_in=self._may_let_in))
        surplus = len(waiting) - len(self._lines)
        self._more.setText(counted("Home", "and %Ln more", surplus))
        self._more.setVisible(surplus > 0)
        self.setVisible(bool(callers))

    def _is_in_use(self) -> bool:
        """Whether a person is about to press something here: then no line gives way to a newer caller."""
        focused = self.focusWidget()
        has_keyboard = focused is not None and focused.hasFocus()
        return self.underMouse() or has_keyboard or any(line.is_asking for line in self._lines.values())

    def _add(self, key: CallerKey, line: RefusedLine) -> None:
        line.let_in_wanted.connect(self.let_in_wanted)
        self._column.insertWidget(len(self._lines), line)
        self._lines[key] = line
        line.show()

    def _drop(self, keys: set[CallerKey]) -> None:
        for key in keys:
            line = self._lines.pop(key)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()


def _key(caller: RefusedCaller) -> CallerKey:
    return caller.calling_ae_title, caller.address, caller.reason


def _title(caller: RefusedCaller) -> str:
    return caller.calling_ae_title or "\u2013"
