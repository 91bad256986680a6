"""Calls of ours in TLS: to DCMTK and pynetdicom, and every way in which the handshake fails, told apart."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread

import pytest
from pynetdicom import AE, evt

from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.network.outcome import StepName, StepState, TlsProblem
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.calling import Caller, CallerLimits
from pacsdesk.engine.network.wire.credentials import TlsFiles
from pacsdesk.engine.network.wire.opening_steps import Opening
from pacsdesk.engine.network.wire.watch import Watch
from tests.engine.network.tls.tls_site import TlsSite
from tests.engine.network.wire.calls import call_to
from tests.engine.network.wire.handshakes import server_context, tls_files
from tests.support.certificates import EXPIRED, NOT_YET, Authority, Issued, self_signed
from tests.support.network import LOOPBACK, free_port

VERIFICATION = "1.2.840.10008.1.1"
STEPS = [StepName.RESOLVE, StepName.CONNECT, StepName.TLS]


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Whom both sides trust."""
    return Authority(tmp_path / "ca")


@pytest.fixture
def ours(authority: Authority) -> TlsFiles:
    """What we call with."""
    return tls_files(authority.issue("ARCHIVE"), authority.certificate)


def without_certificate(ours: TlsFiles) -> TlsFiles:
    """The same with nothing to show."""
    nothing = ours.trusted.parent / "nothing.pem"
    return replace(ours, certificate=nothing, key=nothing)


@contextmanager
def calling(port: int, files: TlsFiles | None, host: str = LOOPBACK, seconds: float = 10.0) -> Iterator[Opening]:
    """What became of a call in TLS."""
    watch = Watch()
    caller = Caller(IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, watch, CallerLimits(tls=seconds), files)
    opened = caller.open_association(replace(call_to(port, VERIFICATION), host=host, is_encrypted=True), Stop())
    try:
        yield opened
    finally:
        if opened.association:
            opened.association.close()
        watch.close()


@contextmanager
def peer(context: ssl.SSLContext) -> Iterator[int]:
    """pynetdicom as somebody who takes echoes in TLS; its port."""
    ae = AE("PACSDESK")
    ae.add_supported_context(VERIFICATION)
    server = ae.start_server((LOOPBACK, 0), block=False, ssl_context=context)
    assert server is not None
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()


@contextmanager
def bare(behave: Callable[[socket.socket], None]) -> Iterator[int]:
    """Somebody who takes one connection and does this; the port."""
    with socket.create_server((LOOPBACK, 0)) as listening:

        def run() -> None:
            with listening.accept()[0] as connection:
                connection.settimeout(20)
                behave(connection)

        thread = Thread(target=run)
        thread.start()
        try:
            yield int(listening.getsockname()[1])
        finally:
            thread.join(20)


def shaking(context: ssl.SSLContext) -> AbstractContextManager[int]:
    """Somebody who shakes hands with one caller and hears it to its end; the port."""

    def behave(connection: socket.socket) -> None:
        with suppress(OSError), context.wrap_socket(connection, server_side=True) as wrapped:
            while wrapped.recv(1 << 16):
                pass

    return bare(behave)


def failure(opened: Opening) -> tuple[TlsProblem | None, str]:
    """Problem and words of a call that must have failed at TLS."""
    assert [step.name for step in opened.steps] == STEPS
    assert [step.state for step in opened.steps] == [StepState.DONE, StepState.DONE, StepState.FAILED]
    assert opened.association is None
    return opened.tls_problem, opened.steps[-1].detail


@pytest.mark.thorough
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_peer_of_both_versions_is_echoed(authority: Authority, ours: TlsFiles, version: ssl.TLSVersion) -> None:
    context = server_context(authority.issue("PEER"), authority.certificate)
    context.maximum_version = version
    with peer(context) as port, calling(port, ours) as opened:
        assert opened.association, opened.steps
        assert opened.association.echo(opened.association.contexts[0]).status == 0
        assert opened.association.release()
    assert [step.name for step in opened.steps] == [*STEPS, StepName.ASSOCIATE]
    assert opened.steps[2].detail.startswith("TLSv1." + ("2, ECDHE" if version is ssl.TLSVersion.TLSv1_2 else "3, TLS"))
    assert opened.tls_problem is None


@dataclass(frozen=True)
class Fault:
    """A peer's certificate that does not hold, and what is said of it."""

    issue: Callable[[Authority, Path], Issued]
    problem: TlsProblem
    words: str


FAULTS = {
    "of its own": Fault(
        lambda _authority, folder: self_signed(folder, "PEER"),
        TlsProblem.UNTRUSTED,
        "its certificate is not trusted: self-signed certificate",
    ),
    "of another authority": Fault(
        lambda _authority, folder: Authority(folder, "Another").issue("PEER"),
        TlsProblem.UNTRUSTED,
        "its certificate is not trusted: unable to get local issuer certificate",
    ),
    "expired": Fault(
        lambda authority, _folder: authority.issue("PEER", validity=EXPIRED),
        TlsProblem.EXPIRED,
        "its certificate has expired",
    ),
    "not yet valid": Fault(
        lambda authority, _folder: authority.issue("PEER", validity=NOT_YET),
        TlsProblem.NOT_YET_VALID,
        "its certificate is not valid yet",
    ),
    "for another host": Fault(
        lambda authority, _folder: authority.issue("PEER", hosts=("10.0.0.9", "ct.example.org")),
        TlsProblem.NAME_MISMATCH,
        "its certificate is for 10.0.0.9, ct.example.org, not for 127.0.0.1",
    ),
    "for no host": Fault(
        lambda authority, _folder: authority.issue("PEER", hosts=()),
        TlsProblem.NAME_MISMATCH,
        "its certificate is for no host, not for 127.0.0.1",
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_certificate_that_does_not_hold_is_told(
    authority: Authority, ours: TlsFiles, tmp_path: Path, fault: Fault
) -> None:
    with shaking(server_context(fault.issue(authority, tmp_path / "peer"))) as port, calling(port, ours) as opened:
        assert failure(opened) == (fault.problem, fault.words)


@pytest.mark.thorough
def test_a_certificate_that_is_trusted_by_itself_may_name_no_host(ours: TlsFiles, tmp_path: Path) -> None:
    device = self_signed(tmp_path / "peer", "PEER", hosts=())
    files = replace(ours, trusted=device.certificate)
    with peer(server_context(device)) as port, calling(port, files) as opened:
        assert opened.association, opened.steps


@pytest.mark.thorough
def test_a_host_name_is_compared_with_the_certificate(authority: Authority, ours: TlsFiles) -> None:
    named = server_context(authority.issue("PEER", hosts=("localhost",)))
    with peer(named) as port, calling(port, ours, "localhost") as opened:
        assert opened.association, opened.steps
    with shaking(named) as port, calling(port, ours) as opened:
        assert failure(opened)[0] is TlsProblem.NAME_MISMATCH


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_certificate_that_we_lack_is_told_in_both_versions(
    authority: Authority, ours: TlsFiles, version: ssl.TLSVersion
) -> None:
    context = server_context(authority.issue("PEER"), authority.certificate)
    context.maximum_version = version
    with shaking(context) as port, calling(port, without_certificate(ours)) as opened:
        assert failure(opened) == (TlsProblem.CLIENT_CERTIFICATE_REQUIRED, "it wants a certificate of ours")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_certificate_of_ours_that_it_does_not_trust_is_told(
    authority: Authority, ours: TlsFiles, tmp_path: Path, version: ssl.TLSVersion
) -> None:
    context = server_context(authority.issue("PEER"), Authority(tmp_path / "other", "Another").certificate)
    context.maximum_version = version
    with shaking(context) as port, calling(port, ours) as opened:
        assert failure(opened) == (
            TlsProblem.CLIENT_CERTIFICATE_REQUIRED,
            "it does not accept our certificate: unknown ca",
        )


def test_a_peer_of_old_versions_has_nothing_in_common_with_us(authority: Authority, ours: TlsFiles) -> None:
    context = server_context(authority.issue("PEER"))
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    with shaking(context) as port, calling(port, ours) as opened:
        assert failure(opened)[0] is TlsProblem.NO_COMMON_VERSION


def test_a_peer_of_weak_ciphers_has_nothing_in_common_with_us(authority: Authority, ours: TlsFiles) -> None:
    context = server_context(authority.issue("PEER"))
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE+AES+SHA1:!AESGCM")
    with shaking(context) as port, calling(port, ours) as opened:
        assert failure(opened)[0] is TlsProblem.NO_COMMON_VERSION


ANSWERS = {
    "an abort": b"\x07\x00\x00\x00\x00\x04\x00\x00\x02\x01",
    "http": b"HTTP/1.0 400 Bad Request\r\n\r\n",
    "ssh": b"SSH-2.0-OpenSSH_9.2\r\n",
    "hl7": b"\x0bMSH|",
    "noise": b"\x16\x99",
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_a_plain_peer_is_told_with_its_first_bytes(ours: TlsFiles, answer: bytes) -> None:
    def behave(connection: socket.socket) -> None:
        connection.recv(1 << 16)
        connection.sendall(answer)
        connection.recv(1)

    with bare(behave) as port, calling(port, ours) as opened:
        assert failure(opened) == (TlsProblem.PEER_IS_PLAIN, "it does not speak TLS there")
        assert opened.first_bytes == answer


def test_a_peer_that_closes_is_told(ours: TlsFiles) -> None:
    with bare(lambda connection: None) as port, calling(port, ours) as opened:
        assert failure(opened) == (TlsProblem.CLOSED, "it closed the connection")


@pytest.mark.thorough
def test_a_peer_that_says_nothing_is_given_up(ours: TlsFiles) -> None:
    def read_to_end(connection: socket.socket) -> None:
        while connection.recv(1 << 16):
            pass

    with bare(read_to_end) as port, calling(port, ours, seconds=0.2) as opened:
        assert failure(opened) == (TlsProblem.NO_ANSWER, "it did not answer in time")


def test_without_anybody_trusted_nobody_is(authority: Authority) -> None:
    with shaking(server_context(authority.issue("PEER"))) as port, calling(port, None) as opened:
        assert failure(opened)[0] is TlsProblem.UNTRUSTED


def test_files_that_cannot_be_used_stop_a_call_with_the_reason(ours: TlsFiles) -> None:
    ours.key.write_text("no key", encoding="ascii")
    with bare(lambda connection: None) as port, calling(port, ours) as opened:
        problem, words = failure(opened)
    assert (problem, words.startswith("we cannot call with TLS: ")) == (TlsProblem.OTHER, True)


def test_one_of_us_is_called_as_any_other(tls: TlsSite) -> None:
    tls.enter(TlsMode.MUTUAL)
    with calling(tls.port, tls.files) as opened:
        assert opened.association, opened.steps
        assert opened.association.echo(opened.association.contexts[0]).status == 0
        assert opened.association.release()
    with calling(tls.site.port, tls.files) as opened:
        assert failure(opened)[0] is TlsProblem.PEER_IS_PLAIN
    assert tls.reasons() == ["It began TLS on the port for DICOM without TLS."]


def test_where_nobody_listens_the_connection_fails_and_not_tls(ours: TlsFiles) -> None:
    with calling(free_port(), ours) as opened:
        assert (opened.steps[-1].name, opened.tls_problem) == (StepName.CONNECT, None)


@pytest.mark.thorough
def test_a_rejection_in_tls_is_a_rejection(authority: Authority, ours: TlsFiles) -> None:
    ae = AE("SOMEBODY")
    ae.require_called_aet = True
    ae.add_supported_context(VERIFICATION)
    refused: list[evt.Event] = []
    context = server_context(authority.issue("PEER"))
    server = ae.start_server(
        (LOOPBACK, 0), block=False, ssl_context=context, evt_handlers=[(evt.EVT_REJECTED, refused.append)]
    )
    assert server is not None
    with calling(int(server.server_address[1]), ours) as opened:
        assert opened.reject is not None, opened.steps
        assert opened.steps[-1].state is StepState.REFUSED
    server.shutdown()
