"""What devices say to an archive, PDU by PDU: association requests, and each service's command with its dataset."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydicom import Dataset

from pacsdesk.engine.network.association import ExtendedNegotiation, ProposedContext, RoleSelection
from pacsdesk.engine.network.command import (
    C_ECHO_RQ,
    C_FIND_RQ,
    C_GET_RQ,
    C_MOVE_RQ,
    C_STORE_RQ,
    N_ACTION_RQ,
    Order,
    encode_cancel,
    encode_command,
    encode_order,
)
from pacsdesk.engine.network.wire.associate import AssociateRequest, encode_request
from pacsdesk.engine.network.wire.user_information import UserInformation
from tests.engine.network.committing import PUSH_MODEL, WELL_KNOWN, action_information
from tests.engine.network.listening import OWN_TITLE
from tests.engine.network.querying import PATIENT_ROOT, STUDY_ROOT
from tests.engine.network.raw_pdus import VERIFICATION, data, pdu
from tests.engine.network.retrieving import SINK, STUDY_ROOT_GET, STUDY_ROOT_MOVE
from tests.engine.network.sending import EXPLICIT
from tests.faults.devices import image, new_uid
from tests.support.datasets import CT_IMAGE, encode

CALLER = "CT99"
IMPLICIT = "1.2.840.10008.1.2"
_IS_COMMAND, _IS_LAST = 1, 2
_MESSAGE_ID = 7
_ALL = (VERIFICATION, CT_IMAGE, STUDY_ROOT, PATIENT_ROOT, STUDY_ROOT_MOVE, STUDY_ROOT_GET, str(PUSH_MODEL))
_STORING = (VERIFICATION, CT_IMAGE)
_IDS = {syntax: 2 * number + 1 for number, syntax in enumerate(_ALL)}
RELEASE, ABORT = pdu(0x05, bytes(4)), pdu(0x07, bytes(4))


@dataclass(frozen=True, slots=True)
class Conversation:
    """An A-ASSOCIATE-RQ and what follows when it is accepted."""

    opening: bytes
    pdus: tuple[bytes, ...]


def conversation(source: random.Random) -> Conversation:
    """A right one: two thirds ask for storage alone, which receivers hold, the others for everything."""
    is_storing = source.random() < 0.66
    services = [_echo, _store, _store] if is_storing else list(_SERVICES)
    said = [pdu for _ in range(source.randint(1, 3)) for pdu in source.choice(services)(source)]
    ending = source.choice([(), (RELEASE,), (RELEASE,), (ABORT,)])
    return Conversation(opening(_STORING if is_storing else _ALL), (*said, *ending))


def opening(abstract_syntaxes: tuple[str, ...]) -> bytes:
    """Proposes these, relational queries and the role of who gets among them."""
    contexts = tuple(ProposedContext(_IDS[syntax], syntax, (EXPLICIT, IMPLICIT)) for syntax in abstract_syntaxes)
    is_getting = STUDY_ROOT_GET in abstract_syntaxes
    user = UserInformation(
        maximum_length=16384,
        implementation_class_uid="1.2.3",
        implementation_version_name="FUZZ",
        operations=(1, 1),
        roles=(RoleSelection(CT_IMAGE, is_scu=True, is_scp=is_getting),),
        extended=tuple(ExtendedNegotiation(syntax, b"\1\1\1") for syntax in abstract_syntaxes[2:4]),
    )
    return encode_request(AssociateRequest(OWN_TITLE, CALLER, contexts, user))


def fragments(context_id: int, kind: int, content: bytes, source: random.Random) -> Iterator[bytes]:
    """A command or dataset in PDUs of as many bytes as it pleases the sender."""
    size = source.choice((8, 100, 4096, 1 << 16))
    for start in range(0, len(content) or 1, size):
        is_last = start + size >= len(content)
        yield data(context_id, kind | (_IS_LAST if is_last else 0), content[start : start + size])


def _message(abstract_syntax: str, command: bytes, dataset: bytes, source: random.Random) -> list[bytes]:
    context_id = _IDS[abstract_syntax]
    said = list(fragments(context_id, _IS_COMMAND, command, source))
    return said + (list(fragments(context_id, 0, dataset, source)) if dataset else [])


def _echo(source: random.Random) -> list[bytes]:
    return _message(VERIFICATION, encode_order(Order(C_ECHO_RQ, _MESSAGE_ID, VERIFICATION)), b"", source)


def _store(source: random.Random) -> list[bytes]:
    one = image(source, (new_uid(source), new_uid(source)), pixels=source.choice((0, 1000, 40_000)))
    order = Order(C_STORE_RQ, _MESSAGE_ID, CT_IMAGE, one.sent.sop_instance_uid, has_dataset=True, priority=0)
    return _message(CT_IMAGE, encode_order(order), one.content, source)


def _find(source: random.Random) -> list[bytes]:
    model = source.choice((STUDY_ROOT, PATIENT_ROOT))
    level = source.choice(("PATIENT", "STUDY", "SERIES", "IMAGE"))
    keys = _identifier(level, PatientName=source.choice(("*", "A?C*", "")), StudyDate="20200101-", ModalitiesInStudy="")
    said = _message(model, _request(C_FIND_RQ, model), keys, source)
    return [*said, *_cancel(model, source)] if source.random() < 0.3 else said


def _move(source: random.Random) -> list[bytes]:
    to = source.choice((SINK, "NOBODY", CALLER))
    keys = _identifier("STUDY", StudyInstanceUID=source.choice(("1.2.3", new_uid(source))))
    return _message(STUDY_ROOT_MOVE, _request(C_MOVE_RQ, STUDY_ROOT_MOVE, to), keys, source)


def _get(source: random.Random) -> list[bytes]:
    keys = _identifier("STUDY", StudyInstanceUID=new_uid(source))
    said = _message(STUDY_ROOT_GET, _request(C_GET_RQ, STUDY_ROOT_GET), keys, source)
    return [*said, *_cancel(STUDY_ROOT_GET, source)] if source.random() < 0.5 else said


def _commit(source: random.Random) -> list[bytes]:
    references = [(CT_IMAGE, new_uid(source)) for _ in range(source.randint(1, 20))]
    command = encode_command(
        {
            0x0003: _uid(str(PUSH_MODEL)),
            0x0100: N_ACTION_RQ.to_bytes(2, "little"),
            0x0110: _MESSAGE_ID.to_bytes(2, "little"),
            0x0800: b"\1\0",
            0x1001: _uid(str(WELL_KNOWN)),
            0x1008: b"\1\0",
        }
    )
    return _message(str(PUSH_MODEL), command, encode(action_information(new_uid(source), references)), source)


def _cancel(abstract_syntax: str, source: random.Random) -> list[bytes]:
    return list(fragments(_IDS[abstract_syntax], _IS_COMMAND, encode_cancel(_MESSAGE_ID), source))


_SERVICES: tuple[Callable[[random.Random], list[bytes]], ...] = (_echo, _store, _find, _find, _move, _get, _commit)


def _request(command_field: int, abstract_syntax: str, destination: str = "") -> bytes:
    return encode_order(
        Order(
            command_field,
            _MESSAGE_ID,
            abstract_syntax,
            has_dataset=True,
            priority=0,
            move_destination=destination,
        )
    )


def _identifier(level: str, **keys: str) -> bytes:
    asked = Dataset()
    asked.QueryRetrieveLevel = level
    for keyword, value in keys.items():
        setattr(asked, keyword, value)
    return encode(asked)


def _uid(uid: str) -> bytes:
    return uid.encode() + b"\0" * (len(uid) % 2)
