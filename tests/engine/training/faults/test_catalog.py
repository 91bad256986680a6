"""The catalogue: complete, told in words, and each of its peers comes and goes without a trace."""

import socket

import pytest

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.catalog import FAULTS, HEALTHY
from pacsdesk.engine.training.faults.fault import Fault, Level
from tests.engine.training.faults.calling import running

# situations that no peer can have: they are described to the learner by an address alone
DESCRIBED = {"name-unknown", "network-unreachable"}


def test_every_code_has_a_peer_that_leads_to_it() -> None:
    assert set(FindingCode) - {fault.code for fault in FAULTS} == set()


def test_ids_stand_once() -> None:
    ids = [fault.id for fault in (*HEALTHY, *FAULTS)]
    assert sorted(set(ids)) == sorted(ids)


def test_healthy_peers_lead_to_nothing() -> None:
    assert {(fault.code, fault.level) for fault in HEALTHY} == {(None, Level.NONE)}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_what_is_wrong_is_not_given_away(fault: Fault) -> None:
    told = (fault.title, fault.what_a_person_sees, fault.what_is_wrong)
    assert all(told)
    assert fault.what_is_wrong not in told[:2]


@pytest.mark.thorough
@pytest.mark.parametrize("fault", (*HEALTHY, *FAULTS), ids=lambda fault: fault.id)
def test_a_peer_that_nobody_calls_stops(fault: Fault) -> None:
    with running(fault.id) as started:
        assert started.port
        assert started.host in ("127.0.0.1",) or fault.id in DESCRIBED
    if fault.id not in DESCRIBED:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((started.host, started.port), timeout=5)


@pytest.mark.thorough
@pytest.mark.parametrize("fault", [one for one in FAULTS if one.id not in DESCRIBED], ids=lambda fault: fault.id)
def test_a_peer_with_a_caller_that_says_nothing_stops(fault: Fault) -> None:
    with running(fault.id) as started, socket.socket() as caller:
        caller.settimeout(0.2)
        try:
            caller.connect((started.host, started.port))
        except OSError:
            assert fault.level is Level.CONNECTION
