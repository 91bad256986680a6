"""The fields of a peer's entry: made of a Peer, read as a Peer, each wrong value told at its field while one types."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from pacsdesk.contract.records.peers import (
    ANY_HOST,
    LONGEST_TIMEOUT,
    AddressCheck,
    Peer,
    PeerService,
    PeerTimeouts,
    SameUidPolicy,
    TlsMode,
    UsedService,
)
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.theme import mono_font
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.peers.service_choice import ServiceChoice
from pacsdesk.desktop.panels.peers.words import tls_words

LONGEST_NAME, LONGEST_REASON = 64, 400
NOTES_HEIGHT = 72
E = TypeVar("E", bound=StrEnum)

_CHECKS = {
    AddressCheck.EXACT: marked("Peers", "Exactly this host"),
    AddressCheck.SUBNET: marked("Peers", "Its network, for addresses from DHCP"),
    AddressCheck.OFF: marked("Peers", "Any address"),
}
_POLICIES = {
    SameUidPolicy.KEEP_FIRST: marked("Peers", "Keep the first, list the second as a conflict"),
    SameUidPolicy.NEWEST_WINS: marked("Peers", "The newest takes its place, the older goes to the trash"),
    SameUidPolicy.REFUSE: marked("Peers", "Refuse the second"),
}


class EntryFields:
    """The controls, without their labels."""

    def __init__(self) -> None:
        self.name, self.ae_title, self.host, self.port = (QLineEdit() for _ in range(4))
        self.contact, self.character_set, self.reason = (QLineEdit() for _ in range(3))
        self.connect, self.associate, self.answer = (QLineEdit() for _ in range(3))
        self.tls = _choice({mode: tls_words(mode) for mode in TlsMode})
        self.address_check = _choice({one: address_check_words(one) for one in AddressCheck})
        self.same_uid = _choice({one: same_uid_words(one) for one in SameUidPolicy})
        self.allow = ServiceChoice(tuple(PeerService))
        self.uses = ServiceChoice(tuple(UsedService))
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(NOTES_HEIGHT)
        self.name.setMaxLength(LONGEST_NAME)
        self.reason.setMaxLength(LONGEST_REASON)
        for field in (self.ae_title, self.host, self.port):
            field.setFont(mono_font())

    def show(self, peer: Peer | None) -> None:
        """Fill them in. None: a new entry."""
        self.name.setText(peer.name if peer is not None else "")
        self.ae_title.setText(peer.ae_title if peer is not None else "")
        self.host.setText(peer.host if peer is not None else "")
        peer = peer if peer is not None else NEW
        self.port.setText(_number(peer.port))
        _choose(self.tls, peer.tls)
        _choose(self.address_check, peer.address_check)
        _choose(self.same_uid, peer.same_uid)
        self.allow.choose(peer.allow)
        self.uses.choose(peer.uses)
        self.contact.setText(peer.contact)
        self.character_set.setText(peer.character_set)
        self.notes.setPlainText(peer.notes)
        self.connect.setText(_number(peer.timeouts.connect))
        self.associate.setText(_number(peer.timeouts.associate))
        self.answer.setText(_number(peer.timeouts.answer))
        self.reason.clear()

    def peer(self, before: Peer | None) -> Peer:
        """What they say; of an entry that is changed all else stays. Raises ValueError while something is wrong."""
        return replace(
            before if before is not None else NEW,
            name=self.name.text().strip(),
            ae_title=AETitle(self.ae_title.text()),
            host=self.host.text().strip(),
            port=_read_number(self.port.text()),
            tls=TlsMode(self.tls.currentData()),
            allow=self.allow.chosen(),
            uses=self.uses.chosen(),
            notes=self.notes.toPlainText(),
            same_uid=SameUidPolicy(self.same_uid.currentData()),
            character_set=self.character_set.text().strip(),
            contact=self.contact.text().strip(),
            timeouts=PeerTimeouts(*(_read_number(one.text()) for one in (self.connect, self.associate, self.answer))),
            address_check=AddressCheck(self.address_check.currentData()),
        )


NEW = Peer("\u2013", AETitle("NEW"), ANY_HOST, None)


def address_check_words(check: AddressCheck) -> str:
    """How strictly a caller's address is looked at."""
    return translate("Peers", _CHECKS[check])


def same_uid_words(policy: SameUidPolicy) -> str:
    """What happens to other content under a UID that is stored."""
    return translate("Peers", _POLICIES[policy])


def port_problem(text: str) -> str:
    """What is wrong with a port; none at all is right for who only sends."""
    number = text.strip()
    if not number or (number.isascii() and number.isdigit() and 1 <= int(number) <= 65535):
        return ""
    return translate("Peers", "A port is a number from 1 to 65535. Leave it empty for a peer that only sends.")


def seconds_problem(text: str) -> str:
    """What is wrong with a time-out; none is the usual one."""
    number = text.strip()
    if not number or (number.isascii() and number.isdigit() and 1 <= int(number) <= LONGEST_TIMEOUT):
        return ""
    return translate("Peers", "Whole seconds from 1 to {most}, or empty for what is usual.").format(
        most=LONGEST_TIMEOUT
    )


def host_problem(text: str) -> str:
    """What is wrong with a host."""
    host = text.strip()
    if not host:
        return translate("Peers", "Enter its name or address, or \u201cany\u201d for a caller from anywhere.")
    if any(character.isspace() for character in host):
        return translate("Peers", "A host has no spaces.")
    return ""


def _choice(words: Mapping[E, str]) -> QComboBox:
    box = QComboBox()
    for value, text in words.items():
        box.addItem(text, str(value))
    box.setMinimumContentsLength(12)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _choose(box: QComboBox, value: StrEnum) -> None:
    box.setCurrentIndex(box.findData(str(value)))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _read_number(text: str) -> int | None:
    return int(text) if text.strip() else None
