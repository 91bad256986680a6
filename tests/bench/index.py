"""Asks for one study or one instance in indexes of three sizes: the time must not grow with what is held.

At the server, from the identifier as it came to the final answer as it will go out, on a warm connection to the
database; and over the wire, with findscu, what its start takes being taken off.
"""

import os
import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from pydicom import Dataset

from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.matching.finder import Finder
from pacsdesk.engine.network.association import Caller, OpenAssociation
from pacsdesk.engine.network.command import C_FIND_RQ, Command, Response
from pacsdesk.engine.network.provided import AcceptedContext
from pacsdesk.engine.network.scp.find import FindService
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from tests.bench.filling import PER_STUDY, FilledStudy, fill_index
from tests.bench.find import NOTHING
from tests.bench.peers import UNKNOWN_CALLERS, long_lived_engine
from tests.bench.report import Figure
from tests.bench.requirements import SIZES
from tests.support.datasets import encode
from tests.support.engine import Site, make_site
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

INSTANCES = (10_000, 100_000, 1_000_000)
ASKED, WARMED = 400, 40
WIRE_ROUNDS, WIRE_TIMES = 7, 200
_STUDY_ROOT, _EXPLICIT = "1.2.840.10008.5.1.4.1.2.2.1", "1.2.840.10008.1.2.1"
_RELATIONAL = b"\1"  # so that an instance is found without its study and series (PS3.4 C.4.1.2.2.1)
_ASSOCIATION = OpenAssociation("a1", Caller("CT01", "PACSDESK", LOOPBACK), None)
_CONTEXT = AcceptedContext(1, _STUDY_ROOT, _EXPLICIT, _RELATIONAL)
_COMMAND = Command(C_FIND_RQ, 1, True, _STUDY_ROOT)
_RETURNED = ("PatientName", "PatientID", "StudyDate", "StudyDescription", "ModalitiesInStudy", "AccessionNumber")


@dataclass(frozen=True, slots=True)
class Exact:
    """A question for one study or instance. keyword: the key that names it."""

    keyword: str
    level: str

    def identifier(self, study: FilledStudy, instance: int) -> bytes:
        """As it comes over the wire."""
        asked = Dataset()
        for keyword in _RETURNED:
            setattr(asked, keyword, "")
        asked.QueryRetrieveLevel = self.level
        setattr(asked, self.keyword, self.value(study, instance))
        return encode(asked)

    def value(self, study: FilledStudy, instance: int) -> str:
        """What is asked for."""
        values = {
            "StudyInstanceUID": study.study_instance_uid,
            "PatientID": study.patient_id,
            "AccessionNumber": study.accession_number,
            "SOPInstanceUID": study.sop_instance_uid(instance),
        }
        return values[self.keyword]

    def keys(self, study: FilledStudy, instance: int) -> tuple[str, ...]:
        """For findscu, which proposes no relational queries: an instance is named with its study and series."""
        own = f"{self.keyword}={self.value(study, instance)}"
        if self.level != "IMAGE":
            return (own,)
        series = f"SeriesInstanceUID={study.series_instance_uid(instance)}"
        return f"StudyInstanceUID={study.study_instance_uid}", series, own


QUESTIONS = (
    Exact("StudyInstanceUID", "STUDY"),
    Exact("PatientID", "STUDY"),
    Exact("AccessionNumber", "STUDY"),
    Exact("SOPInstanceUID", "IMAGE"),
)


@dataclass(frozen=True, slots=True)
class FilledSite:
    """A site whose index holds so many studies. size: as people read it."""

    site: Site
    studies: int
    size: str

    @property
    def index(self) -> Path:
        """Its database."""
        return DataFolder(self.site.data_dir).database

    @property
    def compared_with(self) -> str:
        """The smallest index is what the others are compared with."""
        return "" if self.size == SIZES[0] else SIZES[0]


def measure(folder: Path) -> list[Figure]:
    """Milliseconds for one query, in all three sizes in turns."""
    sites = [
        FilledSite(make_site(folder / str(instances)), instances // PER_STUDY, size)
        for instances, size in zip(INSTANCES, SIZES, strict=True)
    ]
    figures = [_filled(one) for one in sites]
    os.sync()
    return [*figures, *figures_at_server(sites), *figures_over_wire(sites)]


def _filled(one: FilledSite) -> Figure:
    begin = time.perf_counter()
    with closing(_open(one)) as database:
        fill_index(database, 0, one.studies)
    return Figure("index, filled", one.size, "s", (time.perf_counter() - begin,))


def _open(one: FilledSite) -> Database:
    return Database(one.index, lambda reason: None)


def figures_at_server(sites: list[FilledSite]) -> Iterator[Figure]:
    """One query after the other for what lies anywhere in the index."""
    with ExitStack() as opened:
        databases = [opened.enter_context(closing(_open(one))) for one in sites]
        services = [FindService(Finder(database), lambda: 0) for database in databases]
        for question in QUESTIONS:
            taken: list[list[float]] = [[] for _ in sites]
            for drawn in zip(*(_drawn(one.studies, WARMED + ASKED) for one in sites), strict=True):
                for times, service, target in zip(taken, services, drawn, strict=True):
                    times.append(milliseconds(service, question.identifier(*target)))
            for one, times in zip(sites, taken, strict=True):
                yield Figure(f"index, {question.keyword}", one.size, "ms", tuple(times[WARMED:]), one.compared_with)


def _drawn(studies: int, count: int) -> Iterator[tuple[FilledStudy, int]]:
    drawing = random.Random(studies)
    for _ in range(count):
        yield FilledStudy(drawing.randrange(studies)), drawing.randrange(PER_STUDY)


def milliseconds(service: FindService, identifier: bytes) -> float:
    """From the query as it came to its last answer. Raises RuntimeError when it does not find exactly one."""
    begin = time.perf_counter()
    exchange = service.begin(_ASSOCIATION, _CONTEXT, _COMMAND)
    exchange.receive(memoryview(identifier))
    answers = exchange.finish()
    statuses = [] if isinstance(answers, Response) else [answer.status for answer in answers]
    taken = (time.perf_counter() - begin) * 1000
    if len(statuses) != 2 or statuses[-1] != DimseStatus.SUCCESS:
        raise RuntimeError(f"One was to be found: {answers if isinstance(answers, Response) else statuses}")
    return taken


def figures_over_wire(sites: list[FilledSite]) -> Iterator[Figure]:
    """The same with findscu, who takes time of its own for each query as well."""
    with ExitStack() as running:
        # no comparison in the background: it would look for a million files that are not there
        start = (long_lived_engine(one.site, UNKNOWN_CALLERS, "archive.check_rate=0") for one in sites)
        engines = [running.enter_context(engine) for engine in start]
        for engine in engines:
            engine.cli("peers", "add", "Caller", "--ae-title", "FINDSCU", "--host", "any", "--allow", "find")
        for question in QUESTIONS:
            taken: list[list[float]] = [[] for _ in sites]
            for drawn in zip(*(_drawn(one.studies, WIRE_ROUNDS) for one in sites), strict=True):
                for times, engine, target in zip(taken, engines, drawn, strict=True):
                    times.append(_over_wire(engine.dicom_port, question.level, question.keys(*target)))
            measurement = f"index over the wire, {question.keyword}"
            for one, times in zip(sites, taken, strict=True):
                yield Figure(measurement, one.size, "ms", tuple(times), one.compared_with)


def _over_wire(port: int, level: str, keys: tuple[str, ...]) -> float:
    """Milliseconds of one of many queries on an association."""
    single = _findscu(port, "STUDY", (NOTHING,), 1)
    return (_findscu(port, level, keys, WIRE_TIMES) - single) * 1000 / (WIRE_TIMES - 1)


def _findscu(port: int, level: str, keys: tuple[str, ...], times: int) -> float:
    parts = [part for key in (f"QueryRetrieveLevel={level}", "StudyDate", *keys) for part in ("-k", key)]
    begin = time.perf_counter()
    done = dcmtk("findscu", "-S", *parts, "--repeat", str(times), "-aec", "PACSDESK", LOOPBACK, str(port))
    taken = time.perf_counter() - begin
    if done.returncode != 0:
        raise RuntimeError(f"findscu failed: {done.stdout[-2000:]}")
    return taken
