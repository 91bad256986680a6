"""An engine that also listens in TLS: DCMTK stores there, strangers are listed, fifty who stall let it end."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService, TlsMode
from pacsdesk.contract.types import AETitle
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.raw_pdus import association_request, read_pdu
from tests.engine.network.wire.handshakes import peer_context
from tests.support.certificates import Authority
from tests.support.data import ct_phantom_slices
from tests.support.engine import EngineProcess, Site, make_site, running_engine
from tests.support.network import LOOPBACK, free_port
from tests.support.peers import dcmtk


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Whom the site trusts."""
    return Authority(tmp_path / "ca")


@pytest.fixture
def site(tmp_path: Path, authority: Authority) -> Site:
    """A clinic with its certificates where the settings look for them."""
    made = make_site(tmp_path / "clinic")
    own, folder = authority.issue("ARCHIVE"), made.data_dir / "tls"
    folder.mkdir()
    (folder / "certificate.pem").write_bytes(own.certificate.read_bytes())
    (folder / "key.pem").write_bytes(own.key.read_bytes())
    (folder / "trusted.pem").write_bytes(authority.certificate.read_bytes())
    return made


@pytest.fixture
def tls_port() -> int:
    """Where it listens in TLS."""
    return free_port()


@pytest.fixture
def engine(site: Site, tls_port: int) -> Iterator[EngineProcess]:
    """One that knows the sender CT01, which has to show a certificate."""
    with running_engine(site, f"tls.port={tls_port}", "dicom.maximum_associations_per_host=100") as engine:
        with engine.link() as link:
            allow = (PeerService.ECHO, PeerService.STORE)
            link.services.peers.add(Peer(KNOWN, AETitle(KNOWN), ANY_HOST, None, TlsMode.MUTUAL, allow=allow))
        yield engine


def test_dcmtk_stores_in_tls_and_the_status_shows_both_ports(
    engine: EngineProcess, authority: Authority, tls_port: int
) -> None:
    own = authority.issue("CT")
    options = ("+tls", own.key, own.certificate, "+cf", authority.certificate, "-aet", KNOWN, "-aec", OWN_TITLE)
    stored = dcmtk("storescu", *options, LOOPBACK, str(tls_port), *ct_phantom_slices()[:3])
    assert stored.returncode == 0, stored.stdout
    assert sum(one["number_of_instances"] for one in engine.cli("studies", "list")) == 3
    listeners = engine.cli("status")["listeners"]
    assert [(one["port"], one["is_encrypted"]) for one in listeners] == [(engine.dicom_port, False), (tls_port, True)]


def test_whoever_mistakes_the_ports_is_listed_with_the_reason(engine: EngineProcess, tls_port: int) -> None:
    titles = ("-aet", KNOWN, "-aec", OWN_TITLE, LOOPBACK)
    assert dcmtk("echoscu", *titles, str(tls_port)).returncode != 0
    assert dcmtk("echoscu", *titles, str(engine.dicom_port)).returncode != 0
    assert dcmtk("echoscu", "+tla", "-ic", *titles, str(engine.dicom_port)).returncode != 0
    assert [one["reason"] for one in engine.cli("peers", "refused")] == [
        "It began TLS on the port for DICOM without TLS.",
        f"{KNOWN} is entered for TLS and called without.",
        "It spoke DICOM without TLS on the port for TLS.",
    ]


def test_fifty_who_stall_in_tls_let_it_end_by_itself(
    engine: EngineProcess, authority: Authority, tls_port: int
) -> None:
    context = peer_context(authority, authority.issue("CT"))
    with ExitStack() as stack:
        for number in range(50):
            connection = stack.enter_context(socket.create_connection((LOOPBACK, tls_port), timeout=20))
            if number % 2:
                connection = stack.enter_context(context.wrap_socket(connection, server_hostname=LOOPBACK))
                connection.sendall(association_request())
                assert read_pdu(connection)[0] == 0x02
        assert engine.stop() == 0
    log = "".join(path.read_text() for path in (engine.site.data_dir / "logs").glob("*.log"))
    assert "Traceback" not in log
    assert "stopped, all work had ended" in log


def test_a_certificate_that_cannot_be_used_stops_the_start_with_the_next_step(site: Site, tls_port: int) -> None:
    (site.data_dir / "tls" / "key.pem").unlink()
    refused = site.run("serve", "--set", f"tls.port={tls_port}", "--set", "dicom.port=0", "--set", "http.port=0")
    assert refused.exit_code != 0
    assert "key.pem cannot be read: No such file or directory." in refused.complaint + refused.output
    assert "tls.key" in refused.complaint + refused.output
