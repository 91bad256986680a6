"""Faults of negotiation: associated, but not for what was asked."""

import socket
from collections.abc import Callable
from dataclasses import replace
from threading import Event

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest, ContextAnswer, encode_accept
from pacsdesk.engine.network.wire.pdu import PduKind, encode_pdu
from pacsdesk.engine.training.faults.fault import Fault, Level, Start
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.engine.training.faults.manner import (
    FIND,
    HEALTHY_OFFERS,
    STORAGE,
    UNCOMPRESSED,
    VERIFICATION,
    Manner,
    Offer,
)
from pacsdesk.engine.training.faults.sockets import conversing
from pacsdesk.engine.training.faults.upper_layer import AnswerContext, abort_pdu, accept, read_pdu, read_request

_USER_REJECTION, _NO_REASON = 1, 2  # PS3.8 table 9-18
_FEW_CONTEXTS = 12
_TOO_MANY_CONTEXTS = 140
_JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70"

_CT, _SR = STORAGE[0], STORAGE[-1]


def _without(*abstract_syntaxes: str) -> Manner:
    return Manner(offers=tuple(offer for offer in HEALTHY_OFFERS if offer.abstract_syntax not in abstract_syntaxes))


def _each_offer(change: Callable[[Offer], Offer]) -> Manner:
    return Manner(offers=tuple(map(change, HEALTHY_OFFERS)))


def _storage_in(*transfer_syntaxes: str) -> Manner:
    return _each_offer(
        lambda one: replace(one, transfer_syntaxes=transfer_syntaxes) if one.abstract_syntax in STORAGE else one
    )


def _associating(make: Callable[[AssociateRequest], AssociateAccept]) -> Start:
    """Associates as the function says and then only releases; whatever else comes is aborted."""

    def converse(connection: socket.socket, stopping: Event) -> None:
        connection.sendall(encode_accept(make(read_request(connection))))
        kind, _ = read_pdu(connection)
        released = encode_pdu(PduKind.RELEASE_RP, bytes(4))
        connection.sendall(released if kind == PduKind.RELEASE_RQ else abort_pdu(0, 0))

    return conversing(converse)


def _with_results(answer: AnswerContext) -> Start:
    return _associating(lambda request: accept(request, answer))


def _with_more_contexts_than_there_are(request: AssociateRequest) -> AssociateAccept:
    """Ids run from 1 to 255 and are odd: there are 128 of them."""
    answered = accept(request, lambda *_: 0)
    ids = [(2 * number + 1) % 256 for number in range(_TOO_MANY_CONTEXTS)]
    syntax = answered.contexts[0].transfer_syntax
    return replace(answered, contexts=tuple(ContextAnswer(context_id, 0, syntax) for context_id in ids))


def _with_contexts_never_proposed(request: AssociateRequest) -> AssociateAccept:
    answered = accept(request, lambda *_: 0)
    used = {context.context_id for context in answered.contexts}
    other = next(context_id for context_id in range(255, 0, -2) if context_id not in used)
    return replace(answered, contexts=(ContextAnswer(other, 0, UNCOMPRESSED[1]),))


def _in_syntaxes_never_proposed(request: AssociateRequest) -> AssociateAccept:
    answered = accept(request, lambda *_: 0)
    return replace(answered, contexts=tuple(replace(one, transfer_syntax="1.2.3.4") for one in answered.contexts))


NEGOTIATING = (
    Fault(
        "no-ct",
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Level.NEGOTIATION,
        "Everything arrives but CT",
        "CT images are not sent; the other images of the same patient are.",
        "The archive does not accept CT Image Storage.",
        behaving(_without(_CT)),
    ),
    Fault(
        "no-reports",
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Level.NEGOTIATION,
        "Reports do not arrive",
        "Images are sent, structured reports are not.",
        "The archive does not accept structured reports.",
        behaving(_without(_SR)),
    ),
    Fault(
        "echo-only",
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Level.NEGOTIATION,
        "The echo is green, nothing else is",
        "The echo works, and no object at all can be sent.",
        "What answers offers Verification and nothing else.",
        behaving(Manner(offers=(Offer(VERIFICATION),))),
    ),
    Fault(
        "compressed-only",
        FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
        Level.NEGOTIATION,
        "Uncompressed images are not taken",
        "Images that are not compressed are not sent.",
        "The archive accepts images only in JPEG Lossless.",
        behaving(_storage_in(_JPEG_LOSSLESS)),
    ),
    Fault(
        "uncompressed-only",
        FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
        Level.NEGOTIATION,
        "Compressed images are not taken",
        "Images that are stored compressed are not sent as they are.",
        "The archive accepts images only uncompressed.",
        behaving(_storage_in(*UNCOMPRESSED)),
    ),
    Fault(
        "no-find-context",
        FindingCode.SERVICE_NOT_PERMITTED,
        Level.NEGOTIATION,
        "The echo is green, the query is not",
        "The echo works, a query cannot even be asked.",
        "The archive does not offer queries to us.",
        behaving(_without(*FIND)),
    ),
    Fault(
        "patient-root-only",
        FindingCode.SERVICE_NOT_PERMITTED,
        Level.NEGOTIATION,
        "No query from the study down",
        "The echo works, a query of the study root cannot be asked.",
        "The archive knows only the patient root.",
        behaving(_without(FIND[1])),
    ),
    Fault(
        "no-roles",
        FindingCode.GET_ROLES_REFUSED,
        Level.NEGOTIATION,
        "C-GET brings nothing",
        "Retrieving by C-GET is accepted, and every object fails.",
        "The archive does not agree to send on an association that we opened: it refuses the roles.",
        behaving(_each_offer(lambda one: replace(one, sends_by_get=False))),
    ),
    Fault(
        "few-contexts",
        FindingCode.GET_ROLES_REFUSED,
        Level.NEGOTIATION,
        "Only the first ones",
        "When much is asked for on one association, only part of it is accepted.",
        f"The archive looks at the first {_FEW_CONTEXTS} presentation contexts and refuses all others.",
        _with_results(lambda place, *_: 0 if place < _FEW_CONTEXTS else _NO_REASON),
    ),
    Fault(
        "user-rejection",
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Level.NEGOTIATION,
        "Associated for nothing",
        "The association is accepted, and nothing can be done on it.",
        "The archive refuses every presentation context by its user's decision (result 1).",
        _with_results(lambda *_: _USER_REJECTION),
    ),
    Fault(
        "no-reason",
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Level.NEGOTIATION,
        "Associated for nothing, without a reason",
        "The association is accepted, and nothing can be done on it.",
        "The archive refuses every presentation context and gives no reason (result 2).",
        _with_results(lambda *_: _NO_REASON),
    ),
    Fault(
        "too-many-contexts",
        None,
        Level.NEGOTIATION,
        "More answers than there are questions",
        "The association is answered with more presentation contexts than can exist.",
        f"The archive answers {_TOO_MANY_CONTEXTS} contexts, though there are 128 ids; some stand twice.",
        _associating(_with_more_contexts_than_there_are),
    ),
    Fault(
        "context-never-proposed",
        None,
        Level.NEGOTIATION,
        "An answer to another question",
        "The association is accepted for something that nobody asked for.",
        "The archive answers a presentation context that was not proposed, and none that was.",
        _associating(_with_contexts_never_proposed),
    ),
    Fault(
        "syntax-never-proposed",
        None,
        Level.NEGOTIATION,
        "A transfer syntax of its own",
        "The association is accepted in a transfer syntax that nobody offered.",
        "The archive accepts each context in a transfer syntax that was not proposed.",
        _associating(_in_syntaxes_never_proposed),
    ),
)
