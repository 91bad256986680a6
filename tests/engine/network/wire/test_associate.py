"""A-ASSOCIATE PDUs both ways: against ourselves, against pynetdicom, and against what no honest peer sends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pynetdicom import build_context
from pynetdicom.pdu import A_ASSOCIATE_AC, A_ASSOCIATE_RQ
from pynetdicom.pdu_primitives import (
    A_ASSOCIATE,
    AsynchronousOperationsWindowNegotiation,
    ImplementationClassUIDNotification,
    MaximumLengthNotification,
    SCP_SCU_RoleSelectionNegotiation,
    SOPClassExtendedNegotiation,
    UserIdentityNegotiation,
)

from pacsdesk.engine.network.association import (
    ClaimedUser,
    ExtendedNegotiation,
    ProposedContext,
    RoleSelection,
    UserIdentityKind,
)
from pacsdesk.engine.network.wire.associate import (
    AssociateAccept,
    AssociateRequest,
    ContextAnswer,
    decode_accept,
    decode_request,
    encode_accept,
    encode_request,
)
from pacsdesk.engine.network.wire.pdu import AbortReason, BrokenPdu
from pacsdesk.engine.network.wire.user_information import UserInformation
from tests.engine.network.raw_pdus import association_request, context, item

CT, EXPLICIT, IMPLICIT = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"

titles = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="\\"), min_size=1, max_size=16)
uids = st.lists(st.integers(1, 999_999), min_size=2, max_size=9).map(lambda parts: ".".join(map(str, parts)))
users = st.builds(
    UserInformation,
    maximum_length=st.integers(0, 2**32 - 1),
    implementation_class_uid=uids,
    implementation_version_name=titles,
    operations=st.none() | st.tuples(st.integers(0, 65535), st.integers(0, 65535)),
    roles=st.lists(st.builds(RoleSelection, uids, st.booleans(), st.booleans()), max_size=3).map(tuple),
    extended=st.lists(st.builds(ExtendedNegotiation, uids, st.binary(max_size=9)), max_size=3).map(tuple),
    claimed_user=st.none(),
)
ids = st.lists(st.integers(0, 127).map(lambda number: number * 2 + 1), min_size=1, max_size=8, unique=True)


@st.composite
def requests(draw: st.DrawFn) -> AssociateRequest:
    """Requests as an honest peer sends them."""
    syntaxes = st.lists(uids, min_size=1, max_size=4).map(tuple)
    contexts = tuple(ProposedContext(number, draw(uids), draw(syntaxes)) for number in draw(ids))
    return AssociateRequest(draw(titles), draw(titles), contexts, draw(users))


@st.composite
def accepts(draw: st.DrawFn) -> AssociateAccept:
    """Acceptances as an honest peer sends them."""
    contexts = tuple(ContextAnswer(number, draw(st.integers(0, 4)), draw(uids)) for number in draw(ids))
    return AssociateAccept(draw(titles), draw(titles), contexts, draw(users))


@given(requests())
def test_a_request_comes_back_as_it_was_written(request: AssociateRequest) -> None:
    assert decode_request(encode_request(request)[6:]) == request


@given(accepts())
def test_an_acceptance_comes_back_as_it_was_written(accept: AssociateAccept) -> None:
    assert decode_accept(encode_accept(accept)[6:]) == accept


@given(requests())
def test_pynetdicom_reads_the_contexts_of_our_requests(request: AssociateRequest) -> None:
    read = A_ASSOCIATE_RQ()
    read.decode(encode_request(request))
    assert [
        (one.context_id, str(one.abstract_syntax), tuple(map(str, one.transfer_syntax)))
        for one in read.presentation_context
    ] == [(one.context_id, one.abstract_syntax, one.transfer_syntaxes) for one in request.contexts]


@given(requests())
def test_pynetdicom_reads_what_our_requests_say_of_us(request: AssociateRequest) -> None:
    read = A_ASSOCIATE_RQ()
    read.decode(encode_request(request))
    about = read.user_information
    assert about is not None
    assert (read.calling_ae_title, about.maximum_length) == (request.calling_ae_title, request.user.maximum_length)


@given(accepts())
def test_pynetdicom_reads_our_acceptances(accept: AssociateAccept) -> None:
    read = A_ASSOCIATE_AC()
    read.decode(encode_accept(accept))
    results = [(one.context_id, one.result) for one in read.presentation_context]
    assert results == [(one.context_id, one.result) for one in accept.contexts]


def test_a_request_of_pynetdicom_is_read_with_everything_in_it() -> None:
    read = decode_request(stock_request()[6:])
    assert read == AssociateRequest(
        called_ae_title="PACSDESK",
        calling_ae_title="CT01",
        contexts=(ProposedContext(1, CT, (EXPLICIT, IMPLICIT)),),
        user=UserInformation(
            maximum_length=16384,
            implementation_class_uid="1.2.3",
            operations=(5, 0),
            roles=(RoleSelection(CT, True, True),),
            extended=(ExtendedNegotiation(CT, b"\x01\x00"),),
            claimed_user=ClaimedUser(UserIdentityKind.NAME_AND_PASSCODE, "ada"),
        ),
    )


def stock_request() -> bytes:
    """An A-ASSOCIATE-RQ as pynetdicom writes it, with every negotiation item."""
    length, implementation = MaximumLengthNotification(), ImplementationClassUIDNotification()
    length.maximum_length_received, implementation.implementation_class_uid = 16384, "1.2.3"
    window = AsynchronousOperationsWindowNegotiation()
    window.maximum_number_operations_invoked, window.maximum_number_operations_performed = 5, 0
    role = SCP_SCU_RoleSelectionNegotiation()
    role.sop_class_uid, role.scu_role, role.scp_role = CT, True, True
    extended = SOPClassExtendedNegotiation()
    extended.sop_class_uid, extended.service_class_application_information = CT, b"\x01\x00"
    identity = UserIdentityNegotiation()
    identity.user_identity_type, identity.primary_field, identity.secondary_field = 2, b"ada", b"secret"
    proposed = build_context(CT, [EXPLICIT, IMPLICIT])
    proposed.context_id = 1
    primitive = A_ASSOCIATE()
    primitive.application_context_name = "1.2.840.10008.3.1.1.1"
    primitive.calling_ae_title, primitive.called_ae_title = "CT01", "PACSDESK"
    primitive.presentation_context_definition_list = [proposed]
    primitive.user_information = [length, implementation, window, role, extended, identity]
    request = A_ASSOCIATE_RQ()
    request.from_primitive(primitive)
    return request.encode()


@given(requests(), st.data())
def test_a_request_with_a_byte_changed_is_read_or_refused_with_a_reason(
    request: AssociateRequest, data: st.DataObject
) -> None:
    body = bytearray(encode_request(request)[6:])
    body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        decode_request(bytes(body))
    except BrokenPdu as broken:
        assert broken.reason in (AbortReason.INVALID_PARAMETER, AbortReason.UNEXPECTED_PARAMETER)


@given(st.binary(max_size=300))
def test_noise_behind_the_titles_is_read_or_refused_with_a_reason(noise: bytes) -> None:
    fixed = association_request()[6:74]
    try:
        decode_request(fixed + noise)
    except BrokenPdu as broken:
        assert str(broken)


NAME = item(0x10, b"1.2.840.10008.3.1.1.1")
USER = item(0x50, item(0x51, b"\x00\x00\x40\x00") + item(0x52, b"1.2.3"))
ONE = context(1, CT, [EXPLICIT])


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        (NAME + USER, AbortReason.INVALID_PARAMETER),
        (ONE + USER, AbortReason.INVALID_PARAMETER),
        (NAME + ONE, AbortReason.INVALID_PARAMETER),
        (NAME + NAME + ONE + USER, AbortReason.UNEXPECTED_PARAMETER),
        (NAME + ONE + ONE + USER, AbortReason.INVALID_PARAMETER),
        (NAME + context(2, CT, [EXPLICIT]) + USER, AbortReason.INVALID_PARAMETER),
        (NAME + item(0x20, b"\x01\x00\x00\x00") + USER, AbortReason.INVALID_PARAMETER),
        (NAME + context(1, "1" * 65, [EXPLICIT]) + USER, AbortReason.INVALID_PARAMETER),
        (NAME + ONE + item(0x50, item(0x51, b"\x00")), AbortReason.INVALID_PARAMETER),
        (NAME + ONE + item(0x50, item(0x58, b"\x02\x00\x00\x09ada")), AbortReason.INVALID_PARAMETER),
        (NAME + ONE + USER + b"\x50\x00\xff\xff", AbortReason.INVALID_PARAMETER),
    ],
    ids=[
        *("no context", "no application context", "no user information", "two application contexts"),
        *(
            "one id twice",
            "even id",
            "no abstract syntax",
            "long uid",
            "short maximum length",
            "cut identity",
            "past end",
        ),
    ],
)
def test_a_structure_that_cannot_be_is_refused(items: bytes, reason: AbortReason) -> None:
    with pytest.raises(BrokenPdu) as broken:
        decode_request(association_request()[6:74] + items)
    assert broken.value.reason is reason


def test_items_that_nobody_knows_are_passed_over() -> None:
    strange = item(0x99, b"whatever")
    read = decode_request(association_request()[6:74] + strange + NAME + ONE + strange + USER + strange)
    assert [one.context_id for one in read.contexts] == [1]
