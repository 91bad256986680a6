"""`pacsdesk commit`, `worklist` and `mpps` on a running engine: Orthanc keeps images, DCMTK has a worklist."""

import shutil
from collections.abc import Iterator
from datetime import date

import pytest

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.training.faults.fault import Lesson
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.link.client import Client
from tests.e2e.callers import small_ct
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.sending import EXPLICIT, sender
from tests.support.data import shared_data
from tests.support.datasets import CT_IMAGE
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import ORTHANC_AE_TITLE, orthanc, peer_environment, system_program
from tests.support.processes import ServerProcess

pytestmark = [
    pytest.mark.e2e,
    # pynetdicom 3.0 leaves its socket to the garbage when a caller goes while it answers
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
STUDY, HALF = "2.25.77.1", "2.25.78.1"


@pytest.fixture(scope="module", autouse=True)
def _archive(engine: EngineProcess, link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An Orthanc that knows us, with one study as we have it and the half of another."""
    ours = {"us": (OWN_TITLE, engine.dicom_port)}
    whole = [small_ct(f"{STUDY}.{number}", StudyInstanceUID=STUDY) for number in (1, 2)]
    parts = [small_ct(f"{HALF}.{number}", StudyInstanceUID=HALF) for number in (1, 2)]
    with orthanc(tmp_path_factory.mktemp("orthanc"), ours) as peer:
        with sender(engine.dicom_port, [(CT_IMAGE, EXPLICIT)], calling=KNOWN) as caller:
            assert [caller.store(one)[0] for one in (*whole, *parts)] == [0] * 4
        with sender(peer.dicom_port, [(CT_IMAGE, EXPLICIT)], called=ORTHANC_AE_TITLE) as caller:
            assert [caller.store(one)[0] for one in (*whole, parts[0])] == [0] * 3
        link.services.peers.add(Peer("PACS", AETitle(ORTHANC_AE_TITLE), LOOPBACK, peer.dicom_port))
        yield


@pytest.fixture(scope="module", autouse=True)
def _worklist(link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """DCMTK's worklist server with the four orders of its makers."""
    root, port = tmp_path_factory.mktemp("worklist"), free_port()
    folder = root / "RIS"
    folder.mkdir()
    (folder / "lockfile").touch()
    for file in shared_data("worklist").glob("*.wl"):
        shutil.copy(file, folder)
    with ServerProcess([system_program("wlmscpfs"), "-dfp", str(root), str(port)], peer_environment()):
        wait_until_accepting(port)
        link.services.peers.add(Peer("RIS", AETitle("RIS"), LOOPBACK, port))
        yield


def test_a_study_that_orthanc_has_is_safe(engine: EngineProcess) -> None:
    outcome = engine.cli("commit", "PACS", "--study", STUDY, "--wait", "30")
    assert (outcome["way"], outcome["status"]) == ("new-association", 0)
    assert sorted(one["sop_instance_uid"] for one in outcome["committed"]) == [f"{STUDY}.1", f"{STUDY}.2"]


def test_what_orthanc_does_not_have_is_named_with_its_reason(engine: EngineProcess) -> None:
    said = engine.site.run("commit", "PACS", "--study", HALF, "--wait", "30")
    assert said.exit_code == 1
    (failed,) = said.document["failed"]
    assert (failed["sop_instance_uid"], failed["reason"]) == (f"{HALF}.2", 0x0112)
    assert failed["meaning"].startswith("it has no such object")


def test_the_worklist_is_listed(engine: EngineProcess) -> None:
    outcome = engine.cli("worklist", "RIS", "--station", "AA32")
    rows = [dict(zip(outcome["columns"], row, strict=True)) for row in outcome["rows"]]
    assert "VIVALDI^ANTONIO" in {row["PatientName"] for row in rows}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("--date", "1995-10-15", "--modality", "CT"), "Modality"),
        (("--date", "1995-10-15", "--station", "CT99"), "ScheduledStationAETitle"),
        (("--date", "1995-10-14", "--station", "AA32"), "ScheduledProcedureStepStartDate"),
        (("--patient-id", "AV35674", "--date", "2026-01-01"), "ScheduledProcedureStepStartDate"),
    ],
)
def test_what_hid_a_worklist_is_named(engine: EngineProcess, words: tuple[str, ...], key: str) -> None:
    assert engine.cli("worklist", "RIS", *words)["rows"] == []
    first = engine.cli("worklist", "RIS", *words, "--why", "--yes")["findings"][0]
    assert first["code"] == "worklist-empty"
    assert key in first["cause"]


def test_a_step_begins_and_ends_once(engine: EngineProcess, link: Client) -> None:
    running = behaving(Manner())(Lesson(date(2026, 11, 24), lifetime_s=60))
    try:
        link.services.peers.add(Peer("Steps", AETitle(running.ae_title), LOOPBACK, running.port))
        begun = engine.cli("mpps", "create", "Steps", "--modality", "CT", "--accession", "A1")
        uid = begun["sop_instance_uid"]
        assert engine.cli("mpps", "set", "Steps", uid, "--status", "discontinued")["status"] == 0
        again = engine.site.run("mpps", "set", "Steps", uid)
    finally:
        running.stop()
    assert again.exit_code == 1
    assert again.document["findings"][0]["code"] == "mpps-refused"
    assert "the step is over" in again.document["findings"][0]["cause"]
