"""Who may call: strangers are turned away with the right reason and listed, and let in the moment they are entered."""

import subprocess

from pacsdesk.link.client import Client
from tests.e2e.callers import let_in, small_ct
from tests.engine.network.listening import OWN_TITLE
from tests.engine.network.sending import sender
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

PERMANENT, BY_USER = 1, 1
CALLING_TITLE_UNKNOWN, CALLED_TITLE_UNKNOWN = 3, 7  # PS3.8 9.3.4
CT = small_ct()


def echo(engine: EngineProcess, calling: str, called: str = OWN_TITLE) -> subprocess.CompletedProcess[str]:
    """Call as a device does."""
    return dcmtk("echoscu", "-v", "-aet", calling, "-aec", called, LOOPBACK, str(engine.dicom_port))


def rejection(
    engine: EngineProcess, calling: str, called: str = OWN_TITLE
) -> tuple[int | None, int | None, int | None]:
    """Result, source and reason with which a caller is turned away."""
    with sender(engine.dicom_port, [(CT.sop_class_uid, CT.transfer_syntax_uid)], calling, called) as turned_away:
        answer = turned_away.association.acceptor.primitive
        assert answer is not None
        return answer.result, answer.result_source, answer.diagnostic


def test_a_caller_that_nobody_entered_is_rejected_as_unknown(engine: EngineProcess) -> None:
    assert rejection(engine, "STRANGER") == (PERMANENT, BY_USER, CALLING_TITLE_UNKNOWN)


def test_a_caller_that_means_another_archive_is_rejected_as_such(engine: EngineProcess) -> None:
    assert rejection(engine, "CT01", "ELSEWHERE") == (PERMANENT, BY_USER, CALLED_TITLE_UNKNOWN)


def test_a_rejected_caller_is_listed_with_its_titles_and_the_reason(engine: EngineProcess, link: Client) -> None:
    echo(engine, "LISTED", "ELSEWHERE")

    (caller,) = [one for one in link.services.peers.refused_callers() if one.calling_ae_title == "LISTED"]
    assert (caller.called_ae_title, caller.address, caller.times) == ("ELSEWHERE", LOOPBACK, 1)
    assert OWN_TITLE in caller.reason


def test_a_peer_is_let_in_from_the_moment_it_is_added(engine: EngineProcess) -> None:
    assert echo(engine, "NEWCOMER").returncode != 0

    engine.cli("peers", "add", "New device", "--ae-title", "NEWCOMER")
    assert echo(engine, "NEWCOMER").returncode == 0


def test_a_peer_is_turned_away_from_the_moment_it_is_removed(engine: EngineProcess, link: Client) -> None:
    let_in(link, "LEAVING")
    assert echo(engine, "LEAVING").returncode == 0

    engine.cli("peers", "remove", "Device LEAVING")
    assert echo(engine, "LEAVING").returncode != 0


def test_a_peer_that_may_only_echo_cannot_store(engine: EngineProcess) -> None:
    engine.cli("peers", "add", "Only asks", "--ae-title", "ONLYECHO", "--allow", "echo")
    assert echo(engine, "ONLYECHO").returncode == 0
    assert rejection(engine, "ONLYECHO") == (PERMANENT, BY_USER, CALLING_TITLE_UNKNOWN)


def test_a_peer_entered_for_another_address_is_unknown_here(engine: EngineProcess) -> None:
    engine.cli("peers", "add", "Far away", "--ae-title", "FARAWAY", "--host", "192.0.2.7")
    assert rejection(engine, "FARAWAY") == (PERMANENT, BY_USER, CALLING_TITLE_UNKNOWN)
