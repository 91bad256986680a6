"""Invented patients for tests and screenshots: names of many scripts and lengths, always the same ones."""

from datetime import timedelta

from pacsdesk.contract.records.archive import Instance, Series, Source, Study
from pacsdesk.contract.types import (
    SeriesInstanceUID,
    SOPClassUID,
    SOPInstanceUID,
    StudyInstanceUID,
    TransferSyntaxUID,
)
from tests.support.fake_state import NOW

ROOT_UID = "2.25.1000"

NAMES = (
    "DOE^JANE^Q",
    "Müller-Lüdenscheidt^Karl-Heinz^^Dr.",
    "Yamada^Tarou=山田^太郎=やまだ^たろう",
    "محمد^عبد الرحمن",
    "Wang^XiaoDong=王^小東",
    "Featherstonehaugh-Cholmondeley^Bartholomew Maximilian Alexander^of the Northern Marches",
    "NO CARETS AT ALL",
    "<b>BOLD</b>^<script>alert(1)</script>",
    "Hong^Gildong=洪^吉洞=홍^길동",
    "Αγγελόπουλος^Νίκος",
)
KINDS = (
    ("CT", "CT head without contrast", 2, 312),
    ("MR", "MR brain with and without gadolinium, epilepsy protocol", 9, 1842),
    ("US", "Abdomen", 1, 24),
    ("CR", "Chest PA and lateral", 2, 2),
    ("MG", "Screening", 4, 4),
    ("SR", "Dose report", 1, 1),
)


def make_study(number: int, **changes: object) -> Study:
    """The study of this number; changes replace single fields."""
    modality, description, series_count, images = KINDS[number % len(KINDS)]
    received = NOW - timedelta(minutes=37 * number)
    fields: dict[str, object] = {
        "study_instance_uid": StudyInstanceUID(f"{ROOT_UID}.{number}"),
        "patient_id": f"P{100_000 + number}",
        "issuer_of_patient_id": "",
        "patient_name": NAMES[number % len(NAMES)],
        "patient_birth_date": f"{1930 + number % 80}0{1 + number % 9}1{number % 10}",
        "patient_sex": "FMO"[number % 3],
        "study_date": received.strftime("%Y%m%d"),
        "study_time": received.strftime("%H%M%S"),
        "study_id": str(number),
        "accession_number": f"A{2_026_000 + number}",
        "study_description": description,
        "referring_physician_name": "Gray^Meredith",
        "modalities_in_study": (modality,),
        "number_of_series": series_count,
        "number_of_instances": images,
        "number_of_conflicts": 1 if number % 13 == 4 else 0,
        "number_of_unreadable": 1 if number % 17 == 5 else 0,
        "size_bytes": images * 526_000,
        "first_received_at": received - timedelta(minutes=2),
        "last_received_at": received,
        "sending_ae_title": f"{modality}01",
    }
    return Study(**(fields | changes))  # type: ignore[arg-type]  # the fields are spelled out above


def demo_studies(count: int) -> list[Study]:
    """This many studies, newest first."""
    return [make_study(number) for number in range(count)]


def demo_series(studies: list[Study]) -> list[Series]:
    """The series of these studies."""
    return [
        Series(
            series_instance_uid=SeriesInstanceUID(f"{study.study_instance_uid}.{number}"),
            study_instance_uid=study.study_instance_uid,
            modality=study.modalities_in_study[0],
            series_number=number,
            series_description=("Scout", "Axial 5 mm", "Axial 0.6 mm bone", "Coronal")[number % 4],
            body_part_examined="HEAD",
            protocol_name="Routine",
            series_date=study.study_date,
            series_time=study.study_time,
            number_of_instances=study.number_of_instances // study.number_of_series,
            size_bytes=study.size_bytes // study.number_of_series,
        )
        for study in studies
        for number in range(1, study.number_of_series + 1)
    ]


def make_instance(series: Series, number: int, **changes: object) -> Instance:
    """The instance of this number in a series."""
    fields: dict[str, object] = {
        "sop_instance_uid": SOPInstanceUID(f"{series.series_instance_uid}.{number}"),
        "series_instance_uid": series.series_instance_uid,
        "study_instance_uid": series.study_instance_uid,
        "sop_class_uid": SOPClassUID("1.2.840.10008.5.1.4.1.1.2"),
        "transfer_syntax_uid": TransferSyntaxUID("1.2.840.10008.1.2.1"),
        "instance_number": number,
        "number_of_frames": 1,
        "rows": 512,
        "columns": 512,
        "size_bytes": 526_000,
        "digest": f"{number:064x}",
        "unreadable": "",
        "received_at": NOW,
        "sending_ae_title": "CT01",
    }
    return Instance(**(fields | changes))  # type: ignore[arg-type]  # the fields are spelled out above


def demo_sources() -> list[Source]:
    """Senders, the last one silent for days."""
    return [
        Source("CT01", NOW - timedelta(minutes=3), 48_210),
        Source("MR01", NOW - timedelta(minutes=41), 121_904),
        Source("US_ROOM_4", NOW - timedelta(hours=5), 3_120),
        Source("MAMMO_BUILDING_B", NOW - timedelta(days=6), 812),
    ]
