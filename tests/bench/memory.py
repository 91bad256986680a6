"""How much more memory an archive takes while one multi-frame instance of 2 GiB is stored, all its processes summed."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen
from threading import Event, Thread
from types import TracebackType
from typing import Self

import psutil
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MultiFrameGrayscaleWordSecondaryCaptureImageStorage, generate_uid

from tests.bench.peers import ARCHIVES, ORTHANC, PACSDESK, Archive
from tests.bench.report import Figure
from tests.bench.requirements import ENGINE
from tests.support.network import LOOPBACK
from tests.support.peers import peer_environment, system_program

MIB = 1 << 20
ROUNDS = 3
# 2 MiB each: with its header the object stays below the 2 GiB that a site takes
FRAMES, EDGE = 1023, 1024
EVERY_S, IDLE_S, LONGEST_S = 0.05, 3.0, 600.0

ArchiveIn = Callable[[Path], AbstractContextManager[Archive]]


def measure(folder: Path) -> list[Figure]:
    """MiB that each archive takes when idle, and how many more at most while it stores; new and empty each time."""
    idle: dict[str, list[float]] = {name: [] for name in ARCHIVES}
    more: dict[str, list[float]] = {name: [] for name in ARCHIVES}
    for _ in range(ROUNDS):
        for name, archive_in in ARCHIVES.items():
            before, peak = weigh(archive_in, folder / "round", FRAMES)
            idle[name].append(before)
            more[name].append(peak - before)
    programs = {PACSDESK: ENGINE, ORTHANC: ORTHANC}
    return [
        Figure(
            measurement,
            programs[name],
            "MiB",
            tuple(taken),
            compared_with=ORTHANC if name == PACSDESK else "",
        )
        for measurement, weights in (("memory, idle", idle), ("memory, more for 2 GiB", more))
        for name, taken in weights.items()
    ]


def weigh(archive_in: ArchiveIn, folder: Path, frames: int) -> tuple[float, float]:
    """What an archive takes when idle and at most while it stores; nothing is left on the disk.

    Raises RuntimeError when the instance did not arrive.
    """
    folder.mkdir(parents=True)
    try:
        make_multi_frame(folder / "large.dcm", frames)
        with archive_in(folder / "archive") as archive:
            with MemoryWatch(archive.process_id) as resting:
                Event().wait(IDLE_S)
            with MemoryWatch(archive.process_id) as storing:
                send(folder / "large.dcm", archive)
            if archive.count() != 1:
                raise RuntimeError(f"{archive.ae_title} did not store the instance.")
        return median(resting.samples), max(storing.samples)
    finally:
        shutil.rmtree(folder)


def send(path: Path, archive: Archive) -> None:
    """Send one file; storescu reads it in pieces. Raises RuntimeError when it failed."""
    program = (system_program("storescu"), "-aec", archive.ae_title, LOOPBACK, str(archive.port), str(path))
    with Popen(program, env=peer_environment(), stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL) as sending:
        try:
            code = sending.wait(LONGEST_S)
        except BaseException:
            sending.kill()
            raise
    if code != 0:
        raise RuntimeError(f"{archive.ae_title} did not take {path.name}: storescu ended with {code}.")


def make_multi_frame(path: Path, frames: int) -> None:
    """An object of so many black frames of 2 MiB, whose pixels take no room on the disk."""
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID = MultiFrameGrayscaleWordSecondaryCaptureImageStorage, generate_uid()
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = generate_uid(), generate_uid()
    dataset.PatientName, dataset.PatientID, dataset.Modality = "Large^Object", "L1", "OT"
    dataset.NumberOfFrames, dataset.Rows, dataset.Columns = frames, EDGE, EDGE
    dataset.BitsAllocated = dataset.BitsStored = 16
    dataset.HighBit, dataset.PixelRepresentation, dataset.SamplesPerPixel = 15, 0, 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(path, enforce_file_format=True)
    length = frames * EDGE * EDGE * 2
    with path.open("ab") as stream:
        stream.write(b"\xe0\x7f\x10\x00OW\0\0" + length.to_bytes(4, "little"))
        stream.truncate(stream.tell() + length)


class MemoryWatch:
    """Samples the resident memory of a process and its children, in MiB, every 50 ms until the block ends."""

    def __init__(self, process_id: int) -> None:
        self.samples: list[float] = []
        self._process = psutil.Process(process_id)
        self._is_over = Event()
        self._thread = Thread(target=self._watch, name="memory watch")

    def _watch(self) -> None:
        while True:
            self.samples.append(self._weight())
            if self._is_over.wait(EVERY_S):
                return

    def _weight(self) -> float:
        total = 0
        for process in (self._process, *self._process.children(recursive=True)):
            try:
                total += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue  # a child that has ended takes nothing
        return total / MIB

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_over.set()
        self._thread.join()
