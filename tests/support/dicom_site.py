"""A site in memory that holds real DICOM files, so that a viewer finds studies, series, instances and their bytes."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pydicom.dataset import Dataset
from pydicom.filereader import dcmread

from pacsdesk.contract.records.archive import Instance, Series, Study
from pacsdesk.contract.types import (
    SeriesInstanceUID,
    SOPClassUID,
    SOPInstanceUID,
    StudyInstanceUID,
    TransferSyntaxUID,
)
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

_FALLBACK = "2.25.77"  # files that lack a UID get one below this


def site_of_files(paths: Iterable[Path]) -> FakeSite:
    """A site with these files, in the order given; each file's elements say where it belongs."""
    studies: dict[str, Study] = {}
    series: dict[str, Series] = {}
    instances: list[Instance] = []
    content: dict[str, bytes] = {}
    for number, path in enumerate(paths):
        ds = dcmread(path, stop_before_pixels=True, force=True)
        study = _study(ds, number)
        studies.setdefault(study.study_instance_uid, study)
        one = _series(ds, study, number)
        counted = series.setdefault(one.series_instance_uid, one)
        series[one.series_instance_uid] = replace(counted, number_of_instances=counted.number_of_instances + 1)
        instance = _instance(ds, one, number, path.stat().st_size)
        instances.append(instance)
        content[f"instance/{instance.sop_instance_uid}"] = path.read_bytes()
    instances.sort(key=lambda one: (one.instance_number is None, one.instance_number or 0))
    site = FakeSite(studies.values(), series.values(), instances)
    site.bytes.update(content)
    return site


def _uid(ds: Dataset, keyword: str, number: int) -> str:
    return str(ds.get(keyword) or f"{_FALLBACK}.{number + 1}")


def _whole(ds: Dataset, keyword: str, default: int) -> int:
    value = ds.get(keyword)
    return int(value) if str(value or "").strip().isdigit() else default


def _study(ds: Dataset, number: int) -> Study:
    return Study(
        study_instance_uid=StudyInstanceUID(_uid(ds, "StudyInstanceUID", number)),
        patient_id=str(ds.get("PatientID", "")),
        issuer_of_patient_id="",
        patient_name=str(ds.get("PatientName", "")),
        patient_birth_date=str(ds.get("PatientBirthDate", "")),
        patient_sex=str(ds.get("PatientSex", "")),
        study_date=str(ds.get("StudyDate", "")),
        study_time=str(ds.get("StudyTime", "")),
        study_id=str(ds.get("StudyID", "")),
        accession_number=str(ds.get("AccessionNumber", "")),
        study_description=str(ds.get("StudyDescription", "")),
        referring_physician_name="",
        modalities_in_study=(str(ds.get("Modality", "OT")),),
        number_of_series=1,
        number_of_instances=1,
        number_of_conflicts=0,
        number_of_unreadable=0,
        size_bytes=0,
        first_received_at=NOW,
        last_received_at=NOW,
        sending_ae_title="CT01",
    )


def _series(ds: Dataset, study: Study, number: int) -> Series:
    return Series(
        series_instance_uid=SeriesInstanceUID(_uid(ds, "SeriesInstanceUID", number)),
        study_instance_uid=study.study_instance_uid,
        modality=str(ds.get("Modality", "OT")),
        series_number=_whole(ds, "SeriesNumber", number),
        series_description=str(ds.get("SeriesDescription", "")),
        body_part_examined="",
        protocol_name="",
        series_date="",
        series_time="",
        number_of_instances=0,
        size_bytes=0,
    )


def _instance(ds: Dataset, series: Series, number: int, size: int) -> Instance:
    return Instance(
        sop_instance_uid=SOPInstanceUID(_uid(ds, "SOPInstanceUID", number)),
        series_instance_uid=series.series_instance_uid,
        study_instance_uid=series.study_instance_uid,
        sop_class_uid=SOPClassUID(str(ds.get("SOPClassUID") or "1.2.840.10008.5.1.4.1.1.7")),
        transfer_syntax_uid=TransferSyntaxUID("1.2.840.10008.1.2"),
        instance_number=_whole(ds, "InstanceNumber", number),
        number_of_frames=_whole(ds, "NumberOfFrames", 1),
        rows=_whole(ds, "Rows", 0),
        columns=_whole(ds, "Columns", 0),
        size_bytes=size,
        digest="",
        unreadable="",
        received_at=NOW,
        sending_ae_title="CT01",
    )
