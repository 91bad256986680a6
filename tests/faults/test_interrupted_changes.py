"""The engine kills itself in the midst of what a person asked for: that happened wholly or not at all."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.records.archive import ConflictResolution, Packing
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.link.client import Client
from tests.faults.aimed import Aim, after, before, start_aimed, wait_for_kill
from tests.faults.checks import Changes, all_conflicts, nothing_is_lost, start_again
from tests.faults.devices import image, new_uid, open_journal, send_all
from tests.faults.extent import IS_LONG, amount, randomness
from tests.faults.journal import Journal
from tests.support.engine import EngineProcess, Site, running_engine

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(900)]

IMAGES = 12
MIDWAY = 5
ROUNDS = range(amount(1, 20))
WHY = "kept by mistake"
ALONE = ("dicom.receivers=0",)  # nothing here is received while the engine ends, and it starts sooner

Change = Callable[[Client], object]


@dataclass(frozen=True, slots=True)
class Filled:
    """An engine at rest on an archive with one study, in which one UID is in conflict."""

    engine: EngineProcess
    journal: Journal
    study_instance_uid: str
    uid_in_conflict: str

    def interrupt(self, change: Change, aim: Aim, passes: int = 1) -> None:
        """Ask for a change on an engine that ends in its midst."""
        start_aimed(self.engine, aim, passes)
        with self.engine.link() as link, suppress(Unavailable):
            change(link)
        wait_for_kill(self.engine)

    def restart(self) -> float:
        """Start again; seconds to the first echo."""
        return start_again(self.engine)

    def check(self, seconds_to_echo: float, changes: Changes) -> None:
        """Make the nine checks on the restarted engine."""
        nothing_is_lost(self.engine, self.journal, seconds_to_echo, changes)

    @property
    def deleted(self) -> Changes:
        """It was asked to delete the study."""
        return Changes(deleted=frozenset({self.study_instance_uid}))

    def delete(self, link: Client) -> object:
        """Delete the study."""
        return link.services.trash.delete((StudyInstanceUID(self.study_instance_uid),), WHY)


@dataclass(frozen=True, slots=True)
class Study:
    """A study with a conflict in an archive that is to be copied, and what its sender journalled."""

    site: Site
    journal: Journal
    study_instance_uid: str
    uid_in_conflict: str


@pytest.fixture(scope="session")
def studies(founded: Site, tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Study]:
    """Sends the study of a round, once for all tests."""

    @cache
    def send(number: int) -> Study:
        folder = tmp_path_factory.mktemp(f"study{number}")
        shutil.copytree(founded.data_dir, folder / "site")
        site = Site(folder / "site", founded.password_file)
        source = randomness(f"study {number}")
        series, study = new_uid(source), new_uid(source)
        objects = [image(source, (series, study), pixels=1000) for _ in range(IMAGES)]
        twice = objects[0].sent.sop_instance_uid
        with open_journal(folder) as journal, running_engine(site, *ALONE) as engine:
            send_all(engine.dicom_port, journal, [*objects, image(source, (series, study), twice)])
        return Study(site, journal, study, twice)

    return send


@pytest.fixture(params=ROUNDS)
def filled(
    studies: Callable[[int], Study], journal: Journal, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Filled]:
    """Given a study with a conflict."""
    study = studies(request.param)
    shutil.copytree(study.site.data_dir, tmp_path / "site")
    engine = EngineProcess(Site(tmp_path / "site", study.site.password_file), settings=ALONE)
    journal.continue_from(study.journal)
    yield Filled(engine, journal, study.study_instance_uid, study.uid_in_conflict)
    engine.end()


TRASH = "pacsdesk.engine.archive.trash"
MOVES = "pacsdesk.engine.archive.files.moves:FileMoves"

DELETING = {
    "the note is written": (after(f"{TRASH}.folder:TrashFolder.begin"), 1),
    "its transaction is open": (after(f"{TRASH}.service:ArchiveTrash._delete"), 1),
    "it is committed": (before(f"{TRASH}.service:ArchiveTrash._carry_out_moves"), 1),
    "half of the files are moved": (after(f"{MOVES}._rename"), MIDWAY),
    "all files are moved": (after(f"{MOVES}._sync"), 1),
}


@pytest.mark.parametrize(("aim", "passes"), DELETING.values(), ids=DELETING)
def test_a_delete_happens_wholly_or_not_at_all_though_the_engine_ends_when(
    filled: Filled, aim: Aim, passes: int
) -> None:
    filled.interrupt(filled.delete, aim, passes)
    filled.check(filled.restart(), filled.deleted)


TAKING_BACK = {
    "it is written down": (after(f"{TRASH}.folder:TrashFolder.set_returning"), 1),
    "half of the files are back": (after(f"{TRASH}.taking_back:TakingBack._take_in"), MIDWAY),
    "a file is stored and still in the trash": (after("pacsdesk.engine.archive.storing.ingest:Ingest.store"), MIDWAY),
    "all files are back": (before(f"{TRASH}.folder:TrashFolder.remove"), 1),
}


@pytest.mark.parametrize(("aim", "passes"), TAKING_BACK.values(), ids=TAKING_BACK)
def test_a_study_comes_back_wholly_though_the_engine_ends_when(filled: Filled, aim: Aim, passes: int) -> None:
    filled.engine.start()
    with filled.engine.link() as link:
        filled.delete(link)
        (entry,) = link.services.trash.entries(PageRequest()).items
    filled.engine.stop()

    filled.interrupt(lambda link: link.services.trash.take_back(entry.trash_id), aim, passes)

    seconds = filled.restart()
    with filled.engine.link() as link:
        study = link.services.studies.get(StudyInstanceUID(filled.study_instance_uid))
        left = link.services.trash.entries(PageRequest()).items
    assert (study.number_of_instances, study.number_of_conflicts, left) == (IMAGES, 1, ())
    filled.check(seconds, filled.deleted)


DECIDING = {
    "the loser has its note": (after(f"{TRASH}.discards:Discards.prepare"), 1),
    "it is committed": (before(f"{MOVES}._rename"), 1),
    "the loser is moved": (after(f"{MOVES}._rename"), 1),
    "all is moved": (after(f"{MOVES}._sync"), 1),
}


COPYING = {
    "the copy is in staging": (after("pacsdesk.engine.archive.files.objects:StagedObject.seal"), 1),
    "the copy is in place": (after("pacsdesk.engine.archive.storing.commits:sync_folder"), 1),
}
RESOLUTIONS = tuple(ConflictResolution)
# the short run tries each point with one resolution, the long one with all
CASES = {
    f"{resolution} {name}": (resolution, *aim)
    for number, (name, aim) in enumerate(DECIDING.items())
    for resolution in (RESOLUTIONS if IS_LONG else RESOLUTIONS[number % 3 : number % 3 + 1])
} | {f"keep-both {name}": (ConflictResolution.KEEP_BOTH, *aim) for name, aim in COPYING.items()}


@pytest.mark.parametrize(("resolution", "aim", "passes"), CASES.values(), ids=CASES)
def test_a_conflict_is_decided_or_open_though_the_engine_ends_when(
    filled: Filled, resolution: ConflictResolution, aim: Aim, passes: int
) -> None:
    def decide(link: Client) -> object:
        (conflict,) = all_conflicts(link)
        return link.services.conflicts.resolve(conflict.conflict_id, resolution, WHY)

    filled.interrupt(decide, aim, passes)

    seconds = filled.restart()
    with filled.engine.link() as link:
        is_open, losers = len(list(all_conflicts(link))), len(link.services.trash.entries(PageRequest()).items)
        held = link.services.studies.totals().number_of_instances
    assert (is_open, losers) in ((1, 0), (0, 1))
    assert held == IMAGES + (losers if resolution is ConflictResolution.KEEP_BOTH else 0)
    filled.check(seconds, Changes(decided=frozenset({filled.uid_in_conflict})))


INTEGRITY = "pacsdesk.engine.archive.integrity"
EXPORTS = "pacsdesk.engine.archive.transfer.exports"

JOBS: dict[str, tuple[Callable[[Filled, Client], object], Aim, int]] = {
    "a rebuild is within a transaction": (
        lambda filled, link: link.services.integrity.start_rebuild(),
        after(f"{INTEGRITY}.rebuild:reindex"),
        1,
    ),
    "a rebuild looks for what is gone": (
        lambda filled, link: link.services.integrity.start_rebuild(),
        before(f"{INTEGRITY}.rebuild:Rebuild._remove_entries_without_file"),
        1,
    ),
    "an export is half written": (
        lambda filled, link: link.services.transfer.start_export(
            (StudyInstanceUID(filled.study_instance_uid),), Packing.ZIP
        ),
        after(f"{EXPORTS}:Exports._copy"),
        MIDWAY,
    ),
    "an export lacks its directory": (
        lambda filled, link: link.services.transfer.start_export(
            (StudyInstanceUID(filled.study_instance_uid),), Packing.ZIP
        ),
        before(f"{EXPORTS}:encode_dicomdir"),
        1,
    ),
}


@pytest.mark.parametrize(("start", "aim", "passes"), JOBS.values(), ids=JOBS)
def test_a_job_shows_as_interrupted_when_the_engine_ends_while(
    filled: Filled, start: Callable[[Filled, Client], object], aim: Aim, passes: int
) -> None:
    filled.interrupt(lambda link: start(filled, link), aim, passes)

    seconds = filled.restart()
    with filled.engine.link() as link:
        (job,) = link.services.jobs.list()
    assert job.state is JobState.INTERRUPTED
    assert list(DataFolder(filled.engine.site.data_dir).exports.iterdir()) == []
    filled.check(seconds, Changes())
