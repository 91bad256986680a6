"""Which keys the form offers at each level, and what they are called there."""

from pacsdesk.contract.records.queries import QueryModel
from pacsdesk.contract.types import QueryLevel
from pacsdesk.desktop.kit.translation import marked, translate

_STEP = "ScheduledProcedureStepSequence."
_OFFERED = {
    QueryLevel.PATIENT: ("PatientName", "PatientID", "PatientBirthDate", "PatientSex"),
    QueryLevel.STUDY: (
        "PatientName",
        "PatientID",
        "StudyDate",
        "ModalitiesInStudy",
        "AccessionNumber",
        "StudyDescription",
        "StudyInstanceUID",
    ),
    QueryLevel.SERIES: ("StudyInstanceUID", "Modality", "SeriesNumber", "SeriesDescription", "SeriesInstanceUID"),
    QueryLevel.IMAGE: ("StudyInstanceUID", "SeriesInstanceUID", "InstanceNumber", "SOPClassUID", "SOPInstanceUID"),
    None: (
        f"{_STEP}ScheduledProcedureStepStartDate",
        f"{_STEP}Modality",
        f"{_STEP}ScheduledStationAETitle",
        "PatientName",
        "PatientID",
        "AccessionNumber",
    ),
}
_NAMES = {
    "PatientName": marked("Query", "Patient name"),
    "PatientID": marked("Query", "Patient ID"),
    "PatientBirthDate": marked("Query", "Birth date"),
    "PatientSex": marked("Query", "Sex"),
    "NumberOfPatientRelatedStudies": marked("Query", "Studies"),
    "StudyDate": marked("Query", "Study date"),
    "StudyTime": marked("Query", "Study time"),
    "ModalitiesInStudy": marked("Query", "Modalities"),
    "AccessionNumber": marked("Query", "Accession number"),
    "StudyDescription": marked("Query", "Study description"),
    "NumberOfStudyRelatedInstances": marked("Query", "Images"),
    "StudyInstanceUID": marked("Query", "Study Instance UID"),
    "Modality": marked("Query", "Modality"),
    "SeriesNumber": marked("Query", "Series number"),
    "SeriesDescription": marked("Query", "Series description"),
    "NumberOfSeriesRelatedInstances": marked("Query", "Images"),
    "SeriesInstanceUID": marked("Query", "Series Instance UID"),
    "InstanceNumber": marked("Query", "Instance number"),
    "SOPClassUID": marked("Query", "SOP Class UID"),
    "SOPInstanceUID": marked("Query", "SOP Instance UID"),
    "RequestedProcedureDescription": marked("Query", "Requested procedure"),
    "ScheduledStationAETitle": marked("Query", "Station AE title"),
    "ScheduledProcedureStepStartDate": marked("Query", "Scheduled date"),
    "ScheduledProcedureStepStartTime": marked("Query", "Scheduled time"),
    "ScheduledProcedureStepDescription": marked("Query", "Scheduled step"),
}
_MODELS = {
    QueryModel.STUDY_ROOT: marked("Query", "Study root"),
    QueryModel.PATIENT_ROOT: marked("Query", "Patient root"),
    QueryModel.WORKLIST: marked("Query", "Worklist"),
}
_LEVELS = {
    QueryLevel.PATIENT: marked("Query", "Patients"),
    QueryLevel.STUDY: marked("Query", "Studies"),
    QueryLevel.SERIES: marked("Query", "Series"),
    QueryLevel.IMAGE: marked("Query", "Images"),
}


def offered_keys(model: QueryModel, level: QueryLevel | None) -> tuple[str, ...]:
    """In the order of the form. Below the first level of the patient root its unique key comes first."""
    names = _OFFERED[level]
    needs_patient = model is QueryModel.PATIENT_ROOT and "PatientID" not in names
    return ("PatientID", *names) if needs_patient else names


def name_of_key(name: str, keyword: str = "") -> str:
    """What a key is called; the standard's own keyword for those that the form has no word for."""
    last = name.rpartition(".")[2]
    return translate("Query", _NAMES[last]) if last in _NAMES else keyword or last


def model_words(model: QueryModel) -> str:
    """What is asked."""
    return translate("Query", _MODELS[model])


def level_words(level: QueryLevel) -> str:
    """What the answers are."""
    return translate("Query", _LEVELS[level])
