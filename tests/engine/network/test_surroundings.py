"""Looking around for the lint: real ports, real addresses, files that are there or not."""

import socket
from pathlib import Path

import pytest

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.remarks import PeerDraft, RemarkCode
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.surroundings import Surroundings, port_problem
from pacsdesk.engine.network.wire.credentials import TlsFiles
from tests.engine.network.listening import KNOWN, TESTER, ListeningSite
from tests.support.network import LOOPBACK, free_port


def test_a_free_port_can_be_had() -> None:
    assert port_problem(LOOPBACK, free_port()) is None


def test_a_port_that_is_taken_is_told_with_the_process_that_has_it() -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        code, told = port_problem(LOOPBACK, port) or (None, "")
    assert (code, f"port {port} on {LOOPBACK} is taken by" in told) == (RemarkCode.PORT_TAKEN, True)


@pytest.mark.parametrize("address", ["203.0.113.9", "no address"])
def test_an_address_that_is_not_ours_is_told(address: str) -> None:
    code, told = port_problem(address, free_port()) or (None, "")
    assert (code, address in told) == (RemarkCode.ADDRESS_NOT_OURS, True)


def test_what_tls_needs_is_told_file_by_file(tmp_path: Path) -> None:
    files = TlsFiles(*(tmp_path / name for name in ("certificate.pem", "key.pem", "trusted.pem")))
    around = Surroundings(tuple, tuple, tuple, files)
    told = []
    for path in (files.certificate, files.key, files.trusted):
        told.append(around.now().certificate)
        path.touch()
    assert [name in text for name, text in zip(("tls.certificate", "tls.key", "tls.trusted"), told, strict=True)] == [
        True,
        True,
        True,
    ]
    assert around.now().certificate == ""


def test_the_registry_asks_what_is_around_it(site: ListeningSite, tmp_path: Path) -> None:
    files = TlsFiles(tmp_path / "certificate.pem", tmp_path / "key.pem", tmp_path / "trusted.pem")
    site.enter_peer()
    site.peers.around = Surroundings(site.peers.entries, tuple, site.server.listeners, files).now
    found = site.peers.lint(TESTER, PeerDraft("Ourselves", KNOWN.lower(), LOOPBACK, str(site.port)))
    assert [one.code for one in found] == [RemarkCode.CASE_TWIN, RemarkCode.PEER_IS_OURSELVES]


def test_entries_about_which_something_is_noticed_are_told(site: ListeningSite) -> None:
    site.enter_peer()
    site.peers.add(TESTER, Peer("Twin", AETitle(KNOWN.lower()), LOOPBACK, None))
    site.enter_peer("MR01")
    assert {one.name: [remark.code for remark in one.remarks] for one in site.peers.remarks(TESTER)} == {
        KNOWN: [RemarkCode.CASE_TWIN],
        "Twin": [RemarkCode.CASE_TWIN],
    }
