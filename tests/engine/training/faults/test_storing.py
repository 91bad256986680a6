"""Faults of C-STORE: each status as the caller gets it, and where objects are afterwards."""

import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, SecondaryCaptureImageStorage
from pynetdicom.association import Association

from pacsdesk.engine.training.faults.manner import FIND, STORAGE
from pacsdesk.engine.training.faults.storing import STORING
from tests.engine.training.faults.calling import associated, found, keys, running

_STUDY = "2.25.4711"
_ANSWERED = [fault.id for fault in STORING if fault.id.startswith("store-")]
_REFUSED = [one for one in _ANSWERED if not one.startswith("store-b")]


def small_image(number: int = 1, pixels: int = 64) -> Dataset:
    """An invented secondary capture of a square number of pixels."""
    ds = Dataset()
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.SOPClassUID = SecondaryCaptureImageStorage
    ds.SOPInstanceUID, ds.SeriesInstanceUID, ds.StudyInstanceUID = f"{_STUDY}.1.{number}", f"{_STUDY}.1", _STUDY
    ds.PatientName, ds.PatientID = "PHANTOM^SENT", "SENT-1"
    ds.InstanceNumber = number
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    ds.Rows = ds.Columns = int(pixels**0.5)
    ds.BitsAllocated = ds.BitsStored = 8
    ds.HighBit, ds.PixelRepresentation = 7, 0
    ds.PixelData = bytes(ds.Rows * ds.Columns)
    return ds


def by_study(association: Association) -> list[Dataset]:
    """What the peer finds of the study that was sent."""
    return found(association, keys(StudyInstanceUID=_STUDY))[1]


@pytest.mark.parametrize("fault_id", _ANSWERED)
def test_an_object_is_answered_by_its_status(fault_id: str) -> None:
    with running(fault_id) as fault, associated(fault, *STORAGE) as association:
        assert association.send_c_store(small_image()).Status == int(fault_id.removeprefix("store-"), 16)


@pytest.mark.parametrize("fault_id", _REFUSED)
def test_what_is_refused_is_not_kept(fault_id: str) -> None:
    with running(fault_id) as fault, associated(fault, FIND[1], *STORAGE) as association:
        association.send_c_store(small_image())
        assert by_study(association) == []


def test_a_reason_comes_as_a_comment() -> None:
    with running("store-a700") as fault, associated(fault, *STORAGE) as association:
        assert association.send_c_store(small_image()).ErrorComment == "Disk usage above high watermark"


def test_a_healthy_peer_keeps_what_it_is_sent() -> None:
    with running("healthy") as fault, associated(fault, FIND[1], *STORAGE) as association:
        assert association.send_c_store(small_image()).Status == 0
        assert [answer.PatientID for answer in by_study(association)] == ["SENT-1"]


def test_what_is_warned_of_is_kept() -> None:
    with running("store-b006") as fault, associated(fault, FIND[1], *STORAGE) as association:
        association.send_c_store(small_image())
        assert len(by_study(association)) == 1


def test_what_is_stored_cannot_be_found() -> None:
    with running("stored-and-not-found") as fault, associated(fault, FIND[1], *STORAGE) as association:
        assert association.send_c_store(small_image()).Status == 0
        assert by_study(association) == []


def test_what_is_stored_is_under_another_patient() -> None:
    with running("stored-under-another-patient") as fault, associated(fault, FIND[1], *STORAGE) as association:
        assert association.send_c_store(small_image()).Status == 0
        assert [answer.PatientID for answer in by_study(association)] == ["CLASS-0012"]


def test_what_is_stored_falls_into_pieces() -> None:
    with running("stored-in-pieces") as fault, associated(fault, FIND[1], *STORAGE) as association:
        assert [association.send_c_store(small_image(number)).Status for number in (1, 2)] == [0, 0]
        assert by_study(association) == []
        assert len({one.StudyInstanceUID for one in found(association, keys(PatientID="SENT-1"))[1]}) == 2
