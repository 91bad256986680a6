"""A-ASSOCIATE-RQ and -AC (PS3.8 9.3.2 and 9.3.3) to and from records: strict about structure, patient with content.

A title of another alphabet or a UID that is none comes through as text, for admission and negotiation to refuse.
"""

import struct
from dataclasses import dataclass

from pacsdesk.engine.network.association import APPLICATION_CONTEXT, PROTOCOL_VERSION, ProposedContext
from pacsdesk.engine.network.wire.items import (
    ItemKind,
    decode_uid,
    encode_item,
    encode_text,
    items_of,
    only_once,
)
from pacsdesk.engine.network.wire.pdu import AbortReason, BrokenPdu, PduKind, encode_pdu
from pacsdesk.engine.network.wire.user_information import (
    UserInformation,
    decode_user_information,
    encode_user_information,
)

# 128 contexts of 45 transfer syntaxes take 200 kB
LARGEST_ASSOCIATE = 1 << 19

_FIXED = struct.Struct(">H2x16s16s32x")
_CONTEXT = struct.Struct(">BxBx")


@dataclass(frozen=True, slots=True)
class AssociateRequest:
    """An A-ASSOCIATE-RQ. Titles without outer spaces; protocol_version: one bit for each version."""

    called_ae_title: str
    calling_ae_title: str
    contexts: tuple[ProposedContext, ...]
    user: UserInformation
    application_context: str = APPLICATION_CONTEXT
    protocol_version: int = PROTOCOL_VERSION


@dataclass(frozen=True, slots=True)
class ContextAnswer:
    """What became of a proposed context. result: PS3.8 table 9-18; the syntax is significant only when it is 0."""

    context_id: int
    result: int
    transfer_syntax: str


@dataclass(frozen=True, slots=True)
class AssociateAccept:
    """An A-ASSOCIATE-AC. The titles repeat the request's and are not significant (9.3.3)."""

    called_ae_title: str
    calling_ae_title: str
    contexts: tuple[ContextAnswer, ...]
    user: UserInformation


def encode_request(request: AssociateRequest) -> bytes:
    """A whole PDU. Raises ValueError when something does not fit."""
    contexts = b"".join(_encode_proposed(context) for context in request.contexts)
    titles = _titles(request.protocol_version, request.called_ae_title, request.calling_ae_title)
    return encode_pdu(PduKind.ASSOCIATE_RQ, titles + _around(contexts, request.application_context, request.user))


def encode_accept(accept: AssociateAccept) -> bytes:
    """A whole PDU."""
    contexts = b"".join(_encode_answered(context) for context in accept.contexts)
    titles = _titles(PROTOCOL_VERSION, accept.called_ae_title, accept.calling_ae_title)
    return encode_pdu(PduKind.ASSOCIATE_AC, titles + _around(contexts, APPLICATION_CONTEXT, accept.user))


def decode_request(body: bytes) -> AssociateRequest:
    """Read the body of an A-ASSOCIATE-RQ. Raises BrokenPdu."""
    version, called, calling = _fixed_fields(body)
    found, contexts = _variable_items(body, ItemKind.PROPOSED_CONTEXT)
    proposed = tuple(_decode_proposed(content) for content in contexts)
    if not proposed:
        raise BrokenPdu("no presentation context is proposed")
    ids = [context.context_id for context in proposed]
    if len(set(ids)) < len(ids) or not all(context_id % 2 for context_id in ids):
        raise BrokenPdu("a presentation context ID is even or stands twice")
    return AssociateRequest(
        called_ae_title=called,
        calling_ae_title=calling,
        contexts=proposed,
        user=decode_user_information(found[ItemKind.USER_INFORMATION]),
        application_context=decode_uid(found[ItemKind.APPLICATION_CONTEXT]),
        protocol_version=version,
    )


def decode_accept(body: bytes) -> AssociateAccept:
    """Read the body of an A-ASSOCIATE-AC. Raises BrokenPdu."""
    _, called, calling = _fixed_fields(body)
    found, contexts = _variable_items(body, ItemKind.ANSWERED_CONTEXT)
    user = decode_user_information(found[ItemKind.USER_INFORMATION])
    return AssociateAccept(called, calling, tuple(_decode_answered(content) for content in contexts), user)


def _titles(version: int, called: str, calling: str) -> bytes:
    return _FIXED.pack(version, encode_text(called)[:16].ljust(16), encode_text(calling)[:16].ljust(16))


def _around(contexts: bytes, application_context: str, user: UserInformation) -> bytes:
    name = encode_item(ItemKind.APPLICATION_CONTEXT, encode_text(application_context))
    return name + contexts + encode_user_information(user)


def _fixed_fields(body: bytes) -> tuple[int, str, str]:
    if len(body) < _FIXED.size:
        raise BrokenPdu(f"it ends inside its fixed fields, after {len(body)} bytes")
    version, called, calling = _FIXED.unpack_from(body)
    return version, _title(called), _title(calling)


def _title(content: bytes) -> str:
    return content.decode("latin_1").strip("\0 ")  # every byte stays one character, so that none is taken for another


def _variable_items(body: bytes, context_kind: ItemKind) -> tuple[dict[int, bytes], list[bytes]]:
    """The items that stand once, and the contexts. Raises BrokenPdu when one that must be there is not."""
    found: dict[int, bytes] = {}
    contexts: list[bytes] = []
    for kind, content in items_of(body[_FIXED.size :]):
        if kind == context_kind:
            contexts.append(content)
        else:
            only_once(found, kind, content)
    for needed in (ItemKind.APPLICATION_CONTEXT, ItemKind.USER_INFORMATION):
        if needed not in found:
            raise BrokenPdu(f"the item of type {needed:02X} is missing")
    return found, contexts


def _encode_proposed(context: ProposedContext) -> bytes:
    syntaxes = b"".join(
        encode_item(ItemKind.TRANSFER_SYNTAX, encode_text(syntax)) for syntax in context.transfer_syntaxes
    )
    abstract = encode_item(ItemKind.ABSTRACT_SYNTAX, encode_text(context.abstract_syntax))
    return encode_item(ItemKind.PROPOSED_CONTEXT, _CONTEXT.pack(context.context_id, 0) + abstract + syntaxes)


def _encode_answered(context: ContextAnswer) -> bytes:
    syntax = encode_item(ItemKind.TRANSFER_SYNTAX, encode_text(context.transfer_syntax))
    return encode_item(ItemKind.ANSWERED_CONTEXT, _CONTEXT.pack(context.context_id, context.result) + syntax)


def _decode_proposed(content: bytes) -> ProposedContext:
    context_id, _, items = _context_fields(content)
    abstract = [decode_uid(body) for kind, body in items if kind == ItemKind.ABSTRACT_SYNTAX]
    if len(abstract) != 1:
        raise BrokenPdu(f"presentation context {context_id} has {len(abstract)} abstract syntaxes")
    syntaxes = tuple(decode_uid(body) for kind, body in items if kind == ItemKind.TRANSFER_SYNTAX)
    return ProposedContext(context_id, abstract[0], syntaxes)


def _decode_answered(content: bytes) -> ContextAnswer:
    context_id, result, items = _context_fields(content)
    syntaxes = [decode_uid(body) for kind, body in items if kind == ItemKind.TRANSFER_SYNTAX]
    if result == 0 and len(syntaxes) != 1:
        reason = AbortReason.UNEXPECTED_PARAMETER if syntaxes else AbortReason.INVALID_PARAMETER
        raise BrokenPdu(f"presentation context {context_id} is accepted in {len(syntaxes)} transfer syntaxes", reason)
    return ContextAnswer(context_id, result, syntaxes[0] if syntaxes else "")


def _context_fields(content: bytes) -> tuple[int, int, list[tuple[int, bytes]]]:
    if len(content) < _CONTEXT.size:
        raise BrokenPdu(f"a presentation context of {len(content)} bytes")
    context_id, result = _CONTEXT.unpack_from(content)
    return context_id, result, list(items_of(content[_CONTEXT.size :]))
