"""Retrieves the same 1,000 CT from each archive in turns: by C-MOVE to DCMTK's storescp, by C-GET with its getscu.

Both throw away what they receive, so that the archive is what is measured, with its caller's own time.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pydicom import dcmread

from tests.bench.peers import ORTHANC, PACSDESK
from tests.bench.report import Figure
from tests.bench.store import UNIT, make_ct
from tests.support.engine import make_site, running_engine
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import ORTHANC_AE_TITLE, dcmtk, orthanc, peer_environment, system_program
from tests.support.processes import ServerProcess

INSTANCES = 1000
ROUNDS = 7
CALLER, SINK = "CALLER", "SINK"

# an archive to ask: AE title and port
Source = tuple[str, int]


def measure(folder: Path) -> list[Figure]:
    """Instances a second, `ROUNDS` times in turns."""
    files = folder / "ct"
    make_ct(files, INSTANCES)
    studies = "\\".join(
        sorted({str(dcmread(path, stop_before_pixels=True).StudyInstanceUID) for path in files.iterdir()})
    )
    with ExitStack() as running:
        sink_port = running.enter_context(_storescp())
        archives = {
            PACSDESK: running.enter_context(_pacsdesk(folder / PACSDESK, sink_port)),
            ORTHANC: running.enter_context(_orthanc(folder / ORTHANC, sink_port)),
        }
        for source in archives.values():
            _store(files, source)
        figures: list[Figure] = []
        for measurement, retrieve in (("C-MOVE of 1,000 CT", movescu), ("C-GET of 1,000 CT", getscu)):
            figures += _figures(measurement, retrieve, archives, studies)
        return figures


def _figures(
    measurement: str, retrieve: Callable[[Source, str, str], str], archives: dict[str, Source], studies: str
) -> list[Figure]:
    rates: dict[str, list[float]] = {name: [] for name in archives}
    for name, source in archives.items():
        said = retrieve(source, studies, "-d")  # this round warms the page cache, and shows that all of it comes
        if not re.search(rf"Completed Suboperations\s+: {INSTANCES}\b", said):
            raise RuntimeError(f"{name} did not send all instances: {said[-2000:]}")
    for _ in range(ROUNDS):
        for name, source in archives.items():
            begin = time.perf_counter()
            retrieve(source, studies, "-q")
            rates[name].append(INSTANCES / (time.perf_counter() - begin))
    return [
        Figure(measurement, name, UNIT, tuple(taken), compared_with=ORTHANC if name == PACSDESK else "")
        for name, taken in rates.items()
    ]


def movescu(source: Source, studies: str, verbosity: str) -> str:
    """Have everything sent to the sink; what movescu says. Raises RuntimeError when it failed."""
    return _run("movescu", source, studies, verbosity, "-aem", SINK)


def getscu(source: Source, studies: str, verbosity: str) -> str:
    """Get everything and throw it away; what getscu says. Raises RuntimeError when it failed."""
    return _run("getscu", source, studies, verbosity, "--ignore")


def _run(program: str, source: Source, studies: str, verbosity: str, *options: str) -> str:
    ae_title, port = source
    keys = ("-k", "QueryRetrieveLevel=STUDY", "-k", f"StudyInstanceUID={studies}")
    caller = ("-aet", CALLER, "-aec", ae_title, LOOPBACK, str(port))
    done = dcmtk(program, verbosity, "-S", *options, *keys, *caller, seconds=300)
    if done.returncode != 0:
        raise RuntimeError(f"{program} failed: {done.stdout[-2000:]}")
    return done.stdout


@contextmanager
def _storescp() -> Iterator[int]:
    port = free_port()
    with ServerProcess([system_program("storescp"), "--ignore", str(port)], peer_environment()):
        wait_until_accepting(port)
        yield port


@contextmanager
def _pacsdesk(folder: Path, sink_port: int) -> Iterator[Source]:
    with running_engine(make_site(folder)) as engine:
        allowed = ("--allow", "echo,store,find,move,get")
        engine.cli("peers", "add", "Caller", "--ae-title", CALLER, "--host", "any", *allowed)
        engine.cli("peers", "add", "Sink", "--ae-title", SINK, "--host", LOOPBACK, "--port", str(sink_port))
        yield "PACSDESK", engine.dicom_port


@contextmanager
def _orthanc(folder: Path, sink_port: int) -> Iterator[Source]:
    allowed = {"DicomAlwaysAllowFind": True, "DicomAlwaysAllowGet": True, "DicomAlwaysAllowMove": True}
    with orthanc(folder, {"sink": (SINK, sink_port)}, **allowed) as peer:
        yield ORTHANC_AE_TITLE, peer.dicom_port


def _store(files: Path, source: Source) -> None:
    ae_title, port = source
    done = dcmtk("storescu", "-aet", CALLER, "-aec", ae_title, LOOPBACK, str(port), "+sd", files, seconds=600)
    if done.returncode != 0:
        raise RuntimeError(f"{ae_title} did not store all instances: {done.stdout[-2000:]}")
