"""Associations that we open, in the journal beside those that others open."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationEnd,
    AssociationState,
    AssociationSummary,
    Direction,
    NegotiatedItem,
)
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import AbortNumbers, BrokenOff, NoTls, RejectNumbers
from pacsdesk.engine.network.journal.book import STATES, AssociationBook, printable
from pacsdesk.engine.network.journal.past import PastAssociations
from pacsdesk.engine.network.negotiation import ContextResult
from pacsdesk.engine.network.wire.associate import ContextAnswer
from pacsdesk.engine.network.wire.calling import Call
from pacsdesk.engine.network.wire.opened import OpenedAssociation
from pacsdesk.engine.network.wire.opening_steps import Opening
from pacsdesk.engine.network.wire.pdu import Abort
from pacsdesk.engine.network.wire.tap import NoTaps, Tap, Taps
from pacsdesk.engine.runtime.clock import Clock


class CallsInJournal:
    """Implements calling.NotesCalls."""

    def __init__(
        self,
        book: AssociationBook,
        past: PastAssociations,
        entered_under: Callable[[str], Iterable[Peer]],
        clock: Clock,
        new_id: Callable[[], UUID],
        our_maximum_length: int,
        taps: Taps | None = None,
    ) -> None:
        """entered_under: the peers with an AE title. our_maximum_length: of a PDU, as we announce it, bytes. taps: who
        listens in on calls."""
        self._taps = taps or NoTaps()
        self._book = book
        self._past = past
        self._entered_under = entered_under
        self._clock = clock
        self._new_id = new_id
        self._our_maximum_length = our_maximum_length

    def connected(self, call: Call, address: str) -> Tap | None:
        """Whoever traces this peer."""
        return self._taps.of_call(call.host, call.port, call.called_ae_title, address)

    def called(self, call: Call, opening: Opening) -> None:
        """Keep it among those that are open, or as a call that came to nothing."""
        detail = self._detail_of(call, opening)
        if not opening.association:
            last = opening.steps[-1]
            state = AssociationState.REFUSED if opening.reject else AssociationState.BROKEN
            summary = replace(
                detail.summary, state=state, ended_at=self._clock(), problem=f"{last.name}: {last.detail}"
            )
            self._past.add(replace(detail, summary=summary, end=_end_of_opening(opening)))
            return
        association_id = detail.summary.association_id
        opening.association.association_id = association_id
        opening.association.has_ended = lambda association: self._ended(association_id, association)
        self._book.open(detail, opening.association.tally, opening.association)

    def _ended(self, association_id: str, association: OpenedAssociation) -> None:
        detail = self._book.close(association_id)
        if detail and association.ending is not None:
            state = STATES[association.ending]
            summary = replace(detail.summary, state=state, ended_at=self._clock(), problem=association.problem)
            self._past.add(replace(detail, summary=summary, end=_end_of(association)))

    def _detail_of(self, call: Call, opening: Opening) -> AssociationDetail:
        accept = opening.accept
        answers = {answer.context_id: answer for answer in accept.contexts} if accept else {}
        return AssociationDetail(
            AssociationSummary(
                association_id=self._new_id().hex,
                direction=Direction.OUTGOING,
                state=AssociationState.OPEN,
                began_at=self._clock(),
                ended_at=None,
                calling_ae_title=str(call.calling_ae_title),
                called_ae_title=str(call.called_ae_title),
                address=f"{call.host}:{call.port}",
                peer_name=self._name_of(call),
                operations=0,
                failures=0,
                bytes_received=0,
                bytes_sent=0,
                problem="",
            ),
            items=tuple(
                _item(asked.context_id, asked.abstract_syntax, asked.transfer_syntaxes, answers.get(asked.context_id))
                for asked in call.contexts
            ),
            our_maximum_length=self._our_maximum_length,
            their_maximum_length=accept.user.maximum_length if accept else 0,
            implementation_class_uid=printable(accept.user.implementation_class_uid) if accept else "",
            implementation_version_name=printable(accept.user.implementation_version_name) if accept else "",
        )

    def _name_of(self, call: Call) -> str:
        try:
            peers = tuple(self._entered_under(str(call.called_ae_title)))
        except PacsDeskError:  # the index cannot be read now: a call must not fail for its line in the journal
            return ""
        return next((peer.name for peer in peers if (peer.host, peer.port) == (call.host, call.port)), "")


def _end_of_opening(opening: Opening) -> AssociationEnd:
    reject = opening.reject
    return AssociationEnd(
        no_connection=opening.no_connection,
        tls_problem=NoTls(opening.tls_problem.value) if opening.tls_problem else None,
        reject=RejectNumbers(reject.result, reject.source, reject.reason) if reject else None,
        abort=_numbers(opening.abort),
        broken_off=BrokenOff(opening.no_answer.value) if opening.no_answer else None,
    )


def _end_of(association: OpenedAssociation) -> AssociationEnd:
    no_answer = association.no_answer
    return AssociationEnd(
        abort=_numbers(association.peer_abort), broken_off=BrokenOff(no_answer.value) if no_answer else None
    )


def _numbers(abort: Abort | None) -> AbortNumbers | None:
    return AbortNumbers(abort.source, abort.reason) if abort else None


def _item(
    context_id: int, abstract_syntax: str, proposed: tuple[str, ...], answer: ContextAnswer | None
) -> NegotiatedItem:
    result = answer.result if answer else int(ContextResult.NO_REASON)
    is_accepted = answer is not None and result == ContextResult.ACCEPTED
    return NegotiatedItem(
        context_id,
        abstract_syntax,
        proposed,
        printable(answer.transfer_syntax) if answer and is_accepted else "",
        result,
    )
