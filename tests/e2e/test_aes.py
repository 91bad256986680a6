"""Our further AE titles, given a running engine: called at once, listed, there after a restart, gone when removed."""

from tests.engine.network.listening import KNOWN
from tests.support.engine import EngineProcess
from tests.support.network import free_port
from tests.support.peers import dcmtk


def echoes(port: int, called: str) -> bool:
    """Whether DCMTK's echo to this title succeeds."""
    return dcmtk("echoscu", "-aet", KNOWN, "-aec", called, "127.0.0.1", str(port)).returncode == 0


def listening(engine: EngineProcess) -> list[tuple[str, int, str]]:
    """Title, port and state of each line of the status."""
    return [(one["ae_title"], one["port"], one["state"]) for one in engine.cli("status")["listeners"]]


def test_a_title_is_called_at_once_and_after_a_restart_and_no_more_when_removed(
    engine_with_nothing: EngineProcess,
) -> None:
    engine, port = engine_with_nothing, free_port()
    engine.cli("aes", "add", "RESEARCH", "--port", str(port), "--alias", "TEACHING", "--reason", "for the group")
    assert (echoes(port, "RESEARCH"), echoes(port, "TEACHING"), echoes(port, "PACSDESK")) == (True, True, False)

    assert engine.stop() == 0
    engine.start()
    ready = next(line for line in engine.server.lines if line.startswith("ready "))
    assert f"dicom=127.0.0.1:{engine.dicom_port},127.0.0.1:{port} " in ready
    assert listening(engine)[1:] == [("RESEARCH", port, "up")]
    assert echoes(port, "RESEARCH")

    engine.cli("aes", "remove", "RESEARCH")
    assert (echoes(port, "RESEARCH"), len(listening(engine)), echoes(engine.dicom_port, "PACSDESK")) == (False, 1, True)


def test_who_changed_a_title_and_why_is_in_the_audit(engine_with_nothing: EngineProcess) -> None:
    engine_with_nothing.cli("aes", "add", "RESEARCH", "--reason", "for the group")
    begun, done = [
        (one["outcome"], one["subject"], one["reason"])
        for one in reversed(engine_with_nothing.cli("audit", "list"))
        if one["action"] == "aes.add"
    ]
    assert (begun, done) == (("begun", "RESEARCH", "for the group"), ("done", "RESEARCH", ""))
