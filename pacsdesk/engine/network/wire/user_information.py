"""The user information of an A-ASSOCIATE PDU (PS3.7 annex D): sizes, implementation, negotiation beside contexts.

A stranger's claim about its user is read without its password: what is not kept cannot leak.
"""

import struct
from dataclasses import dataclass

from pacsdesk.engine.network.association import (
    ClaimedUser,
    ExtendedNegotiation,
    RoleSelection,
    UserIdentityKind,
)
from pacsdesk.engine.network.wire.items import (
    ItemKind,
    decode_uid,
    encode_item,
    encode_text,
    items_of,
    only_once,
    split_length,
    with_length,
)
from pacsdesk.engine.network.wire.pdu import BrokenPdu

_LONG = struct.Struct(">L")
_TWO_SHORTS = struct.Struct(">HH")
_LONGEST_VERSION = 16
_LONGEST_CLAIM = 64
_KINDS = frozenset(UserIdentityKind)
_NAMED_KINDS = (UserIdentityKind.NAME, UserIdentityKind.NAME_AND_PASSCODE)


@dataclass(frozen=True, slots=True)
class UserInformation:
    """What one side says about itself. maximum_length: of the PDUs it receives, bytes of the body, 0 for no limit.

    operations: asynchronous operations invoked and performed (0 for any number), None when not negotiated.
    """

    maximum_length: int
    implementation_class_uid: str
    implementation_version_name: str = ""
    operations: tuple[int, int] | None = None
    roles: tuple[RoleSelection, ...] = ()
    extended: tuple[ExtendedNegotiation, ...] = ()
    claimed_user: ClaimedUser | None = None


def encode_user_information(user: UserInformation) -> bytes:
    """The item; a claim about a user is never sent."""
    parts = [
        encode_item(ItemKind.MAXIMUM_LENGTH, _LONG.pack(user.maximum_length)),
        encode_item(ItemKind.IMPLEMENTATION_CLASS_UID, encode_text(user.implementation_class_uid)),
    ]
    if user.operations:
        parts.append(encode_item(ItemKind.ASYNCHRONOUS_OPERATIONS, _TWO_SHORTS.pack(*user.operations)))
    parts += [encode_item(ItemKind.ROLE_SELECTION, _encode_role(role)) for role in user.roles]
    if user.implementation_version_name:
        version = encode_text(user.implementation_version_name)[:_LONGEST_VERSION]
        parts.append(encode_item(ItemKind.IMPLEMENTATION_VERSION_NAME, version))
    parts += [encode_item(ItemKind.EXTENDED_NEGOTIATION, _encode_extended(item)) for item in user.extended]
    return encode_item(ItemKind.USER_INFORMATION, b"".join(parts))


def decode_user_information(content: bytes) -> UserInformation:
    """Raises BrokenPdu. An implementation class UID that is missing is "": refusing would shut out old devices."""
    found: dict[int, bytes] = {}
    roles: list[RoleSelection] = []
    extended: list[ExtendedNegotiation] = []
    for kind, body in items_of(content):
        if kind == ItemKind.ROLE_SELECTION:
            roles.append(_decode_role(body))
        elif kind == ItemKind.EXTENDED_NEGOTIATION:
            extended.append(_decode_extended(body))
        else:
            only_once(found, kind, body)
    identity = found.get(ItemKind.USER_IDENTITY)
    return UserInformation(
        maximum_length=_maximum_length(found),
        implementation_class_uid=decode_uid(found.get(ItemKind.IMPLEMENTATION_CLASS_UID, b"")),
        implementation_version_name=_version(found),
        operations=_operations(found.get(ItemKind.ASYNCHRONOUS_OPERATIONS)),
        roles=tuple(roles),
        extended=tuple(extended),
        claimed_user=None if identity is None else _decode_claim(identity),
    )


def _maximum_length(found: dict[int, bytes]) -> int:
    content = found.get(ItemKind.MAXIMUM_LENGTH)
    if content is None:
        return 0  # PS3.8 D.1 wants the item; without it nothing is limited
    if len(content) != _LONG.size:
        raise BrokenPdu(f"a maximum length of {len(content)} bytes")
    (length,) = _LONG.unpack(content)
    return int(length)


def _version(found: dict[int, bytes]) -> str:
    text = found.get(ItemKind.IMPLEMENTATION_VERSION_NAME, b"").decode("ascii", "replace").strip("\0 ")
    return text[:_LONGEST_VERSION]


def _operations(content: bytes | None) -> tuple[int, int] | None:
    if content is None:
        return None
    if len(content) != _TWO_SHORTS.size:
        raise BrokenPdu(f"an asynchronous operations window of {len(content)} bytes")
    invoked, performed = _TWO_SHORTS.unpack(content)
    return invoked, performed


def _encode_role(role: RoleSelection) -> bytes:
    return with_length(encode_text(role.sop_class_uid)) + bytes([role.is_scu, role.is_scp])


def _decode_role(content: bytes) -> RoleSelection:
    uid, roles = split_length(content)
    if len(roles) != 2:
        raise BrokenPdu(f"a role selection with {len(roles)} bytes of roles")
    return RoleSelection(decode_uid(uid), roles[0] == 1, roles[1] == 1)


def _encode_extended(item: ExtendedNegotiation) -> bytes:
    return with_length(encode_text(item.sop_class_uid)) + item.application_information


def _decode_extended(content: bytes) -> ExtendedNegotiation:
    uid, application_information = split_length(content)
    return ExtendedNegotiation(decode_uid(uid), application_information)


def _decode_claim(content: bytes) -> ClaimedUser | None:
    """None for a kind that the standard got after us."""
    if len(content) < 2:
        raise BrokenPdu("a user identity without its kind")
    primary, rest = split_length(content[2:])
    split_length(rest)
    if content[0] not in _KINDS:
        return None
    kind = UserIdentityKind(content[0])
    return ClaimedUser(kind, primary.decode("utf-8", "replace")[:_LONGEST_CLAIM] if kind in _NAMED_KINDS else "")
