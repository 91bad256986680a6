"""One association in full, as text that can be copied: both sides, each context, roles, extended negotiation."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from pacsdesk.contract.records.associations import AssociationDetail, CalledSide, NegotiatedItem
from pacsdesk.contract.records.findings import Finding
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, format_moment, format_size, plain
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.kit.uid_names import Names
from pacsdesk.desktop.panels.relay.words import ended_by, operations_of, seen_word


class SeenText(QPlainTextEdit):
    """Read, never written."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(mono_font(TypeSize.SMALL))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_look(self, kind="value")
        self.setAccessibleName(translate("Relay", "What was proposed and answered"))
        self.setPlaceholderText(translate("Relay", "Choose an association to see what was proposed and answered."))

    def tell(self, one: AssociationDetail, names: Names, findings: Sequence[Finding] = ()) -> None:
        """Show an association, with why it went wrong; what is scrolled stays when it is the same."""
        text = "\n".join(_lines(one, names, findings))
        if text != self.toPlainText():
            scrolled = self.verticalScrollBar().value()
            self.setPlainText(text)
            self.verticalScrollBar().setValue(scrolled)

    def show_nothing(self) -> None:
        """None is chosen."""
        self.setPlainText("")


def _lines(one: AssociationDetail, names: Names, findings: Sequence[Finding]) -> Iterator[str]:
    summary = one.summary
    titles = f"{plain(summary.calling_ae_title) or NOTHING} → {plain(summary.called_ae_title) or NOTHING}"
    yield f"{titles}: {seen_word(one)}"
    if one.end.by:
        yield f"{translate('Relay', 'Ended by')}: {ended_by(one)}"
    if summary.problem:
        yield plain(in_own_words(summary.problem))
    for finding in findings:
        yield ""
        yield in_own_words(plain(finding.cause))
        yield from (f"  {number}. {in_own_words(plain(step))}" for number, step in enumerate(finding.repair, 1))
    yield ""
    yield f"{translate('Relay', 'Address')}: {plain(summary.address)} → {plain(summary.called_address)}"
    yield f"{translate('Relay', 'Began')}: {format_moment(summary.began_at)}"
    passed = format_size(summary.bytes_received), format_size(summary.bytes_sent)
    yield translate("Relay", "From the caller {size}, back {returned}").format(size=passed[0], returned=passed[1])
    yield ""
    caller = CalledSide(one.their_maximum_length, one.implementation_class_uid, one.implementation_version_name)
    yield _side(translate("Relay", "Caller"), caller)
    yield _side(translate("Relay", "Called"), one.called)
    if one.user_identity:
        yield f"{translate('Relay', 'User identity')}: {plain(one.user_identity)}"
    if one.operations:
        yield f"{translate('Relay', 'Asked and answered')}: {operations_of(one)}"
    for item in one.items:
        yield ""
        yield from _context(item, names)
    if one.extended:
        yield ""
        yield f"{translate('Relay', 'Extended negotiation')}:"
        yield from (f"  {_named(each.sop_class_uid, names)}: {each.digits}" for each in one.extended)


def _side(name: str, side: CalledSide) -> str:
    version = plain(side.implementation_version_name) or NOTHING
    limit = format_count(side.maximum_length) if side.maximum_length else translate("Relay", "no limit")
    words = translate("Relay", "{name}: {version} ({uid}), largest PDU {limit}")
    return words.format(name=name, version=version, uid=plain(side.implementation_class_uid) or NOTHING, limit=limit)


def _named(uid: str, names: Names) -> str:
    name = names.get(uid, uid)
    return plain(uid) if name == uid else f"{plain(name)} ({plain(uid)})"


def _context(item: NegotiatedItem, names: Names) -> Iterator[str]:
    role = f" [{item.role}]" if item.role else ""
    yield f"{item.context_id}: {_named(item.abstract_syntax, names)}{role}"
    for syntax in item.proposed:
        mark = "✓" if syntax == item.accepted else " "
        yield f"  {mark} {_named(syntax, names)}"
    if item.result:
        words = translate("Relay", "not accepted, result {result}")
        yield f"    {words.format(result=item.result)}"
