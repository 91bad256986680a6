"""Stores the same objects with DCMTK's storescu into each archive in turns; a round counts only when all arrived.

Beside them stand the limits of the day: a sink that only reads and answers, and the flushes alone that storing needs.
"""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pydicom import dcmread
from pydicom.dataset import FileDataset
from pydicom.uid import UID, generate_uid

from tests.bench.find import make_studies
from tests.bench.limits import flushes_alone, sink
from tests.bench.peers import ARCHIVES, ORTHANC, PACSDESK, Archive
from tests.bench.report import Figure
from tests.bench.stages import stages_of_storing
from tests.support.data import ct_phantom_slices
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

SERIES_LENGTH = 250
UNIT = "instances/s"


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


@dataclass(frozen=True, slots=True)
class Load:
    """What is sent: so many instances, spread evenly over associations; so often that its spread is seen."""

    measurement: str
    instances: int
    associations: int
    make: Callable[[Path, int], None]
    rounds: int


LOADS = (
    Load("store 1,000 CT", 1000, 1, make_ct, rounds=7),
    Load("store 4,000 CT over 4", 4000, 4, make_ct, rounds=5),
    Load("store 20,000 studies", 20_000, 1, make_studies, rounds=3),
)


def measure(folder: Path) -> list[Figure]:
    """Instances a second, for each archive on an empty store, in turns; then where ours spends them."""
    figures: list[Figure] = []
    for load in LOADS:
        files = [folder / load.measurement / str(number) for number in range(load.associations)]
        for part in files:
            load.make(part, load.instances // load.associations)
        figures += _figures(load, files, folder / f"rounds of {load.measurement}")
        figures += stages_of_storing(load.measurement, files, folder / f"stages of {load.measurement}")
    return figures


def _figures(load: Load, files: list[Path], home: Path) -> list[Figure]:
    rates: dict[str, list[float]] = {name: [] for name in (*ARCHIVES, "sink", "flushes alone")}
    for number in range(load.rounds):
        # kept until the end: ext4 is slow to make files for a while after many were deleted
        for name, archive_in in ARCHIVES.items():
            with archive_in(home / f"{name}-{number}") as archive:
                rates[name].append(load.instances / seconds_to_store(files, archive, load.instances))
        with sink(home / f"sink-{number}") as archive:
            rates["sink"].append(load.instances / seconds_to_store(files, archive, load.instances))
        rates["flushes alone"].append(flushes_alone(files[0], home / f"flushes-{number}"))
    return [
        Figure(load.measurement, name, UNIT, tuple(taken), compared_with=ORTHANC if name == PACSDESK else "")
        for name, taken in rates.items()
    ]


def seconds_to_store(files: list[Path], archive: Archive, instances: int) -> float:
    """From the start of the first storescu to the end of the last, an association for each folder.

    Raises RuntimeError when not every instance arrived.
    """
    os.sync()  # what the round before left to write is not paid by this one
    with ThreadPoolExecutor(len(files)) as senders:
        begin = time.perf_counter()
        done = list(senders.map(lambda part: send(part, archive), files))
        seconds = time.perf_counter() - begin
    arrived = archive.count()
    if any(done) or arrived != instances:
        raise RuntimeError(f"{archive.ae_title} holds {arrived} of {instances} instances: {''.join(done)[-2000:]}")
    return seconds


def send(files: Path, archive: Archive) -> str:
    """Send a folder over one association; what storescu complained about, "" when it did not."""
    done = dcmtk("storescu", "-aec", archive.ae_title, LOOPBACK, str(archive.port), "+sd", files, seconds=600)
    return done.stdout or f"exit code {done.returncode}" if done.returncode else ""
