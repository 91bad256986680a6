"""What is known of an association from what passed: titles, contexts, roles, operations, bytes, how it ended.

Bounded, whatever passes; what could not be read is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationEnd,
    AssociationState,
    CalledSide,
    EndedBy,
    NegotiatedItem,
    ProposedExtended,
)
from pacsdesk.contract.records.probes import AbortNumbers, BrokenOff, RejectNumbers
from pacsdesk.engine.network.association import RoleSelection, UserIdentityKind, printable_title
from pacsdesk.engine.network.command import C_CANCEL_RQ, Command
from pacsdesk.engine.network.journal.book import printable
from pacsdesk.engine.network.negotiation import ContextResult
from pacsdesk.engine.network.tally import Tally, failures_of
from pacsdesk.engine.network.tracing.names import abort_name, reject_name
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest
from pacsdesk.engine.network.wire.pdu import Abort, Reject

_RESPONSE = 0x8000
_MOST_CONTEXTS = 128
_MOST_SYNTAXES = 8
_MOST_DIGITS = 128
_MOST_KINDS = 256  # of answers; hostile bytes have millions
_IDENTITIES = {
    UserIdentityKind.NAME: "user name",
    UserIdentityKind.NAME_AND_PASSCODE: "user name and passcode",
    UserIdentityKind.KERBEROS: "Kerberos ticket",
    UserIdentityKind.SAML: "SAML assertion",
    UserIdentityKind.JWT: "JSON web token",
}
SILENT = "It was closed before anything was said."
ENCRYPTED = "What passed is TLS: it is encrypted and cannot be read here."
PARTLY_READ = "A part of it could not be read: {what}"


@dataclass(slots=True)
class Bytes:
    """Passed so far on the connection, as the requestor sends and gets them."""

    from_requestor: int = 0
    to_requestor: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """How an association ended, as the journal has it."""

    state: AssociationState
    problem: str = ""
    end: AssociationEnd = AssociationEnd()


def side(from_requestor: bool) -> EndedBy:
    """Of an association."""
    return EndedBy.CALLER if from_requestor else EndedBy.CALLED


class Facts:
    """Gathered while an association passes; `look` may be asked at any time, by the thread that holds its lock."""

    def __init__(self, is_called_here: bool = False) -> None:
        """is_called_here: whether this archive is the called side, and knows by itself how it ends one."""
        self.bytes = Bytes()
        self.request: AssociateRequest | None = None
        self.accept: AssociateAccept | None = None
        self._is_called_here = is_called_here
        self._tally = Tally()
        self._kinds: set[tuple[int, int]] = set()
        self._asked = 0
        self._released_by: EndedBy | None = None
        self._ended: Ended | None = None
        self._foreign: Ended | None = None
        self._unread = ""

    @property
    def is_idle(self) -> bool:
        """Whether no request waits for its answer."""
        return self._asked <= 0

    def requested(self, request: AssociateRequest) -> None:
        """An A-ASSOCIATE-RQ passed; a second one on a connection is nothing to go by."""
        self.request = self.request or request

    def accepted(self, accept: AssociateAccept) -> None:
        """An A-ASSOCIATE-AC passed."""
        self.accept = self.accept or accept

    def commanded(self, command: Command) -> None:
        """A command passed; a response that others follow does not count."""
        if command.is_request:
            self._asked += 1
        elif command.response and not command.response.is_pending and command.field != C_CANCEL_RQ:
            self._asked -= 1
            self._count(command.field & ~_RESPONSE, command.response.status)

    def _count(self, field: int, status: int) -> None:
        if (field, status) not in self._kinds and len(self._kinds) >= _MOST_KINDS:
            self.unread(f"it has more than {_MOST_KINDS} kinds of answers")
            return
        self._kinds.add((field, status))
        self._tally.add(field, status)

    # how it ends: the first reason stands

    def asked_to_release(self, from_requestor: bool) -> None:
        """An A-RELEASE-RQ passed."""
        self._released_by = self._released_by or side(from_requestor)

    def released(self) -> None:
        """An A-RELEASE-RP passed."""
        self._end(Ended(AssociationState.RELEASED, "", AssociationEnd(by=self._released_by)))

    def rejected(self, reject: Reject) -> None:
        """An A-ASSOCIATE-RJ passed."""
        numbers = f"(result {reject.result}, source {reject.source}, reason {reject.reason})"
        words = reject_name(reject.result, reject.source, reject.reason)
        told = RejectNumbers(reject.result, reject.source, reject.reason)
        end = AssociationEnd(reject=told, by=EndedBy.CALLED)
        self._end(Ended(AssociationState.REFUSED, f"{words} {numbers}", end))

    def aborted(self, abort: Abort, from_requestor: bool) -> None:
        """An A-ABORT passed."""
        if self._is_called_here and not from_requestor:
            return
        by = side(from_requestor)
        end = AssociationEnd(abort=AbortNumbers(abort.source, abort.reason), broken_off=BrokenOff.ABORTED, by=by)
        self._end(Ended(AssociationState.ABORTED, abort_name(abort.source, abort.reason), end))

    def unread(self, what: str) -> None:
        """Something passed that cannot be read; what follows may be."""
        self._unread = self._unread or what

    def foreign(self, says: str, from_requestor: bool, *, is_tls: bool) -> None:
        """From here on nothing of this side can be read."""
        if self._is_called_here and not from_requestor:
            return
        if is_tls:
            self._foreign = self._foreign or Ended(AssociationState.UNREAD, ENCRYPTED)
        else:
            end = AssociationEnd(broken_off=BrokenOff.BROKEN, by=side(from_requestor))
            self._foreign = self._foreign or Ended(AssociationState.BROKEN, says, end)

    def lost(self, what: str) -> None:
        """From here on nothing can be read at all."""
        self._foreign = self._foreign or Ended(AssociationState.UNREAD, PARTLY_READ.format(what=what))

    def closed(self, how: Ended) -> None:
        """The connection is over. how: it ended, unless what passed says so."""
        is_told = how.state is AssociationState.DRAINED or how.end.no_connection
        if self._ended is None and self._foreign and not is_told:
            by = self._foreign.end.by or how.end.by
            how = replace(self._foreign, end=replace(self._foreign.end, by=by))
        elif not (how.problem or self.bytes.from_requestor or self.bytes.to_requestor):
            how = replace(how, problem=SILENT)
        self._end(how)

    def _end(self, how: Ended) -> None:
        self._ended = self._ended or how

    # what was learned

    def transfer_syntax(self, context_id: int) -> str:
        """What was accepted for a context, "" when nothing was."""
        contexts = self.accept.contexts if self.accept else ()
        return next((one.transfer_syntax for one in contexts if one.context_id == context_id and not one.result), "")

    def abstract_syntax(self, context_id: int) -> str:
        """What a context is for, "" when nobody proposed it."""
        contexts = self.request.contexts if self.request else ()
        return next((one.abstract_syntax for one in contexts if one.context_id == context_id), "")

    def look(self, begun: AssociationDetail) -> AssociationDetail:
        """All of it, as it stands. begun: what is known without looking at what passes."""
        request, accept, operations = self.request, self.accept, self._tally.operations()
        ended = self._ended or Ended(AssociationState.OPEN)
        summary = replace(
            begun.summary,
            state=ended.state,
            problem=ended.problem or (PARTLY_READ.format(what=self._unread) if self._unread else ""),
            calling_ae_title=printable_title(request.calling_ae_title) if request else "",
            called_ae_title=printable_title(request.called_ae_title) if request else "",
            operations=sum(one.count for one in operations),
            failures=failures_of(operations),
            bytes_received=self.bytes.from_requestor,
            bytes_sent=self.bytes.to_requestor,
        )
        known = replace(
            begun,
            summary=summary,
            operations=operations,
            end=ended.end,
            called=_called(accept) if accept else begun.called,
        )
        if request is None:
            return known
        user = request.user
        return replace(
            known,
            items=tuple(_items(request, accept)),
            their_maximum_length=user.maximum_length,
            implementation_class_uid=printable(user.implementation_class_uid),
            implementation_version_name=printable(user.implementation_version_name),
            extended=tuple(
                ProposedExtended(printable(one.sop_class_uid), one.application_information.hex()[:_MOST_DIGITS])
                for one in user.extended[:_MOST_CONTEXTS]
            ),
            user_identity=_IDENTITIES[user.claimed_user.kind] if user.claimed_user else "",
        )


def _called(accept: AssociateAccept) -> CalledSide:
    user = accept.user
    return CalledSide(
        user.maximum_length, printable(user.implementation_class_uid), printable(user.implementation_version_name)
    )


def _items(request: AssociateRequest, accept: AssociateAccept | None) -> Iterable[NegotiatedItem]:
    answers = {one.context_id: one for one in accept.contexts} if accept else {}
    roles = {role.sop_class_uid: role for role in request.user.roles}
    for asked in request.contexts[:_MOST_CONTEXTS]:
        answer = answers.get(asked.context_id)
        yield NegotiatedItem(
            context_id=asked.context_id,
            abstract_syntax=printable(asked.abstract_syntax),
            proposed=tuple(printable(one) for one in asked.transfer_syntaxes[:_MOST_SYNTAXES]),
            accepted=printable(answer.transfer_syntax) if answer and not answer.result else "",
            result=answer.result if answer else int(ContextResult.NO_REASON),
            role=_role(roles.get(asked.abstract_syntax)),
        )


def _role(role: RoleSelection | None) -> str:
    if role is None:
        return ""
    names = [name for name, has in (("SCU", role.is_scu), ("SCP", role.is_scp)) if has]
    return " and ".join(names) or "none"
