"""Leads from an empty window to a session: engine found or started, site made, person signed in. One step at a time.

It decides what comes next and knows no widget; the main window shows what its signals say.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.errors import PacsDeskError, Unavailable
from pacsdesk.contract.records.engine import Health, Profile
from pacsdesk.contract.records.security import SessionGrant
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.errors import title_of
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.shell.attachment import Attached, EngineAttachment, SetupChoice, Stranger
from pacsdesk.link.client import Client


@dataclass(frozen=True, slots=True)
class Session:
    """A person at an engine."""

    client: Client
    health: Health
    grant: SessionGrant

    def goes_on_from(self, before: "Session") -> bool:
        """Whether the panels that are open may stay: same name, same rights, same connection."""
        unlike = replace(self.grant, token=before.grant.token, expires_at=before.grant.expires_at)
        return before.client is self.client and before.grant == unlike


class Startup(QObject):
    """Signals are in the order of a first start; each is followed by a call of the person's choice or by the next."""

    progressed = Signal(str)
    setup_needed = Signal()
    setup_failed = Signal(object)
    moved = Signal(object)  # the folder
    attach_failed = Signal(object)
    sign_in_needed = Signal(object, str)  # Health, why it is asked for
    sign_in_failed = Signal(object)
    other_site_found = Signal(object)  # Stranger: it must not be shown a password
    opened = Signal(object)  # Session
    engine_started = Signal()  # by start_again, not found running

    def __init__(self, attachment: EngineAttachment, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attachment = attachment
        self._calls = calls
        self._attached: Attached | None = None
        self._reason = ""  # why a sign-in is asked for, when the next engine is found

    def begin(self) -> None:
        """Start from the beginning, or again after a failure."""
        if self._attachment.needs_setup():
            self.setup_needed.emit()
        else:
            self._attach()

    def move_to(self, folder: Path) -> None:
        """The person chose another folder for the site; one that is a site already is opened."""
        self._attachment.move_to(folder)
        self.moved.emit(self._attachment.data_dir)
        if not self._attachment.needs_setup():
            self._attach()

    def set_up(self, choice: SetupChoice) -> None:
        """Make the site, then go on; the new administrator is signed in at once."""
        self.progressed.emit(translate("Shell", "Making the site"))

        def work() -> Attached:
            self._attachment.set_up(choice)
            return self._attachment.attach(self.progressed.emit)

        def done(attached: Attached) -> None:
            self._attached = attached
            if choice.profile is Profile.BENCH:
                self._on_attached(attached)
            else:
                self.sign_in(choice.administrator, choice.password)

        self._calls.start(work, done, self._on_set_up_failed, owner=self)

    def sign_in(self, name: str, password: str) -> None:
        """Try a name and a password, unless another site's engine answers by now where ours did."""

        def try_them(attached: Attached) -> None:
            attached.client.token = ""  # that of an ended session would be refused before the password is looked at
            sessions = attached.client.services.sessions
            self._calls.start(
                lambda: sessions.sign_in(name, password), self._on_signed_in, self._on_sign_in_failed, owner=self
            )

        self._at_own_site(try_them, self._on_sign_in_failed)

    def ask_again(self, reason: str) -> None:
        """The session has ended: ask who is there, unless another site's engine ended it."""

        def ask(attached: Attached) -> None:
            self.sign_in_needed.emit(attached.health, reason)

        attached = self._attached
        if attached is not None:
            self._at_own_site(ask, lambda _error: ask(attached))

    def look_who_answers(self) -> None:
        """Somebody begins to type a password: say at once when it is meant for another engine."""
        self._at_own_site(lambda _attached: None, lambda _error: None)

    def _at_own_site(self, go_on: Callable[[Attached], None], on_failed: Callable[[PacsDeskError], None]) -> None:
        attached = self._attached
        if attached is None:
            return

        def told(stranger: Stranger | None) -> None:
            if stranger is None:
                go_on(attached)
            else:
                self.other_site_found.emit(stranger)

        self._calls.start(lambda: self._attachment.stranger(attached), told, on_failed, owner=self)

    def sign_out(self) -> None:
        """End the session; whatever the engine says to it, the person is out."""
        attached = self._attached
        if attached is None:
            return
        self._calls.start(
            attached.client.services.sessions.sign_out, self._on_signed_out, self._on_signed_out, owner=self
        )

    def stop_other(self, words: Sequence[str]) -> None:
        """Stop the engine that stands in the way, then begin again. words: of `pacsdesk`, as an error named them."""
        self.progressed.emit(translate("Shell", "Stopping the other engine"))
        self._calls.start(
            lambda: self._attachment.stop_other(words),
            lambda _nothing: self.begin(),
            self.attach_failed.emit,
            owner=self,
        )

    def start_again(self) -> None:
        """The engine was lost: start it. The session goes on when it stands at the address it had."""
        self._calls.start(
            lambda: self._attachment.attach(self.progressed.emit),
            self._on_attached_again,
            self.attach_failed.emit,
            owner=self,
        )

    def _on_attached_again(self, attached: Attached) -> None:
        if attached.was_started:
            self.engine_started.emit()
        before = self._attached
        if before is not None and before.client.address == attached.client.address:
            attached.client.close()
        else:
            self._on_attached(attached)

    def give_up(self) -> None:
        """The window closes: stop waiting, let the connection go."""
        self._attachment.give_up()
        if self._attached is not None:
            self._attached.client.close()

    def _attach(self) -> None:
        self._calls.start(
            lambda: self._attachment.attach(self.progressed.emit),
            self._on_attached,
            self.attach_failed.emit,
            owner=self,
        )

    def _on_attached(self, attached: Attached) -> None:
        before = self._attached
        if before is not None and before.client.address == attached.client.address:
            attached.client.close()
            attached = replace(attached, client=before.client)  # what is open goes on with the connection it has
            attached.client.token = ""
        self._attached = attached
        secret, reason, self._reason = self._attachment.secret(), self._reason, ""
        if not secret:
            self.sign_in_needed.emit(attached.health, reason)
            return
        sessions = attached.client.services.sessions
        self._calls.start(
            lambda: sessions.sign_in_with_secret(secret), self._on_signed_in, self._on_secret_refused, owner=self
        )

    def _on_secret_refused(self, error: PacsDeskError) -> None:
        if self._attached is not None:
            self.sign_in_needed.emit(self._attached.health, title_of(error))

    def _on_sign_in_failed(self, error: PacsDeskError) -> None:
        """An engine of this computer that ended while somebody typed is started, and asked for again."""
        if isinstance(error, Unavailable) and self._attachment.engine_url is None:
            self._reason = title_of(error)
            self._attach()
        else:
            self.sign_in_failed.emit(error)

    def _on_set_up_failed(self, error: PacsDeskError) -> None:
        failed = self.setup_failed if self._attachment.needs_setup() else self.attach_failed
        failed.emit(error)

    def _on_signed_in(self, grant: SessionGrant) -> None:
        if self._attached is not None:
            self._attached.client.token = grant.token
            self.opened.emit(Session(self._attached.client, self._attached.health, grant))

    def _on_signed_out(self, _answer: object) -> None:
        if self._attached is not None:
            self._attached.client.token = ""
            self.sign_in_needed.emit(self._attached.health, "")
