"""Faults of negotiation: what is accepted and what is not, as the caller counts it."""

from pydicom.uid import ExplicitVRLittleEndian, JPEGLosslessSV1

from pacsdesk.engine.training.faults.manner import FIND, GET, STORAGE, VERIFICATION
from tests.engine.network.raw_pdus import association_request as request
from tests.engine.network.raw_pdus import context, context_results, read_pdu
from tests.engine.training.faults.calling import associated, connected, found, keys, running

_CT, _MR, _SR = STORAGE[0], STORAGE[1], STORAGE[-1]
_ABSTRACT_SYNTAX, _TRANSFER_SYNTAXES = 3, 4  # results of PS3.8 table 9-18


def results(fault_id: str, *proposed: tuple[str, str]) -> list[int]:
    """Results of the contexts, each with one transfer syntax, in the order in which they were proposed."""
    with running(fault_id) as fault, connected(fault) as connection:
        contexts = [context(2 * place + 1, one, [syntax]) for place, (one, syntax) in enumerate(proposed)]
        connection.sendall(request(*contexts, called=fault.ae_title.encode(), calling=b"PACSDESK"))
        kind, body = read_pdu(connection)
        assert kind == 0x02
        return [result for _, result in sorted(context_results(body).items())]


def uncompressed(*abstract_syntaxes: str) -> list[tuple[str, str]]:
    return [(one, ExplicitVRLittleEndian) for one in abstract_syntaxes]


def test_a_healthy_peer_accepts_them() -> None:
    proposed = (*uncompressed(VERIFICATION, _CT, _SR, *FIND), (_CT, JPEGLosslessSV1))
    assert results("healthy", *proposed) == [0] * 6


def test_ct_is_not_accepted_and_mr_is() -> None:
    assert results("no-ct", *uncompressed(_CT, _MR)) == [_ABSTRACT_SYNTAX, 0]


def test_reports_are_not_accepted_and_ct_is() -> None:
    assert results("no-reports", *uncompressed(_SR, _CT)) == [_ABSTRACT_SYNTAX, 0]


def test_nothing_but_the_echo_is_accepted() -> None:
    assert results("echo-only", *uncompressed(VERIFICATION, _CT, FIND[1])) == [0, _ABSTRACT_SYNTAX, _ABSTRACT_SYNTAX]


def test_uncompressed_is_not_accepted() -> None:
    assert results("compressed-only", (_CT, ExplicitVRLittleEndian), (_CT, JPEGLosslessSV1)) == [_TRANSFER_SYNTAXES, 0]


def test_compressed_is_not_accepted() -> None:
    assert results("uncompressed-only", (_CT, ExplicitVRLittleEndian), (_CT, JPEGLosslessSV1)) == [
        0,
        _TRANSFER_SYNTAXES,
    ]


def test_queries_are_not_offered_but_the_echo_is() -> None:
    assert results("no-find-context", *uncompressed(VERIFICATION, *FIND)) == [0, _ABSTRACT_SYNTAX, _ABSTRACT_SYNTAX]


def test_only_the_patient_root_is_offered() -> None:
    assert results("patient-root-only", *uncompressed(*FIND)) == [0, _ABSTRACT_SYNTAX]


def test_every_context_is_refused_by_the_user() -> None:
    assert results("user-rejection", *uncompressed(VERIFICATION, _CT)) == [1, 1]


def test_every_context_is_refused_without_a_reason() -> None:
    assert results("no-reason", *uncompressed(VERIFICATION, _CT)) == [2, 2]


def test_only_the_first_contexts_are_accepted() -> None:
    assert results("few-contexts", *uncompressed(*[_CT] * 20)) == [0] * 12 + [2] * 8


def test_roles_are_not_agreed_to_and_every_object_fails() -> None:
    get = (GET[1], FIND[1], *STORAGE)
    with running("no-roles") as fault, associated(fault, *get, on_store=lambda event: 0) as association:
        _, (study, *_) = found(association, keys(PatientID="CLASS-0001"))
        wanted = keys(StudyInstanceUID=study.StudyInstanceUID)
        final = [status for status, _ in association.send_c_get(wanted, GET[1])][-1]
    assert (final.Status, final.NumberOfFailedSuboperations, final.NumberOfCompletedSuboperations) == (0xA702, 2, 0)


def test_more_contexts_are_answered_than_there_are() -> None:
    with running("too-many-contexts") as fault, connected(fault) as connection:
        connection.sendall(request())
        _, body = read_pdu(connection)
        assert body.count(b"\x21\x00") >= 140
        assert len(context_results(body)) == 128


def test_a_context_is_answered_that_was_not_proposed() -> None:
    with running("context-never-proposed") as fault, connected(fault) as connection:
        connection.sendall(request())
        _, body = read_pdu(connection)
        assert context_results(body) == {255: 0}


def test_a_transfer_syntax_is_answered_that_was_not_proposed() -> None:
    with running("syntax-never-proposed") as fault, connected(fault) as connection:
        connection.sendall(request())
        _, body = read_pdu(connection)
        assert context_results(body) == {1: 0}
        assert b"\x40\x00\x00\x071.2.3.4" in body
