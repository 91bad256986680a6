"""Other content under a stored UID: what its sender's entry wants is done, nothing is lost without a word."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from pacsdesk.contract.records.peers import SameUidPolicy
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset.filing import Arrival
from pacsdesk.engine.archive.index.held import HeldInstance, held_instances
from pacsdesk.engine.archive.integrity.check import compare_index_with_files
from pacsdesk.engine.archive.storing.commits import Milestone
from pacsdesk.engine.archive.tables import ConflictRow, TrashRow
from pacsdesk.engine.archive.trash.taking_back import TakingBack
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

UID = "1.2.3.1.1"
FIRST, SECOND, THIRD = ct_bytes(UID), ct_bytes(UID, PatientName="Doe^Joan"), ct_bytes(UID, PatientName="Doe^June")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    """An archive that holds the first."""
    with open_archive(tmp_path / "site") as opened:
        opened.store(FIRST, arrival())
        yield opened


def under(policy: SameUidPolicy) -> Arrival:
    return replace(arrival(), same_uid=policy)


def held(archive: OpenArchive) -> HeldInstance:
    with archive.database.read() as connection:
        return held_instances(connection, [UID])[UID]


def content(archive: OpenArchive) -> bytes:
    instance = held(archive)
    return archive.parts.store.path_of(instance.object_name).read_bytes()[instance.dataset_offset :]


def versions(archive: OpenArchive) -> dict[str, str]:
    """Reasons in the trash, by its ids."""
    with archive.database.read() as connection:
        return {row.trash_id: row.reason for row in connection.execute(select(TrashRow.__table__))}


def number_of_conflicts(archive: OpenArchive) -> int:
    with archive.database.read() as connection:
        return len(connection.scalars(select(ConflictRow.conflict_id)).all())


def test_the_newest_takes_the_place_and_the_older_is_kept_as_a_version(archive: OpenArchive) -> None:
    outcomes = [archive.store(data, under(SameUidPolicy.NEWEST_WINS)) for data in (SECOND, THIRD)]

    assert [one.status for one in outcomes] == [DimseStatus.SUCCESS] * 2
    assert (content(archive), number_of_conflicts(archive)) == (THIRD, 0)
    kept = [path.read_bytes() for path in sorted(archive.folder.trash.rglob("*.dcm"))]
    assert sorted(bytes(one[-len(FIRST) :]) for one in kept) == sorted([FIRST, SECOND])
    assert all("newer object" in reason for reason in versions(archive).values())
    assert compare_index_with_files(archive.database, archive.folder).is_clean


def test_the_same_content_again_makes_no_version(archive: OpenArchive) -> None:
    assert not archive.store(FIRST, under(SameUidPolicy.NEWEST_WINS)).is_new
    assert versions(archive) == {}


def test_a_version_that_is_taken_back_is_a_conflict_for_a_person(archive: OpenArchive) -> None:
    archive.store(SECOND, under(SameUidPolicy.NEWEST_WINS))
    (trash_id,) = versions(archive)
    TakingBack(archive.database, archive.folder, archive.ingest, archive.parts.quarantine).take_back(trash_id)
    assert (content(archive), number_of_conflicts(archive), versions(archive)) == (SECOND, 1, {})


def test_what_is_to_be_refused_is_answered_with_a_failure_and_changes_nothing(archive: OpenArchive) -> None:
    outcome = archive.store(SECOND, under(SameUidPolicy.REFUSE))
    assert (outcome.status, outcome.is_new) == (DimseStatus.CANNOT_UNDERSTAND, False)
    assert (content(archive), number_of_conflicts(archive), archive.files(archive.folder.staging)) == (FIRST, 0, [])


@pytest.mark.parametrize("policy", list(SameUidPolicy))
def test_a_damaged_first_is_a_persons_decision_whatever_the_entry_wants(
    archive: OpenArchive, policy: SameUidPolicy
) -> None:
    archive.parts.store.path_of(held(archive).object_name).write_bytes(b"damaged")
    outcome = archive.store(SECOND, under(policy))
    assert (outcome.status, number_of_conflicts(archive)) == (DimseStatus.COERCION_OF_ELEMENTS, 1)


# stores the first, then the second as the newest that wins, and ends at a milestone of that like a pulled plug
SUPERSEDING = """
import os, sys
from dataclasses import replace
from pathlib import Path
from pacsdesk.contract.records.peers import SameUidPolicy
from tests.engine.archive.storing.test_same_uid import FIRST, SECOND, under
from tests.support.archive import arrival, open_archive

is_armed = False

def reached(now):
    if is_armed and now == sys.argv[2]:
        os.kill(os.getpid(), 9)

with open_archive(Path(sys.argv[1]), reached=reached) as archive:
    archive.store(FIRST, arrival())
    is_armed = True
    archive.store(SECOND, under(SameUidPolicy.NEWEST_WINS))
"""


@pytest.mark.thorough
@pytest.mark.parametrize("milestone", list(Milestone))
def test_a_kill_while_the_newest_takes_the_place_loses_neither(tmp_path: Path, milestone: Milestone) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-c", SUPERSEDING, str(site), milestone]
    ended = subprocess.run(command, cwd=Path(__file__).parents[4], timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
    with open_archive(site) as archive:
        TakingBack(archive.database, archive.folder, archive.ingest, archive.parts.quarantine).recover()
        assert content(archive) in (FIRST, SECOND)
        has_version = len(versions(archive)) == 1
        # the first is in its place, or in the trash as a version; the second is not lost once it was flushed
        assert (content(archive) == SECOND) is has_version
        assert has_version or number_of_conflicts(archive) == 1
        assert compare_index_with_files(archive.database, archive.folder).is_clean
