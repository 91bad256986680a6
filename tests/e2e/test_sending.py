"""`pacsdesk send` and `pacsdesk accepts` on a running engine: storescp, an Orthanc, one that refuses or breaks off."""

import json
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from pacsdesk.contract.records.jobs import JobState
from pacsdesk.contract.records.peers import Peer, UsedService
from pacsdesk.contract.records.sends import SendOrder
from pacsdesk.contract.types import AETitle, StudyInstanceUID
from pacsdesk.engine.training.faults.catalog import FAULTS
from pacsdesk.engine.training.faults.fault import Lesson
from pacsdesk.link.client import Client
from tests.engine.network.listening import dataset_bytes
from tests.engine.network.retrieving import storescp
from tests.support.data import ct_phantom_slices
from tests.support.datasets import CT_IMAGE
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import ORTHANC_AE_TITLE, orthanc, peer_environment, system_program
from tests.support.processes import ServerProcess

pytestmark = pytest.mark.e2e

IMPLICIT, EXPLICIT = "1.2.840.10008.1.2", "1.2.840.10008.1.2.1"
JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70"


def enter(link: Client, name: str, port: int, ae_title: str = "") -> None:
    """A peer on this computer under a name, and unless told otherwise a title, that no other test uses."""
    title = AETitle(ae_title or name.upper())
    link.services.peers.add(Peer(name, title, LOOPBACK, port, uses=(UsedService.STORE,)))


@pytest.fixture(scope="module")
def study(engine: EngineProcess) -> str:
    """The phantom, imported: its study."""
    assert engine.site.cli("import", *ct_phantom_slices())["state"] == JobState.DONE
    return str(engine.site.cli("studies", "list")[0]["study_instance_uid"])


@pytest.fixture(scope="module")
def orthanc_http(link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The REST interface of an Orthanc that is the peer "Orthanc"."""
    with orthanc(tmp_path_factory.mktemp("orthanc")) as peer:
        enter(link, "Orthanc", peer.dicom_port, ORTHANC_AE_TITLE)
        yield peer.http_address


def test_files_arrive_byte_for_byte(engine: EngineProcess, link: Client, tmp_path: Path) -> None:
    files = ct_phantom_slices()[:3]
    with storescp(tmp_path / "sink", "+B", "+xa") as port:
        enter(link, "Files", port)
        told = engine.cli("send", "Files", *files)
    assert (told["outcome"]["sent"], told["outcome"]["failed"], told["lines"]) == (3, 0, [])
    came = sorted(dataset_bytes(path) for path in (tmp_path / "sink").iterdir())
    assert came == sorted(dataset_bytes(path) for path in files)


def test_a_study_goes_converted_to_who_takes_implicit_alone_as_the_plan_said(
    engine: EngineProcess, link: Client, study: str, tmp_path: Path
) -> None:
    with storescp(tmp_path / "sink", "+xi") as port:
        enter(link, "Implicit", port)
        plan = engine.cli("send", "Implicit", "--study", study, "--plan")
        assert not list((tmp_path / "sink").iterdir())
        told = engine.cli("send", "Implicit", "--study", study)
    assert {(one["going"], one["to"]) for one in plan["kinds"]} == {("converted", IMPLICIT)}
    number = sum(one["number_of_instances"] for one in plan["kinds"])
    assert told["outcome"]["sent"] == number == len(list((tmp_path / "sink").iterdir()))


def test_what_fits_nowhere_is_planned_so_and_told_so(engine: EngineProcess, link: Client, tmp_path: Path) -> None:
    with storescp(tmp_path / "sink", "+xi") as port:
        enter(link, "Plain", port)
        unknown = tmp_path / "unknown.dcm"
        unknown.write_bytes(_in_a_syntax_that_nobody_has(ct_phantom_slices()[0]))
        plan, told = (engine.site.run("send", "Plain", unknown, *more) for more in (("--plan",), ()))
    assert (plan.exit_code, told.exit_code) == (1, 1)
    assert plan.document["kinds"][0]["going"] == "not"
    for findings in (plan.document["findings"], told.document["outcome"]["findings"]):
        assert findings[0]["code"] == "transfer-syntax-not-accepted"
    assert told.document["lines"][0]["state"] == "unsent"


def _in_a_syntax_that_nobody_has(path: Path) -> bytes:
    """The same file with another transfer syntax of the same length in its meta information."""
    content = path.read_bytes()
    assert content.count(EXPLICIT.encode() + b"\0") == 1
    return content.replace(EXPLICIT.encode() + b"\0", b"1.2.840.10008.9.9.9\0")


def test_a_refusing_peer_is_named_and_what_failed_goes_again(engine: EngineProcess, link: Client) -> None:
    fault = next(one for one in FAULTS if one.id == "store-a700")
    running = fault.start(Lesson(date(2026, 11, 24), lifetime_s=60))
    try:
        enter(link, "Full", running.port, running.ae_title)
        said = engine.site.run("send", "Full", ct_phantom_slices()[0], "--again")
    finally:
        running.stop()
    outcome = said.document["outcome"]
    assert (said.exit_code, outcome["failed"], outcome["findings"][0]["code"]) == (1, 1, "archive-full")
    assert outcome["resumes"]


def test_a_peer_that_is_killed_in_mid_send_is_told_and_the_rest_goes_later(
    engine: EngineProcess, link: Client, study: str, tmp_path: Path
) -> None:
    sink, port = tmp_path / "sink", free_port()
    enter(link, "Killed", port)
    sends, order = link.services.sends, SendOrder((StudyInstanceUID(study),), confirmed=f"{LOOPBACK}:{port}")
    with receiver(sink, port, "--sleep-after", "1") as server:  # each takes its time, so that there is a middle
        job_id = sends.start("Killed", order)
        until(lambda: sends.get(job_id).sent >= 1)
        server.kill()
        until(lambda: sends.get(job_id).is_over)
    outcome = sends.get(job_id)
    assert 1 <= outcome.sent < outcome.number_of_instances
    assert {"aborted-in-transfer", "connection-refused"} <= {str(one.code) for one in outcome.findings}
    with receiver(sink, port):
        again = sends.start_failed(job_id)
        until(lambda: sends.get(again).is_over)
    assert sends.get(again).sent == outcome.number_of_instances - outcome.sent
    kept = {dataset_bytes(path) for path in sink.iterdir()}
    assert kept >= {dataset_bytes(path) for path in ct_phantom_slices()}


def test_ctrl_c_begins_no_further_object(engine: EngineProcess, link: Client, study: str, tmp_path: Path) -> None:
    port = free_port()
    enter(link, "Slow", port)
    with receiver(tmp_path / "sink", port, "--sleep-after", "1"):
        command = [*engine.site.program, "send", "Slow", "--study", study]
        with subprocess.Popen(command, env=engine.site.environment(), stdout=subprocess.PIPE, text=True) as sending:
            until(lambda: any((tmp_path / "sink").iterdir()))
            sending.send_signal(signal.SIGINT)
            said, _ = sending.communicate(timeout=30)
    assert sending.returncode == 130
    assert "stopped" in said
    assert len(list((tmp_path / "sink").iterdir())) < len(ct_phantom_slices())


def test_a_test_object_arrives_in_orthanc_under_the_uids_that_are_told(
    engine: EngineProcess, orthanc_http: str
) -> None:
    told = engine.cli("send", "Orthanc", "--test-object", "--look-again")["outcome"]
    assert told["findings"] == []
    (found,) = find_in(orthanc_http, told["test_object"]["study_instance_uid"])
    assert found["PatientMainDicomTags"]["PatientName"] == "TEST^PACSDESK"
    assert found["PatientMainDicomTags"]["PatientID"] == told["test_object"]["patient_id"]


def test_a_study_arrives_in_orthanc_whole(engine: EngineProcess, orthanc_http: str, study: str) -> None:
    told = engine.cli("send", "Orthanc", "--study", study)["outcome"]
    assert (told["failed"], told["findings"]) == (0, [])
    (found,) = find_in(orthanc_http, study)
    assert found["MainDicomTags"]["StudyInstanceUID"] == study


def find_in(address: str, study: str) -> list[dict[str, dict[str, str]]]:
    """The studies of this UID that an Orthanc has."""
    asked = {"Level": "Study", "Query": {"StudyInstanceUID": study}, "Expand": True}
    request = urllib.request.Request(f"{address}/tools/find", json.dumps(asked).encode())
    with urllib.request.urlopen(request, timeout=20) as answer:
        found: list[dict[str, dict[str, str]]] = json.load(answer)
    return found


def test_what_a_peer_accepts_is_told_pair_by_pair_and_two_are_compared(
    engine: EngineProcess, link: Client, orthanc_http: str, tmp_path: Path
) -> None:
    with storescp(tmp_path / "sink", "+x=") as port:
        enter(link, "Little", port)
        matrix = engine.cli("accepts", "Little")
        compared = engine.cli("accepts", "Little", "Orthanc")
    states = {(one["sop_class_uid"], one["transfer_syntax_uid"]): one["state"] for one in matrix["cells"]}
    assert states[CT_IMAGE, EXPLICIT] == "accepted"
    assert states[CT_IMAGE, JPEG_LOSSLESS] == "refused"
    assert matrix["theirs"]["implementation_version_name"].startswith("OFFIS_DCMTK")
    differing = {(one["sop_class_uid"], one["transfer_syntax_uid"]) for one in compared["differences"]}
    assert (CT_IMAGE, JPEG_LOSSLESS) in differing
    assert (CT_IMAGE, EXPLICIT) not in differing


def test_who_names_nothing_or_two_things_is_told_so(engine: EngineProcess, link: Client) -> None:
    enter(link, "Nothing", free_port())
    for words in ((), ("--test-object", ct_phantom_slices()[0])):
        said = engine.site.run("send", "Nothing", *words)
        assert said.exit_code == 2
        assert "One of them" in said.complaint


@contextmanager
def receiver(folder: Path, port: int, *options: str) -> Iterator[ServerProcess]:
    """A storescp at a port of our choice."""
    folder.mkdir(exist_ok=True)
    command = [system_program("storescp"), "+B", "+xa", *options, "-od", str(folder), str(port)]
    with ServerProcess(command, peer_environment()) as server:
        wait_until_accepting(port)
        yield server


def until(is_so: Callable[[], bool], seconds: float = 60.0) -> None:
    """Return as soon as it is. Raises TimeoutError."""
    by = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > by:
            raise TimeoutError("It did not come.")
        time.sleep(0.02)
