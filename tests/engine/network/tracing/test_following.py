"""What passes is followed whatever it is and however it is cut; nothing raises, memory stays bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.records.associations import AssociationState, EndedBy
from pacsdesk.contract.records.traces import TracedKind
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.command import C_STORE_RQ, Command, Response, encode_response
from pacsdesk.engine.network.wire.associate import AssociateRequest, encode_request
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus
from pacsdesk.engine.network.wire.items import ItemKind, encode_item, with_length
from pacsdesk.engine.network.wire.pdu import RELEASE_REPLY, RELEASE_REQUEST, Abort, Reject, encode_abort, encode_reject
from tests.engine.network.tracing.passing import BEGUN, SIDE, Follower, accept_pdu, request_pdu, store_pdus
from tests.support.datasets import CT_IMAGE, ct_bytes

STORE = Command(C_STORE_RQ, 1, True, CT_IMAGE, "1.2.3.1.1")
STORED = encode_response(STORE, Response(0))


@pytest.mark.parametrize("step", [1, 7, 1 << 20])
def test_an_association_is_the_same_however_its_bytes_come(step: int) -> None:
    follower = Follower()
    follower.feed(True, request_pdu(), step)
    follower.feed(False, accept_pdu(), step)
    follower.feed(True, store_pdus(ct_bytes()), step)
    follower.feed(True, RELEASE_REQUEST, step)
    follower.feed(False, RELEASE_REPLY, step)
    assert [line.passed.kind for line in follower.lines] == [
        *(TracedKind.ASSOCIATE_RQ, TracedKind.ASSOCIATE_AC, TracedKind.DATA, TracedKind.DATA),
        *(TracedKind.RELEASE_RQ, TracedKind.RELEASE_RP),
    ]
    assert follower.lines[2].says == "C-STORE-RQ, message 1, CT Image Storage"
    seen, summary = follower.look(), follower.look().summary
    assert (summary.calling_ae_title, summary.called_ae_title) == ("CT01", "PACSDESK")
    assert (summary.state, seen.end.by) == (AssociationState.RELEASED, EndedBy.CALLER)
    assert [(one.abstract_syntax, one.result) for one in seen.items] == [(CT_IMAGE, 0)]


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        (encode_reject(Reject(1, 1, 7)), AssociationState.REFUSED, "called AE title not recognized"),
        (encode_reject(Reject(9, 9, 9)), AssociationState.REFUSED, "not listed"),
        (encode_abort(Abort(2, 6)), AssociationState.ABORTED, "invalid PDU parameter"),
    ],
)
def test_how_it_ended_is_said(answer: bytes, state: AssociationState, words: str) -> None:
    follower = Follower()
    follower.feed(True, request_pdu())
    follower.feed(False, answer)
    seen = follower.look()
    assert (seen.summary.state, words in seen.summary.problem) == (state, True)
    assert seen.end.by is EndedBy.CALLED


def test_what_is_no_dicom_shows_how_it_begins_and_no_more() -> None:
    follower = Follower()
    follower.feed(True, b"MSH|^~\\&|RIS|WARD|||202611||ADT^A01|1|P|2.5\rPID|||4711||MUSTER^EVA")
    assert follower.lines[0].passed.kind is TracedKind.OTHER
    assert (b"MSH|^~\\&" in follower.kept(), b"RIS" in follower.kept()) == (True, False)
    follower.followed.close()
    assert (follower.look().summary.state, follower.look().end.by) == (AssociationState.BROKEN, EndedBy.CALLER)


def test_tls_is_told_from_garbage() -> None:
    follower = Follower()
    follower.feed(True, b"\x16\x03\x01\x02\x00\x01\x00" + bytes(512))
    follower.followed.close()
    assert follower.look().summary.state is AssociationState.UNREAD


def test_a_pdu_of_four_gigabytes_keeps_what_it_may() -> None:
    follower = Follower(dataset_bytes=1024)
    follower.feed(True, request_pdu())
    follower.feed(False, accept_pdu())
    follower.feed(True, bytes.fromhex("0400 ffffffff fffffff0 01 00") + bytes(5 << 20))
    follower.followed.close()
    assert 0 < len(bytes(follower.lines[-1].passed.pieces[0][1])) <= 1100
    assert follower.look().summary.bytes_received > 5 << 20


def test_values_of_nothing_do_not_fill_memory() -> None:
    follower = Follower()
    body = bytes.fromhex("00000002 01 00") * 60_000
    follower.feed(True, bytes([4, 0]) + len(body).to_bytes(4, "big") + body)
    assert follower.lines[0].passed.kept <= 256 << 10


def test_a_password_is_kept_nowhere() -> None:
    identity = encode_item(ItemKind.USER_IDENTITY, b"\x02\x00" + with_length(b"eva") + with_length(b"s3cret"))
    pdu = bytearray(encode_request(AssociateRequest("A", "B", (ProposedContext(1, CT_IMAGE, ("1.2",)),), SIDE)))
    at = pdu.rindex(bytes([ItemKind.USER_INFORMATION, 0]))
    length = int.from_bytes(pdu[at + 2 : at + 4], "big") + len(identity)
    pdu[at + 2 : at + 4] = length.to_bytes(2, "big")
    pdu += identity
    pdu[2:6] = (len(pdu) - 6).to_bytes(4, "big")
    follower = Follower(is_masked=False)
    follower.feed(True, bytes(pdu))
    assert (b"s3cret" in follower.kept(), b"eva" in follower.kept()) == (False, False)
    assert follower.look().user_identity == "user name and passcode"


@given(st.lists(st.tuples(st.booleans(), st.binary(max_size=64)), max_size=12))
def test_nothing_that_passes_raises(pieces: list[tuple[bool, bytes]]) -> None:
    follower = Follower()
    follower.feed(True, request_pdu())
    for from_requestor, content in pieces:
        follower.followed.feed(from_requestor, content)
    follower.followed.close()
    assert follower.look().summary.bytes_sent == sum(len(one) for side, one in pieces if not side)


def whole_association() -> list[tuple[bool, bytes]]:
    """A store that goes well, by direction."""
    return [
        (True, request_pdu()),
        (False, accept_pdu()),
        (True, store_pdus(ct_bytes())),
        (False, b"".join(data_pdus(1, IS_COMMAND, STORED, 16384))),
        (True, RELEASE_REQUEST),
        (False, RELEASE_REPLY),
    ]


@pytest.mark.thorough
@given(st.data())
def test_what_is_known_is_the_same_however_the_bytes_are_split(data: st.DataObject) -> None:
    follower, whole = Follower(), Follower()
    for from_requestor, content in whole_association():
        whole.feed(from_requestor, content)
        ends = data.draw(st.lists(st.integers(0, len(content)), max_size=8).map(sorted))
        for start, end in zip([0, *ends], [*ends, len(content)], strict=True):
            follower.followed.feed(from_requestor, content[start:end])
    assert follower.look() == whole.look()
    assert [(one.operation, one.status, one.count) for one in whole.look().operations] == [("C-STORE", 0, 1)]


@pytest.mark.thorough
@given(st.integers(0, 5), st.integers(0, 1 << 16), st.binary(min_size=1, max_size=16))
def test_hostile_bytes_anywhere_leave_the_entry_whole(piece: int, at: int, hostile: bytes) -> None:
    follower, passed = Follower(), [0, 0]
    for number, (from_requestor, content) in enumerate(whole_association()):
        place = at % len(content)
        fed = content[:place] + hostile + content[place + len(hostile) :] if number == piece else content
        follower.followed.feed(from_requestor, fed)
        passed[from_requestor] += len(fed)
    follower.followed.close()
    summary = follower.look().summary
    assert (summary.bytes_sent, summary.bytes_received) == tuple(passed)
    assert summary.state is not AssociationState.OPEN
    assert follower.followed.look(BEGUN) == follower.look()


def test_what_cannot_be_read_is_said_and_what_follows_is_read() -> None:
    follower = Follower()
    request = bytearray(request_pdu())
    request[74:78] = b"\xff\xff\xff\xff"  # the first item's header
    follower.feed(True, bytes(request))
    follower.feed(False, encode_reject(Reject(1, 1, 3)))
    assert follower.look().summary.state is AssociationState.REFUSED
    follower = Follower()
    follower.feed(True, bytes(request))
    follower.feed(True, RELEASE_REQUEST)
    follower.feed(False, RELEASE_REPLY)
    summary = follower.look().summary
    assert summary.state is AssociationState.RELEASED
    assert summary.problem.startswith("A part of it could not be read: A-ASSOCIATE-RQ: ")


def test_kinds_of_answers_are_bounded() -> None:
    follower = Follower()
    follower.feed(True, request_pdu())
    follower.feed(False, accept_pdu())
    for status in range(1, 400):
        answer = encode_response(STORE, Response(status))
        follower.feed(False, b"".join(data_pdus(1, IS_COMMAND, answer, 16384)))
    assert len(follower.look().operations) == 256
    assert "could not be read" in follower.look().summary.problem
