"""Asks each archive for the same studies with DCMTK's findscu in turns: all 20,000, one, a beginning, some days.

Beside each series of queries stands one that costs as much outside of what is measured, and is taken off round by
round: a single query, so that the start of findscu and its association do not count; or as many queries that match
nothing, so that the answers alone do.
"""

import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, SecondaryCaptureImageStorage

from tests.bench.peers import ARCHIVES, ORTHANC, PACSDESK, Archive
from tests.bench.report import Figure
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

STUDIES = 20_000
ROUNDS = 9

_RETURNED = (
    *("StudyInstanceUID", "PatientName", "PatientID", "StudyDate", "StudyTime", "AccessionNumber"),
    *("StudyDescription", "ModalitiesInStudy", "PatientBirthDate", "PatientSex", "ReferringPhysicianName", "StudyID"),
)
NOTHING = "PatientID=NOBODY"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. matching: how many studies match. times: so many queries on one association are one round, since
    a single one is lost among the starts of processes."""

    measurement: str
    key: str
    matching: int
    times: int


QUESTIONS = (
    Question("find, all studies", "", STUDIES, 1),
    Question("find, exact key", "PatientID=P007777", 1, 200),
    Question("find, prefix", "PatientName=N0777*", 10, 200),
    Question("find, date range", "StudyDate=20260101-20260107", STUDIES // 1000 * 7, 20),
)

# seconds that it takes to ask for a key so many times
Ask = Callable[[str, int], float]


def measure(folder: Path) -> list[Figure]:
    """Milliseconds that each query takes at the archive, `ROUNDS` times in turns."""
    files = folder / "studies"
    make_studies(files, STUDIES)
    with ExitStack() as running:
        archives = {name: running.enter_context(begin(folder / name)) for name, begin in ARCHIVES.items()}
        for archive in archives.values():
            store(files, archive)
        return [figure for question in QUESTIONS for figure in _figures(question, archives)]


def _figures(question: Question, archives: dict[str, Archive]) -> list[Figure]:
    whole: dict[str, list[float]] = {name: [] for name in archives}
    answers: dict[str, list[float]] = {name: [] for name in archives}
    for archive in archives.values():
        check(archive, question.key, question.matching)
        seconds(archive, question.key, question.times)  # what is read now stays in memory for all rounds
    for _ in range(ROUNDS):
        for name, archive in archives.items():
            one, other = paired(question, partial(seconds, archive))
            whole[name].append(one)
            answers[name].append(other)
    return [
        Figure(measurement, name, "ms", tuple(rounds[name]), compared_with=ORTHANC if name == PACSDESK else "")
        for measurement, rounds in ((question.measurement, whole), (f"{question.measurement} (answers alone)", answers))
        for name in archives
    ]


def paired(question: Question, ask: Ask) -> tuple[float, float]:
    """Milliseconds of one query as a whole, and of its answers alone; each the difference of neighbours in time.

    A query as a whole has the caller's own time in it, which is the same for every archive.
    """
    single = ask(NOTHING, 1)
    asked = ask(question.key, question.times)
    nothing = ask(NOTHING, question.times)
    if question.times == 1:
        return (asked - single) * 1000, (asked - nothing) * 1000
    return (asked - single) * 1000 / (question.times - 1), (asked - nothing) * 1000 / question.times


def seconds(archive: Archive, key: str, times: int) -> float:
    """How long findscu takes to ask so many times over one association, printing nothing."""
    begin = time.perf_counter()
    done = _findscu(archive, key, "--repeat", str(times))
    taken = time.perf_counter() - begin
    if done.returncode != 0:
        raise RuntimeError(f"{archive.ae_title} did not answer: {done.stdout[-2000:]}")
    return taken


def check(archive: Archive, key: str, expected: int) -> None:
    """Raises RuntimeError when not all that match are answered: a figure of half an answer is none."""
    said = _findscu(archive, key, "-v").stdout
    answered = said.count("(Pending)")
    if answered != expected:
        raise RuntimeError(f"{archive.ae_title} answered {answered} of {expected}: {said[-2000:]}")


def _findscu(archive: Archive, key: str, *options: str) -> CompletedProcess[str]:
    returned = [part for keyword in _RETURNED if not key.startswith(f"{keyword}=") for part in ("-k", keyword)]
    asked = ("-S", "-k", "QueryRetrieveLevel=STUDY", *returned, *(("-k", key) if key else ()))
    return dcmtk("findscu", *options, *asked, "-aec", archive.ae_title, LOOPBACK, str(archive.port), seconds=300)


def make_studies(folder: Path, count: int) -> None:
    """Objects of a few elements, each a study of its own: ten to a patient's family name, `count` / 1000 to a day."""
    folder.mkdir(parents=True)
    for number in range(count):
        day = date(2026, 1, 1) + timedelta(days=number % 1000)
        values = {
            "SOPInstanceUID": f"2.25.{number}.1.1",
            "SeriesInstanceUID": f"2.25.{number}.1",
            "StudyInstanceUID": f"2.25.{number}",
            "PatientID": f"P{number:06}",
            "PatientName": f"N{number // 10:04}^Benchmark",
            "StudyDate": f"{day:%Y%m%d}",
            "AccessionNumber": f"A{number:06}",
        }
        _write(values, folder / f"{number:06}.dcm")


def _write(values: dict[str, str], path: Path) -> None:
    dataset = Dataset()
    dataset.SOPClassUID = SecondaryCaptureImageStorage
    dataset.Modality, dataset.StudyDescription, dataset.StudyTime = "OT", "Benchmark", "101500"
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(path, enforce_file_format=True)


def store(files: Path, archive: Archive) -> None:
    """Send all of them. Raises RuntimeError when not every one arrived."""
    done = dcmtk("storescu", "-aec", archive.ae_title, LOOPBACK, str(archive.port), "+sd", files, seconds=1200)
    if done.returncode != 0 or archive.count() != STUDIES:
        raise RuntimeError(f"{archive.ae_title} did not store all studies: {done.stdout[-2000:]}")
    os.sync()  # what is left to write is not paid by the queries
