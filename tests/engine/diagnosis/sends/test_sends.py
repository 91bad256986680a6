"""Sends to a healthy peer: planned, confirmed, byte for byte, and again what failed."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pynetdicom import evt
from pynetdicom.dimse_primitives import C_STORE

from pacsdesk.contract.errors import InvalidInput, NotFound, Refused
from pacsdesk.contract.records.matrices import CellState, MatrixOrder
from pacsdesk.contract.records.sends import TEST_PATIENT, Going, SendOrder, SentState
from pacsdesk.contract.types import AETitle, JobId, SOPInstanceUID, StudyInstanceUID, TransferSyntaxUID
from pacsdesk.engine.training.faults.healthy import Peer
from pacsdesk.engine.training.faults.manner import Manner
from tests.engine.diagnosis.sends.sending_site import CT, SERIES, STUDY, SendingSite, of_study, sending_site
from tests.engine.network.listening import TESTER
from tests.support.datasets import ct_bytes
from tests.support.network import LOOPBACK, free_port
from tests.support.part10 import dataset_of

EXPLICIT, JPEG, JPEG_XL = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.110"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SendingSite]:
    with sending_site(tmp_path) as sending:
        sending.fill(3)
        yield sending


class Keeping:
    """A peer that remembers datasets as they came; statuses: what it answers to each, in turn, then success."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.datasets: dict[str, bytes] = {}
        self.manner = Manner(handlers={evt.EVT_C_STORE: self._keep})

    def _keep(self, event: evt.Event, peer: Peer) -> int | Dataset:
        status = self.statuses.pop(0) if self.statuses else 0
        request = event.request
        assert isinstance(request, C_STORE) and isinstance(request.DataSet, BytesIO), "this answers to C-STORE alone"
        if status == 0:
            self.datasets[str(request.AffectedSOPInstanceUID)] = request.DataSet.getvalue()
        return status


def test_a_plan_says_that_what_fits_goes_as_it_is_and_sends_nothing(site: SendingSite) -> None:
    keeping = Keeping()
    with site.facing(keeping.manner) as port:
        plan = site.plan()
    (kind,) = plan.kinds
    assert (kind.sop_class_name, kind.number_of_instances, kind.going, kind.to) == (
        "CT Image",
        3,
        Going.AS_IS,
        EXPLICIT,
    )
    assert (plan.destination, plan.has_failed, plan.findings) == (f"{LOOPBACK}:{port}", False, ())
    assert plan.size_bytes == sum(map(len, site.site.datasets()))
    assert not keeping.datasets


def test_a_study_arrives_byte_for_byte(site: SendingSite) -> None:
    keeping = Keeping()
    with site.facing(keeping.manner) as port:
        job_id = site.start(of_study(port))
    outcome, lines = site.outcome(job_id), site.lines(job_id)
    assert (outcome.sent, outcome.failed, outcome.unsent, outcome.is_over, outcome.has_failed) == (3, 0, 0, True, False)
    assert sorted(keeping.datasets.values()) == sorted(site.site.datasets())
    assert [(one.sop_instance_uid, one.state, one.status, one.sent_as) for one in lines] == [
        (f"{SERIES}.{at}", SentState.SENT, 0, EXPLICIT) for at in (1, 2, 3)
    ]


def test_nothing_is_sent_to_a_destination_that_was_not_confirmed(site: SendingSite) -> None:
    keeping = Keeping()
    with site.facing(keeping.manner) as port:
        for confirmed in (0, port + 1):
            with pytest.raises(Refused):
                site.start(of_study(confirmed))
    assert not keeping.datasets


def test_the_test_object_is_of_the_invented_patient_and_its_uids_are_told(site: SendingSite) -> None:
    keeping = Keeping()
    with site.facing(keeping.manner) as port:
        plan = site.plan(SendOrder(is_test_object=True))
        outcome = site.send(SendOrder(is_test_object=True, confirmed=f"{LOOPBACK}:{port}"))
    ((uid, content),) = keeping.datasets.items()
    assert outcome.test_object and outcome.test_object.sop_instance_uid == uid
    assert plan.number_of_instances == outcome.sent == 1
    assert TEST_PATIENT.encode() in content
    assert outcome.test_object.study_instance_uid.encode() in content
    assert not list(site.site.folder.uploads.iterdir())


def test_two_test_objects_have_no_uid_in_common(site: SendingSite) -> None:
    with site.facing(Manner()) as port:
        order = SendOrder(is_test_object=True, confirmed=f"{LOOPBACK}:{port}")
        one, other = site.send(order).test_object, site.send(order).test_object
    assert one and other
    assert one.study_instance_uid != other.study_instance_uid
    assert one.sop_instance_uid != other.sop_instance_uid


def test_files_go_as_they_lie_and_what_is_none_is_left_out_with_a_reason(site: SendingSite, tmp_path: Path) -> None:
    good, bare, text = tmp_path / "a.dcm", tmp_path / "bare.dcm", tmp_path / "note.txt"
    stored = next(site.site.folder.objects.rglob("*.dcm")).read_bytes()
    good.write_bytes(stored)
    bare.write_bytes(ct_bytes("1.2.77"))
    text.write_text("nothing of DICOM")
    keeping = Keeping()
    with site.facing(keeping.manner) as port:
        batch_id = site.upload(good, bare, text)
        plan = site.plan(SendOrder(batch_id=batch_id))
        job_id = site.start(SendOrder(batch_id=batch_id, confirmed=f"{LOOPBACK}:{port}"))
    outcome = site.outcome(job_id)
    assert [one.subject for one in plan.left_out] == [one.subject for one in outcome.left_out] == ["note.txt"]
    assert (outcome.sent, outcome.has_failed) == (2, True)
    assert sorted(keeping.datasets.values()) == sorted((dataset_of(stored), ct_bytes("1.2.77")))
    assert {one.name for one in site.lines(job_id)} == {"a.dcm", "bare.dcm"}
    assert not list(site.site.folder.uploads.iterdir())


def test_what_failed_is_sent_again_and_no_more(site: SendingSite) -> None:
    keeping = Keeping(0, 0xA700, 0)
    with site.facing(keeping.manner) as port:
        first = site.start(of_study(port))
        assert (site.outcome(first).sent, site.outcome(first).failed) == (2, 1)
        assert [one.sop_instance_uid for one in site.lines(first, only_failed=True)] == [f"{SERIES}.2"]
        before = set(keeping.datasets)
        again = site.sends.start_failed(TESTER, first)
    outcome = site.outcome(again)
    assert (outcome.number_of_instances, outcome.sent, outcome.resumes) == (1, 1, first)
    assert set(keeping.datasets) - before == {f"{SERIES}.2"}
    for job_id in (first, again):
        with pytest.raises(Refused):
            site.sends.start_failed(TESTER, job_id)


def test_files_of_which_one_failed_are_kept_until_it_arrived(site: SendingSite, tmp_path: Path) -> None:
    one = tmp_path / "one.dcm"
    one.write_bytes(next(site.site.folder.objects.rglob("*.dcm")).read_bytes())
    keeping = Keeping(0xC000)
    with site.facing(keeping.manner) as port:
        order = SendOrder(batch_id=site.upload(one), confirmed=f"{LOOPBACK}:{port}")
        first = site.start(order)
        assert list(site.site.folder.uploads.iterdir())
        assert site.outcome(site.sends.start_failed(TESTER, first)).sent == 1
    assert not list(site.site.folder.uploads.iterdir())


def test_series_and_instances_can_be_named_too_and_what_is_not_held_is_told(site: SendingSite) -> None:
    with site.facing(Manner()) as port:
        order = SendOrder(sop_instance_uids=(SOPInstanceUID(f"{SERIES}.2"),), confirmed=f"{LOOPBACK}:{port}")
        assert site.send(order).sent == 1
        for strange in (SendOrder((StudyInstanceUID("1.9"),)), SendOrder(batch_id="0a")):
            with pytest.raises(NotFound):
                site.plan(strange)
    with pytest.raises(NotFound):
        site.sends.plan(TESTER, "nobody", of_study())
    with pytest.raises(NotFound):
        site.outcome(JobId("never"))


def test_files_without_an_object_are_not_sent(site: SendingSite, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("nothing of DICOM")
    with site.facing(Manner()) as port, pytest.raises(InvalidInput, match="nothing to send"):
        site.start(SendOrder(batch_id=site.upload(text), confirmed=f"{LOOPBACK}:{port}"))


def test_a_title_of_our_choice_is_used_and_told(site: SendingSite) -> None:
    titles = []

    def note(event: evt.Event, peer: Peer) -> int:
        titles.append(event.assoc.requestor.ae_title)
        return 0

    with site.facing(Manner(handlers={evt.EVT_C_STORE: note})) as port:
        outcome = site.send(
            SendOrder((StudyInstanceUID(STUDY),), calling_ae_title=AETitle("CT01"), confirmed=f"{LOOPBACK}:{port}")
        )
    assert (outcome.calling_ae_title, set(titles)) == ("CT01", {"CT01"})


def test_a_matrix_asks_for_each_pair_by_itself(site: SendingSite) -> None:
    with site.facing("uncompressed-only"):
        matrix = site.sends.matrix(TESTER, "Archive", MatrixOrder())
    cells = matrix.by_pair()
    assert len(cells) == len(matrix.rows) * len(matrix.columns) > 128
    assert matrix.associations == -(-len(cells) // 128)
    assert cells[CT, EXPLICIT].state is CellState.ACCEPTED
    assert (cells[CT, JPEG].state, cells[CT, JPEG].result) == (CellState.REFUSED, 4)
    assert {one.name for one in matrix.rows} >= {"CT Image", "MR Image"}
    assert matrix.theirs and matrix.ours and matrix.ours.max_pdu_length == 131072
    assert not matrix.has_failed


def test_a_matrix_of_what_a_person_names_takes_unknown_uids_and_no_flood(site: SendingSite) -> None:
    with site.facing(Manner()):
        order = MatrixOrder((), (TransferSyntaxUID(JPEG_XL),))
        matrix = site.sends.matrix(TESTER, "Archive", order)
        assert {one.state for one in matrix.cells} == {CellState.REFUSED}
        many = tuple(TransferSyntaxUID(f"1.2.{number}") for number in range(200))
        with pytest.raises(InvalidInput):
            site.sends.matrix(TESTER, "Archive", MatrixOrder((), many))


def test_a_dead_peer_is_told_with_its_cause_before_and_after(site: SendingSite) -> None:
    port = free_port()
    site.enter("Archive", "DEAD", port)
    plan, outcome = site.plan(), site.send(of_study(port))
    assert plan.problem and outcome.problem
    assert plan.findings[0].code == outcome.findings[0].code == "connection-refused"
    assert (outcome.sent, outcome.failed) == (0, 3)
    assert {one.state for one in site.lines(JobId("job1"))} == {SentState.UNSENT}


def test_the_invented_object_is_a_whole_file(tmp_path: Path, site: SendingSite) -> None:
    keeping = Keeping()
    with site.facing(keeping.manner) as port:
        site.send(SendOrder(is_test_object=True, confirmed=f"{LOOPBACK}:{port}"))
    (content,) = keeping.datasets.values()
    path = tmp_path / "bare"
    path.write_bytes(content)
    ds = dcmread(path, force=True)
    assert (len(ds.PixelData), ds.Rows * ds.Columns, str(ds.PatientName)) == (4096, 4096, TEST_PATIENT)
