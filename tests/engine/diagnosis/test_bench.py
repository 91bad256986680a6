"""The bench on real sockets: ladders with their diagnosis, a stop from another thread, and a grid as a job."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService, UsedService
from pacsdesk.contract.records.probes import LadderOrder, ProbeState, ProbeStep
from pacsdesk.contract.types import AETitle, JobId
from pacsdesk.engine.diagnosis.gathering import Gathering, is_own_address, owner_of
from pacsdesk.engine.diagnosis.service import Bench
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.network.raw_pdus import read_pdu
from tests.engine.network.scu.climbing import hold, rude_peer
from tests.support.jobs import JobsAtOnce
from tests.support.network import LOOPBACK, free_port


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ListeningSite]:
    """A site that knows the title under which the bench calls."""
    with listening_site(tmp_path) as listening:
        listening.enter_peer(KNOWN, *PeerService)
        yield listening


@pytest.fixture
def jobs() -> JobsAtOnce:
    """Runs a job while it is started."""
    return JobsAtOnce()


@pytest.fixture
def bench(site: ListeningSite, jobs: JobsAtOnce) -> Bench:
    """The bench of the site."""
    gathering = Gathering(lambda: (site.server.listener(),))
    return Bench(site.ladder, site.peers, gathering, jobs, lambda: AETitle(KNOWN))


def enter(site: ListeningSite, name: str, port: int | None, title: str = OWN_TITLE, *uses: UsedService) -> None:
    site.peers.add(TESTER, Peer(name, AETitle(title), LOOPBACK, port, uses=uses))


def test_a_ladder_has_its_diagnosis(site: ListeningSite, bench: Bench) -> None:
    enter(site, "Itself", site.port, "PACSDSEK")
    outcome = bench.ladder(TESTER, "itself")
    assert (outcome.peer, outcome.calling_ae_title) == ("Itself", KNOWN)
    assert outcome.findings[0].code is FindingCode.CALLED_AE_UNKNOWN


def test_a_well_peer_that_is_used_for_what_it_does_has_no_finding(site: ListeningSite, bench: Bench) -> None:
    enter(site, "Itself", site.port, OWN_TITLE, UsedService.STORE, UsedService.FIND, UsedService.GET)
    assert bench.ladder(TESTER, "Itself").findings == ()


def test_a_ladder_is_climbed_under_any_title(site: ListeningSite, bench: Bench) -> None:
    enter(site, "Itself", site.port)
    outcome = bench.ladder(TESTER, "Itself", LadderOrder(AETitle("STRANGER")))
    assert outcome.findings[0].code is FindingCode.CALLING_AE_UNKNOWN
    assert "STRANGER" in outcome.findings[0].cause


@pytest.mark.parametrize(("host", "port"), [(LOOPBACK, None), (ANY_HOST, 104), ("10.0.0.0/8", 104)])
def test_a_peer_that_only_sends_cannot_be_called(
    site: ListeningSite, bench: Bench, host: str, port: int | None
) -> None:
    site.peers.add(TESTER, Peer("CT", AETitle("CT"), host, port))
    with pytest.raises(InvalidInput):
        bench.ladder(TESTER, "CT")


def test_a_ladder_is_stopped_by_its_ticket(site: ListeningSite, bench: Bench) -> None:
    is_waiting = Event()

    def behave(connection: socket.socket) -> None:
        read_pdu(connection)
        is_waiting.set()
        hold(connection)

    with rude_peer(behave) as port, ThreadPoolExecutor(1) as pool:
        enter(site, "Silent", port)
        climbing = pool.submit(bench.ladder, TESTER, "Silent", LadderOrder(ticket="t1"))
        assert is_waiting.wait(10)
        assert not bench.stop(TESTER, "another")
        assert bench.stop(TESTER, "t1")
        outcome = climbing.result(5)
    assert (outcome.is_stopped, outcome.findings) == (True, ())
    assert not bench.stop(TESTER, "t1")


def test_the_steps_of_a_ladder_are_told_while_it_runs(site: ListeningSite, bench: Bench) -> None:
    is_waiting = Event()

    def behave(connection: socket.socket) -> None:
        read_pdu(connection)
        is_waiting.set()
        hold(connection)

    with rude_peer(behave) as port, ThreadPoolExecutor(1) as pool:
        enter(site, "Silent", port)
        climbing = pool.submit(bench.ladder, TESTER, "Silent", LadderOrder(ticket="t1"))
        assert is_waiting.wait(10)
        states = {one.name: one.state for one in bench.steps_so_far(TESTER, "t1")}
        assert (states[ProbeStep.TCP], ProbeStep.ECHO in states) == (ProbeState.DONE, False)
        assert bench.steps_so_far(TESTER, "another") == ()
        bench.stop(TESTER, "t1")
        climbing.result(5)
    assert bench.steps_so_far(TESTER, "t1") == ()


def test_a_grid_climbs_to_all_that_can_be_reached(site: ListeningSite, bench: Bench, jobs: JobsAtOnce) -> None:
    enter(site, "Dead", free_port())
    enter(site, "Itself", site.port)
    enter(site, "Sender", None, "CT77")
    outcomes = bench.grid(TESTER, bench.start_grid(TESTER))
    assert [(one.peer, one.has_faults) for one in outcomes] == [("Dead", True), ("Itself", False)]
    assert jobs.results[0].summary == "1 of 2 peers without a fault."
    assert [problem.subject for problem in jobs.results[0].problems] == ["Dead"]


def test_a_grid_climbs_to_those_that_are_named(site: ListeningSite, bench: Bench) -> None:
    enter(site, "Dead", free_port())
    enter(site, "Itself", site.port)
    assert [one.peer for one in bench.grid(TESTER, bench.start_grid(TESTER, ("itself",)))] == ["Itself"]


def test_a_grid_of_nobody_is_refused(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.start_grid(TESTER)


def test_an_unknown_grid_is_not_found(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.grid(TESTER, JobId("nothing"))


def test_after_the_end_of_the_network_no_ladder_begins(site: ListeningSite, bench: Bench) -> None:
    enter(site, "Itself", site.port)
    site.used.close()
    outcome = bench.ladder(TESTER, "Itself")
    assert outcome.is_stopped
    assert outcome.step(ProbeStep.TCP).state is ProbeState.NOT_REACHED


def test_addresses_of_this_computer_are_known() -> None:
    assert is_own_address(LOOPBACK)
    assert not is_own_address("192.0.2.77")
    assert not is_own_address("")


def test_a_program_at_a_port_is_named() -> None:
    with socket.create_server((LOOPBACK, 0)) as listening:
        assert "(process " in owner_of(int(listening.getsockname()[1]))
