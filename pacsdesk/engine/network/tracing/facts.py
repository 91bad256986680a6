"""What is known of an association from what passed: titles, contexts, roles, operations, bytes, how it ended."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pacsdesk.contract.records.relays import SeenAssociation, SeenContext, SeenEnd, SeenExtended, SeenSide
from pacsdesk.engine.network.association import RoleSelection, UserIdentityKind, printable_title
from pacsdesk.engine.network.command import C_CANCEL_RQ, Command
from pacsdesk.engine.network.journal.book import printable
from pacsdesk.engine.network.tally import Tally
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest
from pacsdesk.engine.network.wire.user_information import UserInformation

_RESPONSE = 0x8000
_MOST_CONTEXTS = 128
_MOST_SYNTAXES = 64
_MOST_DIGITS = 128
_IDENTITIES = {
    UserIdentityKind.NAME: "user name",
    UserIdentityKind.NAME_AND_PASSCODE: "user name and passcode",
    UserIdentityKind.KERBEROS: "Kerberos ticket",
    UserIdentityKind.SAML: "SAML assertion",
    UserIdentityKind.JWT: "JSON web token",
}


@dataclass(slots=True)
class Bytes:
    """Passed so far on the connection, as the requestor sends and gets them."""

    from_requestor: int = 0
    to_requestor: int = 0


class Facts:
    """Gathered while an association passes; `seen` may be asked at any time, by the thread that holds its lock."""

    def __init__(self, begun: SeenAssociation) -> None:
        self.bytes = Bytes()
        self.request: AssociateRequest | None = None
        self.accept: AssociateAccept | None = None
        self._begun = begun
        self._tally = Tally()
        self._end = SeenEnd.OPEN
        self._problem = ""

    def requested(self, request: AssociateRequest) -> None:
        """An A-ASSOCIATE-RQ passed; a second one on a connection is nothing to go by."""
        self.request = self.request or request

    def accepted(self, accept: AssociateAccept) -> None:
        """An A-ASSOCIATE-AC passed."""
        self.accept = self.accept or accept

    def answered(self, command: Command) -> None:
        """A response passed; those that others follow do not count."""
        if command.response and not command.response.is_pending and command.field != C_CANCEL_RQ:
            self._tally.add(command.field & ~_RESPONSE, command.response.status)

    def ended(self, end: SeenEnd, problem: str = "") -> None:
        """It is over, or known to be nothing else; the first reason stands."""
        if self._end is SeenEnd.OPEN:
            self._end, self._problem = end, problem

    def transfer_syntax(self, context_id: int) -> str:
        """What was accepted for a context, "" when nothing was."""
        contexts = self.accept.contexts if self.accept else ()
        return next((one.transfer_syntax for one in contexts if one.context_id == context_id and not one.result), "")

    def abstract_syntax(self, context_id: int) -> str:
        """What a context is for, "" when nobody proposed it."""
        contexts = self.request.contexts if self.request else ()
        return next((one.abstract_syntax for one in contexts if one.context_id == context_id), "")

    def seen(self) -> SeenAssociation:
        """All of it, as it stands."""
        request, accept = self.request, self.accept
        known = replace(
            self._begun,
            end=self._end,
            problem=self._problem,
            operations=self._tally.operations(),
            bytes_from_caller=self.bytes.from_requestor,
            bytes_to_caller=self.bytes.to_requestor,
            called=_side(accept.user) if accept else SeenSide(),
        )
        if request is None:
            return known
        user = request.user
        return replace(
            known,
            calling_ae_title=printable_title(request.calling_ae_title),
            called_ae_title=printable_title(request.called_ae_title),
            caller=_side(user),
            contexts=tuple(_contexts(request, accept)),
            extended=tuple(
                SeenExtended(printable(one.sop_class_uid), one.application_information.hex()[:_MOST_DIGITS])
                for one in user.extended[:_MOST_CONTEXTS]
            ),
            user_identity=_IDENTITIES[user.claimed_user.kind] if user.claimed_user else "",
        )


def _side(user: UserInformation) -> SeenSide:
    return SeenSide(
        user.maximum_length, printable(user.implementation_class_uid), printable(user.implementation_version_name)
    )


def _contexts(request: AssociateRequest, accept: AssociateAccept | None) -> Iterable[SeenContext]:
    answers = {one.context_id: one for one in accept.contexts} if accept else {}
    roles = {role.sop_class_uid: role for role in request.user.roles}
    for asked in request.contexts[:_MOST_CONTEXTS]:
        answer = answers.get(asked.context_id)
        yield SeenContext(
            context_id=asked.context_id,
            abstract_syntax=printable(asked.abstract_syntax),
            proposed=tuple(printable(one) for one in asked.transfer_syntaxes[:_MOST_SYNTAXES]),
            accepted=printable(answer.transfer_syntax) if answer and not answer.result else "",
            result=answer.result if answer else None,
            role=_role(roles.get(asked.abstract_syntax)),
        )


def _role(role: RoleSelection | None) -> str:
    if role is None:
        return ""
    names = [name for name, has in (("SCU", role.is_scu), ("SCP", role.is_scp)) if has]
    return " and ".join(names) or "none"
