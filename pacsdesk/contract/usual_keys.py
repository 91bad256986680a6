"""The keys that a list of each level usually shows, and those that say which patient, study or series is meant."""

from collections.abc import Mapping
from types import MappingProxyType

from pacsdesk.contract.types import QueryLevel

_PATIENT = ("PatientName", "PatientID")
_STEP = (
    "Modality",
    "ScheduledStationAETitle",
    "ScheduledProcedureStepStartDate",
    "ScheduledProcedureStepStartTime",
    "ScheduledProcedureStepDescription",
)

USUAL_KEYS: Mapping[QueryLevel | None, tuple[str, ...]] = MappingProxyType(
    {
        QueryLevel.PATIENT: (*_PATIENT, "PatientBirthDate", "PatientSex", "NumberOfPatientRelatedStudies"),
        QueryLevel.STUDY: (
            *_PATIENT,
            "StudyDate",
            "StudyTime",
            "ModalitiesInStudy",
            "AccessionNumber",
            "StudyDescription",
            "NumberOfStudyRelatedInstances",
            "StudyInstanceUID",
        ),
        QueryLevel.SERIES: (
            "Modality",
            "SeriesNumber",
            "SeriesDescription",
            "NumberOfSeriesRelatedInstances",
            "SeriesInstanceUID",
        ),
        QueryLevel.IMAGE: ("InstanceNumber", "SOPClassUID", "SOPInstanceUID"),
        None: (
            *_PATIENT,
            "AccessionNumber",
            "RequestedProcedureDescription",
            *(f"ScheduledProcedureStepSequence.{name}" for name in _STEP),
        ),
    }
)
"""What is asked for beside the keys that a person gives; None: a worklist."""

UNIQUE_KEYS: Mapping[QueryLevel, str] = MappingProxyType(
    {
        QueryLevel.PATIENT: "PatientID",
        QueryLevel.STUDY: "StudyInstanceUID",
        QueryLevel.SERIES: "SeriesInstanceUID",
        QueryLevel.IMAGE: "SOPInstanceUID",
    }
)
"""Of each level the one key that tells its entities apart (PS3.4 C.6.1.1, C.6.2.1)."""
