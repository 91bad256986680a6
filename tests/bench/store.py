"""Stores the same 1,000 CT with DCMTK's storescu into each archive in turns; a round counts only when all arrived."""

import os
import tempfile
import time
from pathlib import Path

from pydicom import dcmread
from pydicom.dataset import FileDataset
from pydicom.uid import UID, generate_uid

from tests.bench.peers import ARCHIVES, ORTHANC, PACSDESK, Archive
from tests.bench.report import Figure
from tests.support.data import ct_phantom_slices
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

MEASUREMENT = "store, 1 association"
INSTANCES = 1000
SERIES_LENGTH = 250
ROUNDS = 5


def measure(folder: Path) -> list[Figure]:
    """Instances a second, for each archive on an empty store, `ROUNDS` times in turns."""
    files = folder / "ct"
    make_ct(files, INSTANCES)
    rates: dict[str, list[float]] = {name: [] for name in ARCHIVES}
    for number in range(ROUNDS):
        for name, archive_in in ARCHIVES.items():
            with (
                tempfile.TemporaryDirectory(dir=folder, prefix=f"{name}-{number}-") as home,
                archive_in(Path(home)) as archive,
            ):
                rates[name].append(INSTANCES / seconds_to_store(files, archive))
    return [
        Figure(MEASUREMENT, PACSDESK, "instances/s", tuple(rates[PACSDESK]), compared_with=ORTHANC),
        Figure(MEASUREMENT, ORTHANC, "instances/s", tuple(rates[ORTHANC])),
    ]


def seconds_to_store(files: Path, archive: Archive) -> float:
    """From storescu's start to its end, one association. Raises RuntimeError when not every instance arrived."""
    os.sync()  # what the round before left to write is not paid by this one
    begin = time.perf_counter()
    done = dcmtk("storescu", "-aec", archive.ae_title, LOOPBACK, str(archive.port), "+sd", files, seconds=600)
    seconds = time.perf_counter() - begin
    arrived = archive.count()
    if done.returncode != 0 or arrived != INSTANCES:
        raise RuntimeError(f"{archive.ae_title} holds {arrived} of {INSTANCES} instances: {done.stdout[-2000:]}")
    return seconds


def make_ct(folder: Path, count: int) -> None:
    """Slices of the CT phantom, 512x512, half a megabyte each, under new UIDs: a study for each series."""
    folder.mkdir(parents=True)
    slices = [dcmread(path) for path in ct_phantom_slices()]
    for number in range(count):
        if number % SERIES_LENGTH == 0:
            study_instance_uid, series_instance_uid = generate_uid(), generate_uid()
        instance = slices[number % len(slices)]
        instance.StudyInstanceUID, instance.SeriesInstanceUID = study_instance_uid, series_instance_uid
        instance.InstanceNumber = number % SERIES_LENGTH + 1
        _write_as(instance, generate_uid(), folder / f"{number:04}.dcm")


def _write_as(instance: FileDataset, sop_instance_uid: UID, path: Path) -> None:
    instance.SOPInstanceUID = instance.file_meta.MediaStorageSOPInstanceUID = sop_instance_uid
    instance.save_as(path, enforce_file_format=True)
