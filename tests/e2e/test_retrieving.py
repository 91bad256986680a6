"""`pacsdesk move` and `pacsdesk get` on a running engine, from an Orthanc and from DCMTK's archive: to us, to a third
AE, to somebody whom the archive does not know, and to one who is not there."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from pydicom import dcmread
from pynetdicom import evt

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.peers import Peer, PeerService
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.training.faults.fault import AE_TITLE, Lesson
from pacsdesk.engine.training.faults.healthy import Peer as TrainingPeer
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.serving import on_get
from pacsdesk.link.client import Client
from tests.engine.diagnosis.retrieves.test_stopping import stuck
from tests.engine.network.listening import OWN_TITLE
from tests.engine.network.retrieving import SINK, storescp
from tests.engine.network.sending import object_of, sender
from tests.support.data import ct_phantom_slices
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import ORTHANC_AE_TITLE, orthanc, peer_environment, system_program
from tests.support.processes import ServerProcess

pytestmark = pytest.mark.e2e

PEERS = ("Orthanc", "Dcmtk")
QR = "QRSCP"
NUMBER = 4


@dataclass(frozen=True)
class Around:
    """What the archives hold, and where a third AE puts what comes."""

    study: str
    series: str
    uids: tuple[str, ...]
    sink: Path


@pytest.fixture(scope="module")
def around(engine: EngineProcess, link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Around]:
    """Two archives with the same four slices, which know us, a sink, and somebody who is not there."""
    folder = tmp_path_factory.mktemp("archives")
    slices = [object_of(path) for path in ct_phantom_slices()[:NUMBER]]
    dead = free_port()
    with ExitStack() as stack:
        sink_port = stack.enter_context(storescp(folder / "sink"))
        known = {OWN_TITLE: engine.dicom_port, SINK: sink_port, "DEAD": dead}
        modalities = {title.lower(): (title, port) for title, port in known.items()}
        allowed = {f"DicomAlwaysAllow{verb}": True for verb in ("Find", "Get", "Move")}
        peer = stack.enter_context(orthanc(folder / "orthanc", modalities, **allowed))
        qr_port = stack.enter_context(_dcmqrscp(folder / "qr", known))
        for name, title, port in (("Orthanc", ORTHANC_AE_TITLE, peer.dicom_port), ("Dcmtk", QR, qr_port)):
            link.services.peers.add(Peer(name, AETitle(title), LOOPBACK, port, allow=(PeerService.STORE,)))
            kinds = [(slices[0].sop_class_uid, slices[0].transfer_syntax_uid)]
            with sender(port, kinds, called=title) as caller:
                assert [caller.store(one)[0] for one in slices] == [0] * NUMBER
        link.services.peers.add(Peer(SINK, AETitle(SINK), LOOPBACK, sink_port, allow=()))
        link.services.peers.add(Peer("Dead", AETitle("DEAD"), LOOPBACK, dead, allow=()))
        header = dcmread(ct_phantom_slices()[0], stop_before_pixels=True)
        uids = tuple(one.sop_instance_uid for one in slices)
        yield Around(str(header.StudyInstanceUID), str(header.SeriesInstanceUID), uids, folder / "sink")


@contextmanager
def _dcmqrscp(folder: Path, known: dict[str, int]) -> Iterator[int]:
    port = free_port()
    (folder / "index").mkdir(parents=True)
    hosts = "\n".join(f"{title.lower()} = ({title}, {LOOPBACK}, {port})" for title, port in known.items())
    (folder / "dcmqrscp.cfg").write_text(
        f"NetworkTCPPort = {port}\nMaxPDUSize = 16384\nMaxAssociations = 16\n"
        f"HostTable BEGIN\n{hosts}\nHostTable END\nVendorTable BEGIN\nVendorTable END\n"
        f"AETable BEGIN\n{QR} {folder / 'index'} RW (200, 1024mb) ANY\nAETable END\n"
    )
    command = [system_program("dcmqrscp"), "-c", str(folder / "dcmqrscp.cfg")]
    with ServerProcess(command, peer_environment()):
        wait_until_accepting(port)
        yield port


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("verb", ["move", "get"])
def test_a_study_comes_to_us(engine: EngineProcess, around: Around, peer: str, verb: str) -> None:
    said = engine.cli(verb, peer, f"StudyInstanceUID={around.study}")
    outcome, lines = said["outcome"], said["lines"]
    assert (outcome["status"], outcome["completed"], outcome["findings"]) == (0, NUMBER, [])
    assert {line["sop_instance_uid"] for line in lines} == set(around.uids)
    assert {line["landing"] for line in lines} <= {"stored", "held"}
    assert outcome["ledger"]["listed"] == NUMBER


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("verb", ["move", "get"])
def test_instances_come_by_a_list_of_their_uids(engine: EngineProcess, around: Around, peer: str, verb: str) -> None:
    above = (f"StudyInstanceUID={around.study}", f"SeriesInstanceUID={around.series}")
    some = f"SOPInstanceUID={around.uids[0]}\\{around.uids[2]}"
    said = engine.cli(verb, peer, *above, some, "--level", "image")
    assert (said["outcome"]["completed"], said["outcome"]["findings"]) == (2, [])
    assert {line["sop_instance_uid"] for line in said["lines"]} == {around.uids[0], around.uids[2]}


@pytest.mark.parametrize("peer", PEERS)
def test_a_study_goes_to_a_third_ae(engine: EngineProcess, around: Around, peer: str) -> None:
    for path in around.sink.iterdir():
        path.unlink()
    said = engine.cli("move", peer, "--to", SINK, f"StudyInstanceUID={around.study}")
    assert (said["outcome"]["status"], said["outcome"]["completed"]) == (0, NUMBER)
    assert {line["landing"] for line in said["lines"]} == {"unseen"}
    assert len(list(around.sink.iterdir())) == NUMBER


@pytest.mark.parametrize("peer", PEERS)
def test_an_unknown_destination_is_named(engine: EngineProcess, around: Around, peer: str) -> None:
    said = engine.site.run("move", peer, "--to", "SINKK", f"StudyInstanceUID={around.study}", "--unfold")
    assert said.exit_code == 1
    assert said.document["outcome"]["findings"][0]["code"] == "move-destination-unknown"
    assert [leg["state"] for leg in said.document["unfolded"]["legs"]] == ["works", "broken"]


@pytest.mark.parametrize("peer", PEERS)
def test_a_destination_that_is_not_there_is_unfolded(engine: EngineProcess, around: Around, peer: str) -> None:
    said = engine.site.run("move", peer, "--to", "DEAD", f"StudyInstanceUID={around.study}", "--unfold")
    assert said.exit_code == 1
    # Orthanc answers "unable to process" as it does of a title that it does not know: only the second leg tells
    assert "move-cannot-deliver" in [one["code"] for one in said.document["outcome"]["findings"]]
    first, second = said.document["unfolded"]["legs"]
    assert (first["state"], second["state"]) == ("works", "broken")
    assert second["findings"][0]["code"] == "connection-refused"


def test_ctrl_c_has_the_peer_stop_and_tells_what_came(engine: EngineProcess, link: Client) -> None:
    lesson = Lesson(date(2026, 3, 1), OWN_TITLE, LOOPBACK, engine.dicom_port, lifetime_s=60)
    peer = TrainingPeer(lesson, Manner(handlers={evt.EVT_C_GET: stuck(on_get)}))
    try:
        link.services.peers.add(Peer("Slow", AETitle(AE_TITLE), LOOPBACK, peer.port))
        study = str(peer.holdings.instances()[0].StudyInstanceUID)
        words = [*engine.site.program, "get", "Slow", f"StudyInstanceUID={study}"]
        with subprocess.Popen(
            words, env=engine.site.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as command:
            _wait_until_one_has_come(link)
            command.send_signal(signal.SIGINT)
            output, _ = command.communicate(timeout=30)
    finally:
        peer.stop()
    assert command.returncode == Exit.INTERRUPTED
    assert "stopped, status FE00; it counts 1 sent" in output
    assert "here 1 new, 0 before, 1 missing" in output


def _wait_until_one_has_come(link: Client) -> None:
    for _ in range(500):
        if any(job.title == "Retrieval from Slow" and job.done for job in link.services.jobs.list()):
            return
        Event().wait(0.02)
    raise AssertionError("Nothing came.")
