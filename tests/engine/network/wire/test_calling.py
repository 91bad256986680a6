"""Our requestor: against our listener, DCMTK's storescp, and peers by hand that are rude. What fails is a value."""

import mmap
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydicom.uid import CTImageStorage

from pacsdesk.engine.network.association import AssociationLost, ProposedContext
from pacsdesk.engine.network.command import C_ECHO_RQ, Command, Response, encode_response
from pacsdesk.engine.network.outcome import StepName, StepState
from pacsdesk.engine.network.wire.associate import AssociateAccept, ContextAnswer, decode_request, encode_accept
from pacsdesk.engine.network.wire.calling import CallerLimits
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus
from pacsdesk.engine.network.wire.opened import Instance, NoAnswer
from pacsdesk.engine.network.wire.pdu import (
    RELEASE_REPLY,
    RELEASE_REQUEST,
    Abort,
    Reject,
    encode_abort,
    encode_reject,
)
from pacsdesk.engine.network.wire.user_information import UserInformation
from tests.engine.network.listening import ListeningSite
from tests.engine.network.raw_pdus import read_pdu
from tests.engine.network.sending import EXPLICIT, object_of, small_object
from tests.engine.network.wire.calls import association, call_to, opening
from tests.support.data import ct_phantom_slices
from tests.support.network import free_port, wait_until_accepting
from tests.support.peers import peer_environment, system_program
from tests.support.processes import ServerProcess

VERIFICATION = "1.2.840.10008.1.1"
WORKLIST = "1.2.840.10008.5.1.4.31"  # which nobody here provides
HURRIED = CallerLimits(connect=5, associate=0.3, pdu=5, answer=0.3)


@contextmanager
def peer(behave: Callable[[socket.socket], None]) -> Iterator[int]:
    """A peer that does to its first caller what a test says, then closes; its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor(1) as pool:
        listening.settimeout(20)

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.settimeout(20)
                behave(connection)

        served = pool.submit(serve)
        yield int(listening.getsockname()[1])
        served.result(20)


def accept(connection: socket.socket) -> None:
    """Accept whatever is asked."""
    _, body = read_pdu(connection)
    asked = decode_request(body)
    contexts = tuple(ContextAnswer(one.context_id, 0, one.transfer_syntaxes[0]) for one in asked.contexts)
    connection.sendall(encode_accept(AssociateAccept("A", "B", contexts, UserInformation(16384, "1.2.3"))))


def echo_answer(message_id: int) -> bytes:
    """The PDU of a C-ECHO-RSP."""
    command = encode_response(Command(C_ECHO_RQ, message_id, False, VERIFICATION), Response(0))
    return b"".join(data_pdus(1, IS_COMMAND, command, 0))


def test_an_echo_is_answered(site: ListeningSite) -> None:
    site.enter_peer()
    with association(call_to(site.port, VERIFICATION)) as caller:
        assert caller.echo(caller.contexts[0]) == Response(0)


def test_the_steps_of_a_call_are_told_with_their_times(site: ListeningSite) -> None:
    site.enter_peer()
    with opening(call_to(site.port, VERIFICATION)) as opened:
        plain = [name for name in StepName if name is not StepName.TLS]
        assert [(step.name, step.state) for step in opened.steps] == [(name, StepState.DONE) for name in plain]
        assert all(step.milliseconds >= 0 for step in opened.steps)


def test_a_rejection_is_a_value_with_its_numbers(site: ListeningSite) -> None:
    with opening(call_to(site.port, VERIFICATION)) as opened:
        assert (opened.association, opened.reject) == (None, Reject(1, 1, 3))
        assert opened.steps[-1].state is StepState.REFUSED


def test_what_an_accepting_peer_said_is_kept(site: ListeningSite) -> None:
    site.enter_peer()
    with opening(call_to(site.port, VERIFICATION, WORKLIST)) as opened:
        assert opened.accept
    assert [one.result for one in opened.accept.contexts] == [0, 3]
    assert opened.accept.user.implementation_version_name
    assert opened.first_bytes[:2] == b"\x02\x00"


@pytest.mark.parametrize(
    ("answer", "ended"),
    [
        (b"", NoAnswer.CLOSED),
        (b"SSH", NoAnswer.CLOSED),
        (b"HTTP/1.0 400 Bad Request", NoAnswer.BROKEN),
        (encode_abort(Abort(2, 6)), NoAnswer.ABORTED),
    ],
)
def test_what_comes_instead_of_an_answer_is_told_with_its_first_bytes(answer: bytes, ended: NoAnswer) -> None:
    def behave(connection: socket.socket) -> None:
        read_pdu(connection)
        connection.sendall(answer)

    with peer(behave) as port, opening(call_to(port, VERIFICATION), HURRIED) as opened:
        pass
    assert (opened.no_answer, opened.first_bytes) == (ended, answer)
    assert opened.abort == (Abort(2, 6) if ended is NoAnswer.ABORTED else None)


def test_a_port_where_nobody_listens_fails_at_connecting() -> None:
    with opening(call_to(free_port(), VERIFICATION)) as opened:
        assert (opened.steps[-1].name, opened.steps[-1].state) == (StepName.CONNECT, StepState.FAILED)


@pytest.mark.parametrize(
    ("behave", "said"),
    [
        (lambda connection: None, "closed the connection"),
        (lambda connection: connection.recv(1 << 16) and None, "closed the connection"),
        (lambda connection: connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n"), "does not allow"),
        (lambda connection: connection.sendall(encode_abort(Abort(2, 1))), "source 2, reason 1"),
        (lambda connection: connection.sendall(RELEASE_REQUEST), "does not allow"),
        (lambda connection: read_pdu(connection) and read_pdu(connection) and None, "in time"),
    ],
    ids=["closes", "reads and closes", "speaks another protocol", "aborts", "releases", "says nothing"],
)
def test_a_peer_that_does_not_answer_the_request_fails_the_step(
    behave: Callable[[socket.socket], None], said: str
) -> None:
    with peer(behave) as port, opening(call_to(port, VERIFICATION), HURRIED) as opened:
        assert opened.association is None
        assert said in opened.steps[-1].detail


def test_a_refused_context_is_not_among_the_accepted(site: ListeningSite) -> None:
    site.enter_peer()
    with association(call_to(site.port, VERIFICATION, "1.2.840.10008.5.1.4.31")) as caller:
        assert [context.abstract_syntax for context in caller.contexts] == [VERIFICATION]


def test_a_stored_object_arrives_as_it_was(site: ListeningSite) -> None:
    site.enter_peer()
    sent = small_object()
    with association(call_to(site.port, sent.sop_class_uid)) as caller:
        instance = Instance(sent.sop_class_uid, sent.sop_instance_uid, sent.content)
        assert caller.store(caller.contexts[0], instance).status == 0
    assert site.datasets() == [sent.content]


def test_a_mapped_file_goes_through_small_pdus_as_it_lies(site: ListeningSite) -> None:
    site.enter_peer()
    path = ct_phantom_slices()[0]
    sent = object_of(path)
    with (
        path.open("rb") as stream,
        mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as mapped,
        memoryview(mapped) as whole,
        whole[-len(sent.content) :] as dataset,
        association(call_to(site.port, CTImageStorage)) as caller,
    ):
        caller.store(caller.contexts[0], Instance(sent.sop_class_uid, sent.sop_instance_uid, dataset))
    assert site.datasets() == [sent.content]


def test_a_peer_that_announces_small_pdus_gets_small_pdus() -> None:
    lengths: list[int] = []

    def behave(connection: socket.socket) -> None:
        accept(connection)
        command_and_dataset = 0
        while command_and_dataset < 100_000:
            _, body = read_pdu(connection)
            lengths.append(len(body))
            command_and_dataset += len(body)

    with (
        peer(behave) as port,
        association(call_to(port, CTImageStorage), HURRIED) as caller,
        pytest.raises(AssociationLost),
    ):
        caller.store(caller.contexts[0], Instance(CTImageStorage, "1.2.3", bytes(100_000)))
    assert max(lengths) <= 16384


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (encode_abort(Abort(0, 0)), "source 0, reason 0"),
        (b"", "closed the connection"),
        (RELEASE_REQUEST, "released the association instead"),
        (echo_answer(99), "message 99"),
        (b"\x99\0\0\0\0\0", "does not allow"),
    ],
    ids=["aborts", "closes", "releases", "answers something else", "sends noise"],
)
def test_a_peer_that_goes_instead_of_answering_is_told_as_it_went(answer: bytes, said: str) -> None:
    def behave(connection: socket.socket) -> None:
        accept(connection)
        read_pdu(connection)
        connection.sendall(answer)

    with (
        peer(behave) as port,
        association(call_to(port, VERIFICATION)) as caller,
        pytest.raises(AssociationLost, match=said),
    ):
        caller.echo(caller.contexts[0])


def test_a_peer_that_never_answers_is_given_up() -> None:
    def behave(connection: socket.socket) -> None:
        accept(connection)
        while read_pdu(connection)[0]:
            pass

    with (
        peer(behave) as port,
        association(call_to(port, VERIFICATION), HURRIED) as caller,
        pytest.raises(AssociationLost, match="in time"),
    ):
        caller.echo(caller.contexts[0])


def test_an_abort_from_another_thread_ends_the_wait_for_an_answer() -> None:
    def behave(connection: socket.socket) -> None:
        accept(connection)
        while read_pdu(connection)[0]:
            pass

    with peer(behave) as port, association(call_to(port, VERIFICATION)) as caller, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(caller.echo, caller.contexts[0])
        caller.abort()
        with pytest.raises(AssociationLost):
            waiting.result(20)


def test_a_release_is_answered(site: ListeningSite) -> None:
    site.enter_peer()
    with association(call_to(site.port, VERIFICATION)) as caller:
        assert caller.release()
        assert not caller.is_established


def test_a_peer_that_releases_at_the_same_time_is_answered_first() -> None:
    def behave(connection: socket.socket) -> None:
        accept(connection)
        read_pdu(connection)
        connection.sendall(RELEASE_REQUEST)
        assert read_pdu(connection)[0] == 0x06
        connection.sendall(RELEASE_REPLY)

    with peer(behave) as port, association(call_to(port, VERIFICATION)) as caller:
        assert caller.release()


def test_a_rejection_that_nobody_knows_is_told_by_its_numbers() -> None:
    def behave(connection: socket.socket) -> None:
        read_pdu(connection)
        connection.sendall(encode_reject(Reject(9, 8, 7)))

    with peer(behave) as port, opening(call_to(port, VERIFICATION)) as opened:
        assert "result 9, source 8, reason 7" in opened.steps[-1].detail


def test_contexts_are_found_by_their_syntaxes(site: ListeningSite) -> None:
    site.enter_peer()
    call = call_to(site.port, VERIFICATION, CTImageStorage)
    with association(call) as caller:
        found = caller.context_for(CTImageStorage, EXPLICIT)
        assert found
        assert ProposedContext(found.context_id, found.abstract_syntax, (found.transfer_syntax,)) == call.contexts[1]
        assert caller.context_for(CTImageStorage, "1.2.840.10008.1.2") is None


def test_dcmtk_takes_what_we_send(tmp_path: Path) -> None:
    sent = object_of(ct_phantom_slices()[0])
    port = free_port()
    command = [system_program("storescp"), "+B", "+xa", "-od", str(tmp_path), str(port)]
    with ServerProcess(command, peer_environment()):
        wait_until_accepting(port)
        with association(call_to(port, CTImageStorage)) as caller:
            answer = caller.store(caller.contexts[0], Instance(sent.sop_class_uid, sent.sop_instance_uid, sent.content))
            caller.release()
    assert answer.status == 0
    assert [path.read_bytes()[-len(sent.content) :] for path in tmp_path.iterdir()] == [sent.content]
