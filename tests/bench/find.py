"""Asks each archive for the same studies with DCMTK's findscu in turns: all 20,000, one, a beginning, some days.

What findscu needs for itself is measured with a query that matches nothing, and taken off.
"""

import os
import time
from contextlib import ExitStack
from datetime import date, timedelta
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
ROUNDS = 5
# so many queries of a few milliseconds are one round: a single one is lost among the starts of processes
REPEATED = 10

_RETURNED = (
    *("StudyInstanceUID", "PatientName", "PatientID", "StudyDate", "StudyTime", "AccessionNumber"),
    *("StudyDescription", "ModalitiesInStudy", "PatientBirthDate", "PatientSex", "ReferringPhysicianName", "StudyID"),
)
NOTHING = "PatientID=NOBODY"
# name, key, and how many studies match
QUERIES: tuple[tuple[str, str, int], ...] = (
    ("find, all studies", "", STUDIES),
    ("find, exact key", "PatientID=P007777", 1),
    ("find, prefix", "PatientName=N0777*", 10),
    ("find, date range", "StudyDate=20260101-20260107", STUDIES // 1000 * 7),
)


def measure(folder: Path) -> list[Figure]:
    """Milliseconds that each query takes at the archive, `ROUNDS` times in turns."""
    files = folder / "studies"
    make_studies(files, STUDIES)
    with ExitStack() as running:
        archives = {name: running.enter_context(begin(folder / name)) for name, begin in ARCHIVES.items()}
        for archive in archives.values():
            store(files, archive)
        return [figure for query in QUERIES for figure in _figures(query, archives)]


def _figures(query: tuple[str, str, int], archives: dict[str, Archive]) -> list[Figure]:
    measurement, key, expected = query
    times = 1 if expected == STUDIES else REPEATED
    rounds: dict[str, list[float]] = {name: [] for name in archives}
    for archive in archives.values():
        check(archive, key, expected)
    for _ in range(ROUNDS):
        for name, archive in archives.items():
            own = seconds(archive, NOTHING, times)
            rounds[name].append(max(seconds(archive, key, times) - own, 0.0) * 1000 / times)
    return [
        Figure(measurement, PACSDESK, "ms", tuple(rounds[PACSDESK]), compared_with=ORTHANC),
        Figure(measurement, ORTHANC, "ms", tuple(rounds[ORTHANC])),
    ]


def seconds(archive: Archive, key: str, times: int) -> float:
    """How long findscu takes to ask so many times, printing nothing."""
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
