"""A trace has no English in a window of another language, but for names of the standard and what passed itself."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from pacsdesk.contract.records.traces import TracedKind, TracedPdu, TraceField
from pacsdesk.desktop.panels.relay.trace_words import (
    KINDS,
    kind_in_own_words,
    line_in_own_words,
    name_in_own_words,
    value_in_own_words,
)
from pacsdesk.engine.network.association import RoleSelection
from pacsdesk.engine.network.command import (
    C_MOVE_RQ,
    Order,
    Response,
    SubOperations,
    encode_order,
    encode_response,
    parse_command,
)
from pacsdesk.engine.network.tracing import names
from pacsdesk.engine.network.tracing.decoding import decode
from pacsdesk.engine.network.tracing.following import Followed, Keeping, Line
from pacsdesk.engine.network.tracing.trace_file import Written
from pacsdesk.engine.network.wire.associate import AssociateAccept, ContextAnswer, encode_accept
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus
from pacsdesk.engine.network.wire.pdu import Abort, PduKind, Reject, encode_abort, encode_pdu, encode_reject
from pacsdesk.engine.network.wire.user_information import UserInformation
from tests.desktop.kit.dashes import Dashes
from tests.engine.network.tracing.passing import EXPLICIT, accept_pdu, request_pdu, store_pdus
from tests.support.datasets import CT_IMAGE, ct_bytes

MOVE = Order(C_MOVE_RQ, 7, CT_IMAGE, priority=0, move_destination="WS01")
ROLES = UserInformation(0, "1.2.3.4", "", (1, 1), (RoleSelection(CT_IMAGE, True, True),))
STATUSES = (0x0000, 0x0110, 0x0112, 0x0122, 0x0124, 0x0211, 0xA700, 0xA801, 0xB000, 0xC001, 0xFE00, 0xFF00, 0xFF01)
REJECTS = [*((1, *one) for one in ((1, 1), (1, 2), (1, 3), (1, 7), (2, 2), (9, 9))), (2, 3, 1), (2, 3, 2), (9, 1, 1)]
ABORTS = [(0, 0), *((2, reason) for reason in (0, 1, 2, 4, 5, 6, 9)), (7, 1)]
CONTEXTS = "".join(f"{names.result_name(result)}; " for result in range(6)).split("; ")[:-1]
_VALUES = re.compile(
    r"[\w.:-]*\d[\w.:-]*|CT01|PACSDESK|TESTED|CT Image Storage|Explicit VR Little Endian|\b[CNPA]-[A-Z-]+"
)
_STANDARD = frozenset({"DICOM", "Application", "Context", "Name", "ID", "SCU", "SCP", "GET", "it", "wrong"})


def command_pdus(command: bytes) -> bytes:
    return b"".join(data_pdus(1, IS_COMMAND, command, 16384))


def responses() -> bytes:
    asked = parse_command(encode_order(MOVE))
    counts = SubOperations(1, 2, 3, 4)
    return b"".join(
        command_pdus(encode_response(asked, Response(status, sub_operations=counts))) for status in STATUSES
    )


def lines_of(*passed: tuple[bool, bytes]) -> list[Line]:
    """What a trace has of it. passed: whether from the caller, and the bytes."""
    lines: list[Line] = []
    followed = Followed(Keeping(is_masked=True, dataset_bytes=4096), lines.append)
    for from_caller, content in passed:
        followed.feed(from_caller, content)
    return lines


def whole_association() -> list[Line]:
    """A store and a move with answers of every kind, and what ends it."""
    return lines_of(
        (True, request_pdu()),
        (False, accept_pdu()),
        (True, store_pdus(ct_bytes())),
        (True, command_pdus(encode_order(MOVE))),
        (False, responses()),
        (True, encode_pdu(PduKind.RELEASE_RQ, bytes(4))),
        (False, encode_pdu(PduKind.RELEASE_RP, bytes(4))),
    )


def all_lines() -> list[Line]:
    return [
        *whole_association(),
        *(line for one in REJECTS for line in lines_of((True, request_pdu()), (False, encode_reject(Reject(*one))))),
        *(line for one in ABORTS for line in lines_of((True, request_pdu()), (False, encode_abort(Abort(*one))))),
        *lines_of((False, encode_accept(AssociateAccept("PACSDESK", "CT01", (ContextAnswer(1, 3, EXPLICIT),), ROLES)))),
        *lines_of((True, b"\x16\x03\x01\x00\x05hello")),
        *lines_of((True, encode_pdu(PduKind.RELEASE_RQ, bytes(9)))),
    ]


def fields_of(line: Line) -> tuple[TraceField, ...]:
    pieces = tuple((at, bytes(content)) for at, content in line.passed.pieces)
    written = Written(
        0.0, 1, line.from_requestor, line.passed.kind, line.passed.length, line.says, pieces, line.syntaxes
    )
    pdu = TracedPdu(1, 0.0, 1, line.from_requestor, line.passed.kind, line.passed.length, written.kept, line.says)
    return decode(pdu, [written], is_masked=True).fields


def english_in(text: str) -> list[str]:
    """Words that the language of dashes does not have."""
    return [word for word in re.findall(r"[A-Za-z-]{2,}", _VALUES.sub("", text)) if word not in _STANDARD]


@pytest.fixture
def dashes(qapp: QApplication) -> Iterator[None]:
    translator = Dashes()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("dashes")
def test_no_line_of_a_trace_says_a_word_of_english() -> None:
    says = {line.says for line in all_lines()}
    assert {one: left for one in says if (left := english_in(line_in_own_words(one)))} == {}
    assert {one: left for one in CONTEXTS if (left := english_in(line_in_own_words(one)))} == {}
    assert len(says) > len(STATUSES)


@pytest.mark.usefixtures("dashes")
def test_no_field_of_a_trace_says_a_word_of_english() -> None:
    fields = [field for line in all_lines() for field in fields_of(line)]
    own = [field for field in fields if not field.name.startswith("(") and field.name != "Implementation version name"]
    assert {field.name for field in own if english_in(name_in_own_words(field))} == set()
    assert {field.value for field in own if english_in(value_in_own_words(field))} == set()
    masked = [field for field in fields if field.is_masked]
    assert masked
    assert [field for field in masked if english_in(value_in_own_words(field))] == []


@pytest.mark.usefixtures("dashes")
def test_no_kind_of_line_is_english() -> None:
    assert [kind for kind in KINDS if english_in(kind_in_own_words(kind))] == []
    assert kind_in_own_words(TracedKind.ABORT) == "A-ABORT"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "CT01 calls PACSDESK, 12 presentation contexts proposed, TESTED",
            "CT01 ruft PACSDESK, 12 Presentation Contexts vorgeschlagen, TESTED",
        ),
        (
            "C-STORE-RSP, message 1, CT Image Storage, 0000 success",
            "C-STORE-RSP, Nachricht 1, CT Image Storage, 0000 Erfolg",
        ),
        ("end of a dataset of 1,204 bytes", "Ende eines Datensatzes von 1.204 Byte"),
        ("C-STORE-RSP, patient accepted", "C-STORE-RSP, patient accepted"),
    ],
)
def test_a_line_is_told_in_german(said: str, shown: str) -> None:
    assert line_in_own_words(said) == shown


@pytest.mark.usefixtures("german")
def test_what_passed_itself_stays_as_it_came() -> None:
    comment = TraceField(1, "(0000,0902) LO Error Comment", "no limit", 0, 0)
    assert value_in_own_words(comment) == "no limit"
    version = TraceField(1, "Implementation version name", "dataset", 0, 0)
    assert value_in_own_words(version) == "dataset"
