"""Other people's programs in their normal configuration have no fault and no warning: a diagnosis that cries wolf is
worse than none."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, generate_uid

from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.probes import ProbeOutcome, ProbeState, ProbeStep
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence
from tests.engine.network.scu.climbing import climb, target
from tests.support.network import free_port, wait_until_accepting
from tests.support.peers import orthanc, peer_environment, system_program
from tests.support.processes import ServerProcess

US = "PACSDESK"


@contextmanager
def running(*command: object, port: int) -> Iterator[int]:
    """A program that listens; its port."""
    with ServerProcess([str(word) for word in command], peer_environment()):
        wait_until_accepting(port)
        yield port


def is_well(outcome: ProbeOutcome, *done: ProbeStep) -> None:
    """No fault, no warning, and these steps done."""
    found = [finding for finding in diagnose(Evidence(outcome)) if finding.severity is not Severity.REMARK]
    assert found == []
    assert {step: outcome.step(step).state for step in done} == dict.fromkeys(done, ProbeState.DONE)


def test_dcmtk_that_stores(tmp_path: Path) -> None:
    port = free_port()
    with running(system_program("storescp"), "-od", tmp_path, port, port=port):
        is_well(climb(target(port)), ProbeStep.ECHO, ProbeStep.STORE)
        is_well(climb(target(port, ProbeStep.STORE)), ProbeStep.ECHO, ProbeStep.STORE)


@pytest.mark.parametrize("is_known", [True, False])
def test_dcmtk_that_answers_queries(tmp_path: Path, is_known: bool) -> None:
    port = free_port()
    known = f"us = ({US}, 127.0.0.1, {free_port()})" if is_known else ""
    (tmp_path / "index").mkdir()
    (tmp_path / "dcmqrscp.cfg").write_text(
        f"NetworkTCPPort = {port}\nMaxPDUSize = 16384\nMaxAssociations = 16\n"
        f"HostTable BEGIN\n{known}\nHostTable END\nVendorTable BEGIN\nVendorTable END\n"
        f"AETable BEGIN\nPEER {tmp_path / 'index'} RW (200, 1024mb) ANY\nAETable END\n"
    )
    with running(system_program("dcmqrscp"), "-c", tmp_path / "dcmqrscp.cfg", port=port):
        is_well(climb(target(port)), ProbeStep.ECHO, ProbeStep.STORE, ProbeStep.FIND, ProbeStep.GET)


@pytest.mark.thorough
def test_dcmtk_that_has_a_worklist(tmp_path: Path) -> None:
    port = free_port()
    folder = tmp_path / "PEER"
    folder.mkdir()
    (folder / "lockfile").touch()
    _worklist_item().save_as(folder / "1.wl", enforce_file_format=True)
    with running(system_program("wlmscpfs"), "-dfp", tmp_path, port, port=port):
        is_well(climb(target(port)), ProbeStep.ECHO, ProbeStep.WORKLIST)
        is_well(climb(target(port, ProbeStep.WORKLIST)), ProbeStep.ECHO, ProbeStep.WORKLIST)


@pytest.mark.thorough
def test_orthanc(tmp_path: Path) -> None:
    with orthanc(tmp_path / "orthanc", {"us": (US, free_port())}) as peer:
        outcome = climb(target(peer.dicom_port, called="ORTHANC"))
    is_well(outcome, ProbeStep.ECHO, ProbeStep.STORE, ProbeStep.FIND, ProbeStep.MOVE, ProbeStep.GET)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("application", "options", "done"),
    [
        ("echoscp", (), (ProbeStep.ECHO,)),
        ("storescp", ("--ignore",), (ProbeStep.ECHO, ProbeStep.STORE)),
        ("qrscp", (), (ProbeStep.ECHO, ProbeStep.STORE, ProbeStep.FIND)),
    ],
)
def test_pynetdicom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, application: str, options: tuple[str, ...], done: tuple[ProbeStep]
) -> None:
    port = free_port()
    monkeypatch.chdir(tmp_path)
    place = ("--port", str(port)) if application == "qrscp" else (str(port),)
    with running(sys.executable, "-m", "pynetdicom", application, *place, *options, port=port):
        is_well(climb(target(port, called="QRSCP")), *done)


def _worklist_item() -> Dataset:
    """A patient who is expected today."""
    item = Dataset()
    item.file_meta = FileMetaDataset()
    item.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    item.file_meta.MediaStorageSOPClassUID = UID("1.2.276.0.7230010.3.1.0.1")
    item.file_meta.MediaStorageSOPInstanceUID = generate_uid()
    item.PatientName, item.PatientID = "TEST^PACSDESK", f"T{uuid4().hex[:8]}"
    item.PatientBirthDate, item.PatientSex = "19700101", "O"
    item.StudyInstanceUID, item.AccessionNumber = generate_uid(), "A1"
    item.RequestedProcedureID, item.RequestedProcedureDescription = "P1", "CT"
    step = Dataset()
    step.ScheduledStationAETitle, step.Modality = "CT01", "CT"
    step.ScheduledProcedureStepStartDate, step.ScheduledProcedureStepStartTime = "20261124", "080000"
    step.ScheduledPerformingPhysicianName = ""
    step.ScheduledProcedureStepID, step.ScheduledProcedureStepDescription = "S1", "CT"
    item.ScheduledProcedureStepSequence = [step]
    return item
