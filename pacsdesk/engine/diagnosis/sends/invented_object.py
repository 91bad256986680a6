"""The test object: a small secondary capture of an invented patient, under UIDs that nobody has."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from uuid import UUID

from pydicom import dcmwrite
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, SecondaryCaptureImageStorage

from pacsdesk.contract.records.sends import TEST_PATIENT, TestObjectUids
from pacsdesk.contract.types import SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.network.scu.identifiers import invented_uid

_PATIENT_ID = "PACSDESK-TEST"
_SIDE = 64  # pixels


@dataclass(frozen=True, slots=True)
class InventedObject:
    """content: a Part 10 file."""

    content: bytes
    uids: TestObjectUids


def invented_object(at: datetime, new_id: Callable[[], UUID]) -> InventedObject:
    """A fresh one, dated at this moment."""
    uids = TestObjectUids(
        _PATIENT_ID,
        StudyInstanceUID(invented_uid(new_id())),
        SeriesInstanceUID(invented_uid(new_id())),
        SOPInstanceUID(invented_uid(new_id())),
    )
    ds = _described(uids, at.astimezone())
    ds.file_meta = FileMetaDataset()
    ds.file_meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    ds.file_meta.MediaStorageSOPInstanceUID = UID(uids.sop_instance_uid)
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.file_meta.ImplementationClassUID = UID(IMPLEMENTATION_CLASS_UID)
    ds.file_meta.ImplementationVersionName = IMPLEMENTATION_VERSION_NAME
    buffer = BytesIO()
    dcmwrite(buffer, ds, enforce_file_format=True)
    return InventedObject(buffer.getvalue(), uids)


def _described(uids: TestObjectUids, at: datetime) -> Dataset:
    """PS3.3 A.8.1, all that it wants and no more."""
    ds = Dataset()
    ds.SOPClassUID = SecondaryCaptureImageStorage
    ds.SOPInstanceUID = str(uids.sop_instance_uid)
    ds.StudyInstanceUID, ds.SeriesInstanceUID = str(uids.study_instance_uid), str(uids.series_instance_uid)
    ds.StudyDate = ds.SeriesDate = ds.ContentDate = f"{at:%Y%m%d}"
    ds.StudyTime = ds.SeriesTime = ds.ContentTime = f"{at:%H%M%S}"
    ds.AccessionNumber = ds.ReferringPhysicianName = ds.PatientBirthDate = ds.PatientSex = ""
    ds.PatientName, ds.PatientID = TEST_PATIENT, uids.patient_id
    ds.StudyID, ds.SeriesNumber, ds.InstanceNumber = "TEST", 1, 1
    ds.StudyDescription, ds.SeriesDescription = "Test by PACSDesk, to be removed", "Test object"
    ds.Modality, ds.ConversionType = "OT", "SYN"
    ds.Manufacturer, ds.PatientOrientation = "PACSDesk", ""
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    ds.Rows = ds.Columns = _SIDE
    ds.BitsAllocated = ds.BitsStored = 8
    ds.HighBit, ds.PixelRepresentation = 7, 0
    ds.PixelData = bytes((row * 2 + column * 2) % 256 for row in range(_SIDE) for column in range(_SIDE))
    ds["PixelData"].VR = "OB"
    return ds
