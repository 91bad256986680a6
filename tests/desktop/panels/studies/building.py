"""Studies by the number, a site with a million that exist only when looked at, and ears for what a panel says."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.records.archive import Conflict, Series, Study, StudyQuery
from pacsdesk.contract.records.jobs import JobResult, JobState
from pacsdesk.contract.records.paging import Page
from pacsdesk.contract.types import JobId, SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.studies.transfers import Report
from pacsdesk.link.client import Client
from tests.support.fake_archive import FakeStudies
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW, make_job

NAMES = (
    "SMITH^Anna",
    "Yamada^Tarou=山田^太郎",
    "محمد^أحمد",
    "GARCÍA LÓPEZ^María José",
    "王^小东=王^小東",
    "OKAFOR^Chidi",
)
MODALITIES = (("CT",), ("MR",), ("CT", "SR"), ("US",), ("DX",), ("MG", "PR"))
DESCRIPTIONS = (
    "Head without contrast",
    "Knee left",
    "Chest, abdomen, pelvis",
    "Thyroid",
    "Hand two views",
    "Screening",
)


def study_uid(number: int) -> StudyInstanceUID:
    """The UID of the n-th study."""
    return StudyInstanceUID(f"1.2.826.0.1.3680043.2.{number + 1000}")


def make_study(number: int, **changes: object) -> Study:
    """The n-th study, the older the higher the number."""
    received = NOW - timedelta(minutes=7 * number)
    study = Study(
        study_instance_uid=study_uid(number),
        patient_id=f"P{10000 + number}",
        issuer_of_patient_id="",
        patient_name=NAMES[number % len(NAMES)],
        patient_birth_date=f"19{50 + number % 50:02}0{1 + number % 9}1{number % 10}",
        patient_sex="FM"[number % 2],
        study_date=received.strftime("%Y%m%d"),
        study_time=received.strftime("%H%M%S"),
        study_id=str(number),
        accession_number=f"A{700000 + number}",
        study_description=DESCRIPTIONS[number % len(DESCRIPTIONS)],
        referring_physician_name="HOUSE^Gregory",
        modalities_in_study=MODALITIES[number % len(MODALITIES)],
        number_of_series=2,
        number_of_instances=28 + number % 400,
        number_of_conflicts=0,
        number_of_unreadable=0,
        size_bytes=526_000 * (28 + number % 400),
        first_received_at=received - timedelta(minutes=2),
        last_received_at=received,
        sending_ae_title=("CT01", "MR02", "US-ROOM-3")[number % 3],
    )
    return replace(study, **changes)  # type: ignore[arg-type]  # the caller names fields of Study


def make_series(study: Study, number: int, description: str = "Axial 5 mm") -> Series:
    """The n-th series of a study."""
    return Series(
        series_instance_uid=SeriesInstanceUID(f"{study.study_instance_uid}.{number}"),
        study_instance_uid=study.study_instance_uid,
        modality=study.modalities_in_study[0],
        series_number=number,
        series_description=description,
        body_part_examined="HEAD",
        protocol_name="",
        series_date=study.study_date,
        series_time=study.study_time,
        number_of_instances=14,
        size_bytes=7_300_000,
    )


def make_conflict(number: int, study: Study) -> Conflict:
    """The n-th conflict."""
    return Conflict(
        conflict_id=f"conflict-{number}",
        sop_instance_uid=SOPInstanceUID(f"{study.study_instance_uid}.1.{number}"),
        study_instance_uid=study.study_instance_uid,
        patient_name=study.patient_name,
        patient_id=study.patient_id,
        first_received_at=NOW - timedelta(hours=3),
        first_sending_ae_title="CT01",
        first_size_bytes=526_000,
        second_received_at=NOW - timedelta(minutes=3),
        second_sending_ae_title="ARCHIVE2",
        second_size_bytes=525_812,
        differences=("PatientName: SMITH^Anna / SMYTH^Anna", "PatientBirthDate: 19610412 / 19610421"),
    )


def make_site(count: int) -> FakeSite:
    """A site with that many studies of two series each."""
    studies = [make_study(number) for number in range(count)]
    series = [make_series(study, number) for study in studies for number in (1, 2)]
    return FakeSite(studies=studies, series=series)


class CountlessStudies(FakeStudies):
    """So many studies that nobody could hold them: each is made when its page is asked for. Keys are places."""

    def __init__(self, site: FakeSite, count: int) -> None:
        super().__init__(site)
        self.count = count
        self.queries: list[StudyQuery] = []

    def search(self, query: StudyQuery) -> Page[Study]:
        """A page of the numbers from 0 on."""
        self.site.enter("studies.search")
        self.queries.append(query)
        start = int(query.page.after_key or 0) + query.page.skip
        end = min(start + query.page.limit, self.count)
        items = tuple(make_study(number) for number in range(start, end))
        return Page(items, str(end) if end < self.count else "", self.count if query.page.count else None)

    def get(self, study_instance_uid: StudyInstanceUID) -> Study:
        """The study of that number."""
        self.site.enter("studies.get")
        number = int(study_instance_uid.rsplit(".", 1)[1]) - 1000
        if number >= self.count:
            raise NotFound("There is no such study.")
        return make_study(number)


@dataclass
class HeardNotices:
    """What was said to the person."""

    said: list[str] = field(default_factory=list)
    undos: list[Callable[[], None]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    failures: list[PacsDeskError] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.said.append(text)

    def say_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        self.said.append(text)
        self.undos.append(undo)

    def warn(self, text: str, detail: str = "") -> None:
        self.warnings.append((text, detail))

    def fail(self, error: PacsDeskError) -> None:
        self.failures.append(error)


@dataclass
class TrayLine:
    """A line in the job tray."""

    title: str
    reports: list[tuple[int, int, str]] = field(default_factory=list)
    ending: str = ""
    state: JobState | None = JobState.RUNNING

    def report(self, done: int, total: int, note: str = "") -> None:
        self.reports.append((done, total, note))

    def finish(self, text: str, state: JobState = JobState.DONE) -> None:
        self.ending, self.state = text, state

    def give_over(self) -> None:
        self.state = None


@dataclass
class HeardTray:
    """The job tray's lines."""

    lines: list[TrayLine] = field(default_factory=list)

    def begin(self, title: str, instead_of: JobId | None = None) -> TrayLine:
        self.lines.append(TrayLine(title))
        return self.lines[-1]

    def show_failed(self) -> None:
        """This panel never asks for it."""


@dataclass
class HeardNavigator:
    """Where the panel asked to go."""

    visited: list[Destination] = field(default_factory=list)

    def go(self, destination: Destination) -> None:
        self.visited.append(destination)


@dataclass
class AnsweringAsker:
    """File dialogs whose answers were given beforehand."""

    chosen_files: list[Path] = field(default_factory=list)
    chosen_folder: Path = Path()
    chosen_zip: Path = Path()
    proposed: str = ""

    def files(self, parent: QWidget, on_chosen: Callable[[list[Path]], None]) -> None:
        on_chosen(self.chosen_files)

    def folder(self, parent: QWidget, title: str, on_chosen: Callable[[Path], None]) -> None:
        on_chosen(self.chosen_folder)

    def zip_target(self, parent: QWidget, file_name: str, on_chosen: Callable[[Path], None]) -> None:
        self.proposed = file_name
        on_chosen(self.chosen_zip)


class SentFiles:
    """Stands for the link's sending and unpacking of files."""

    def __init__(self, site: FakeSite) -> None:
        self._site = site
        self.sent: list[tuple[Path, ...]] = []
        self.unpacked: Counter[Path] = Counter()
        self.result = JobResult("1 instance stored")

    def send(self, client: Client, title: str, paths: Sequence[Path], report: Report) -> JobId:
        self.sent.append(tuple(paths))
        report(1, 1, "")
        self._site.enter("transfer.start_import")
        self._site.put_job(replace(make_job("job-sent", title, JobState.DONE), result=self.result))
        return JobId("job-sent")

    def unpack(self, archive: Path, folder: Path) -> None:
        assert archive.read_bytes()
        folder.mkdir()
        self.unpacked[folder] += 1


def make_preferences(folder: Path) -> QSettings:
    """A preferences file of its own."""
    return QSettings(str(folder / "desktop.ini"), QSettings.Format.IniFormat)
