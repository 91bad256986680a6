"""`pacsdesk echo --every` on a running engine against DCMTK's storescp, which is ended and begun between the runs."""

import json
import signal
from collections.abc import Callable
from typing import Any

import pytest

from pacsdesk.contract.records.peers import Peer, UsedService
from pacsdesk.contract.types import AETitle
from pacsdesk.link.client import Client
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import peer_environment, system_program
from tests.support.processes import ServerProcess

pytestmark = pytest.mark.e2e
NAME = "Modality that comes and goes"


def storescp(port: int) -> ServerProcess:
    """DCMTK's, once it answers."""
    process = ServerProcess([system_program("storescp"), "--ignore", str(port)], peer_environment())
    wait_until_accepting(port)
    return process


def enter(link: Client, name: str, port: int) -> None:
    link.services.peers.add(Peer(name, AETitle("STORESCP"), LOOPBACK, port, uses=(UsedService.ECHO,)))


def changed_to(result: str) -> Callable[[str], bool]:
    """A line that tells of such a change."""
    return lambda line: (json.loads(line)["change"] or {}).get("after") == result


def documents(process: ServerProcess) -> list[Any]:
    """All that it said."""
    return [json.loads(line) for line in process.lines]


def test_a_peer_that_goes_and_comes_back_is_two_changes_and_an_outage(link: Client, engine: EngineProcess) -> None:
    port = free_port()
    enter(link, NAME, port)
    command = [*engine.site.program, "echo", NAME, "--every", "1s", "--json"]
    with storescp(port) as peer, ServerProcess(command, engine.site.environment(), lifetime_s=120) as repeating:
        repeating.wait_for_line(lambda line: json.loads(line)["run"]["result"] == "works")
        peer.stop()
        repeating.wait_for_line(changed_to("fails"))
        with storescp(port):
            repeating.wait_for_line(changed_to("works"))
            repeating.send(signal.SIGINT)
            code = repeating.wait()
    *runs, summary = documents(repeating)
    (total,) = summary["peers"]
    failed = [one for one in runs if one["run"]["result"] == "fails"]
    assert code == 1  # of the worst run, though the last one was well
    assert {one["run"]["code"] for one in failed} == {"connection-refused"}
    assert (total["runs"], total["failures"], total["changes"]) == (len(runs), len(failed), 2)
    assert (total["longest_outage"]["runs"], total["longest_outage"]["is_over"]) == (len(failed), True)


def test_so_many_runs_of_a_well_and_a_dead_peer_are_lines_for_people(link: Client, engine: EngineProcess) -> None:
    port = free_port()
    enter(link, "Well one", port)
    enter(link, "Dead one", free_port())
    words = ("echo", "Well one", "Dead one", "--every", "1s", "--times", "2")
    command = [*engine.site.program, *words]
    with storescp(port), ServerProcess(command, engine.site.environment(), lifetime_s=120) as repeating:
        assert repeating.wait(60) == 1
    said = repeating.lines
    assert [[name for name in ("Well one", "Dead one") if name in line] for line in said[:4]] == [
        ["Well one"],
        ["Dead one"],
    ] * 2
    assert [line.split(";")[0] for line in said[-2:]] == [
        "Well one: 2 runs, 0 failed, 0 changes.",
        "Dead one: 2 runs, 2 failed, 0 changes",
    ]
