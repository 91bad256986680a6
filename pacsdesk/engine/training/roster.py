"""The classroom's people and devices: names that nobody has, in the scripts and lengths that programs stumble over.

Every surname says in its language that it is made up: phantom, sample, Muster, specimen.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, time, timedelta

from pydicom.dataset import Dataset

PATIENT_ISSUER = "CLASSROOM"
INSTITUTION = "PACSDesk Classroom"


@dataclass(frozen=True, slots=True)
class InventedPatient:
    """A person who never was. charset: values of Specific Character Set (0008,0005), () for the default repertoire."""

    number: int
    name: str
    sex: str
    age: int
    charset: tuple[str, ...] = ()

    @property
    def patient_id(self) -> str:
        """Its ID at the classroom."""
        return f"CLASS-{self.number:04}"


# A new patient: one line with a number not used so far; UIDs derive from it, so no number is ever used again.
AMBER = InventedPatient(1, "PHANTOM^AMBER", "F", 54)
BASIL = InventedPatient(2, "PHANTOM^BASIL^Q^DR^III", "M", 67)
CORAL = InventedPatient(3, "PHANTOM^CORAL", "F", 31)
DAMSON = InventedPatient(4, "PHANTOM^DAMSON", "M", 78)
HANAKO = InventedPatient(5, "MIHON^Hanako=見本^花子=みほん^はなこ", "F", 45, ("", "ISO 2022 IR 87"))
XIAOMING = InventedPatient(6, "YANGBEN^Xiaoming=样本^小明", "M", 23, ("GB18030",))
AYNA = InventedPatient(7, "عينة^تجريبية", "F", 38, ("ISO_IR 192",))
MUSTER = InventedPatient(8, "MÜSTERMANN-PRÜFLING^Jörg^^Dr.", "M", 59, ("ISO_IR 100",))
LONGEST = InventedPatient(9, "PHANTOM-FEATHERSTONE-OF-THE-NORTH-MARCHES^MAXIMILIAN-ALBERIC", "M", 82)
DEIGMA = InventedPatient(10, "ΔΕΙΓΜΑ^Νίκος", "M", 47, ("ISO_IR 126",))
ECRU = InventedPatient(11, "PHANTOM^ECRU", "O", 0)
GHOST = InventedPatient(12, "PHANTOM", "", 19)

PATIENTS = (AMBER, BASIL, CORAL, DAMSON, HANAKO, XIAOMING, AYNA, MUSTER, LONGEST, DEIGMA, ECRU, GHOST)


@dataclass(frozen=True, slots=True)
class Visit:
    """A study of an invented patient. day: when; sender: the AE title that it seems to come from.

    not_after: the time by which it has begun, on the day on which it is made up.
    """

    number: int
    patient: InventedPatient
    modality: str
    description: str
    day: date
    body_part: str
    not_after: time = time.max

    @property
    def sender(self) -> str:
        """The AE title of the invented device."""
        return f"{self.modality}_CLASS"

    @property
    def begins_at(self) -> time:
        """In the morning or the early afternoon; earlier when that is still to come."""
        planned = time(8 + self.number % 8, 7 * self.number % 60)
        if planned < self.not_after:
            return planned
        minutes = (60 * self.not_after.hour + self.not_after.minute) * (1 + self.number % 8) // 10
        return time(minutes // 60, minutes % 60)

    @property
    def study_instance_uid(self) -> str:
        """Always the same for the same visit."""
        return invented_uid("study", self.number)


def invented_uid(*parts: str | int) -> str:
    """A UID that is always the same for the same parts (PS3.5 B.2: 2.25 and a number of 128 bits)."""
    digest = hashlib.sha256("/".join(("pacsdesk-classroom", *map(str, parts))).encode()).digest()
    return f"2.25.{int.from_bytes(digest[:16], 'big')}"


def identified(visit: Visit, series_number: int, instance_number: int, sop_class_uid: str) -> Dataset:
    """A dataset with patient, study, series and SOP Common modules filled in; the caller adds what it shows."""
    patient = visit.patient
    ds = Dataset()
    if patient.charset:
        ds.SpecificCharacterSet = list(patient.charset) if len(patient.charset) > 1 else patient.charset[0]
    ds.SOPClassUID = sop_class_uid
    ds.SOPInstanceUID = invented_uid("instance", visit.number, series_number, instance_number)
    ds.StudyInstanceUID = visit.study_instance_uid
    ds.SeriesInstanceUID = invented_uid("series", visit.number, series_number)
    ds.PatientName = patient.name
    ds.PatientID = patient.patient_id
    ds.IssuerOfPatientID = PATIENT_ISSUER
    ds.PatientBirthDate = _born(patient, visit.day)
    ds.PatientSex = patient.sex
    ds.PatientAge = f"{patient.age:03}Y"
    ds.StudyDate = ds.SeriesDate = ds.ContentDate = visit.day.strftime("%Y%m%d")
    ds.StudyTime = visit.begins_at.strftime("%H%M%S")
    ds.SeriesTime = ds.ContentTime = visit.begins_at.replace(second=series_number % 60).strftime("%H%M%S")
    ds.AccessionNumber = f"CL{visit.number:06}"
    ds.StudyID = str(visit.number)
    ds.StudyDescription = visit.description
    ds.ReferringPhysicianName = "TEACHER^INVENTED"
    ds.Modality = visit.modality
    ds.SeriesNumber = series_number
    ds.InstanceNumber = instance_number
    ds.BodyPartExamined = visit.body_part
    ds.Manufacturer = "PACSDesk"
    ds.InstitutionName = INSTITUTION
    ds.StationName = visit.sender
    return ds


def _born(patient: InventedPatient, day: date) -> str:
    """A birth date that fits the age at the visit; the patient without sex has none either."""
    if not patient.sex:
        return ""
    return (day - timedelta(days=round(patient.age * 365.25) + 10 * patient.number)).strftime("%Y%m%d")
