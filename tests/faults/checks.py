"""What "nothing lost" means: the nine checks of RELIABILITY 2, written once, for every fault.

A new way to get bytes out of the archive is one more entry of `ROUTES`.
"""

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pacsdesk.contract.records.archive import Conflict
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.archive.files.provenance import read_provenance
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.link.client import Client
from tests.faults.asking import echo_status, uids_of_series
from tests.faults.journal import IN_CONFLICT, Answer, Journal, digests_sent
from tests.support.engine import EngineProcess
from tests.support.part10 import dataset_of

ECHO_WITHIN_S = 10.0

Digests = Mapping[str, str]
Route = Callable[[EngineProcess, Client, frozenset[str]], Digests]


def over_http(_engine: EngineProcess, link: Client, uids: frozenset[str]) -> Digests:
    """Digest by SOP Instance UID as the link's byte route gives them."""
    return {uid: _digest(link.read_bytes(f"instance/{uid}")) for uid in uids}


ROUTES: Mapping[str, Route] = {"HTTP": over_http}


@dataclass(frozen=True, slots=True)
class Changes:
    """What people did beside the devices: studies that they asked to delete, UIDs whose conflict they asked to decide,
    whether or not it was done."""

    deleted: frozenset[str] = frozenset()
    decided: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Holdings:
    """Everything that an archive holds after a fault, as its users see it."""

    found: set[str] = field(default_factory=set)
    given_back: dict[str, Digests] = field(default_factory=dict)
    in_conflict: dict[str, set[str]] = field(default_factory=dict)
    trashed: dict[str, set[str]] = field(default_factory=dict)

    def digests(self, uid: str) -> set[str]:
        """Every content under a UID, wherever it is."""
        firsts = {digests[uid] for digests in self.given_back.values() if uid in digests}
        return firsts | self.in_conflict.get(uid, set()) | self.trashed.get(uid, set())


def start_again(engine: EngineProcess) -> float:
    """Start an engine after its fault; seconds from the start of the process to the first echo."""
    begin = time.monotonic()
    engine.start()
    assert echo_status(engine.dicom_port) == 0, "an echo was not answered with success"
    return time.monotonic() - begin


def nothing_is_lost(
    engine: EngineProcess, journal: Journal, seconds_to_echo: float, changes: Changes | None = None
) -> None:
    """All nine, on an engine that was started after a fault; it is stopped when they are done. While they are made
    nobody sends. Raises AssertionError that names everything that is not as it must be."""
    changes = changes or Changes()
    with engine.link() as link:
        jobs = list(jobs_are_over(link))
        holdings = _holdings(engine, link, journal, changes)
    assert engine.stop() == 0, "the engine did not drain"
    folder = DataFolder(engine.site.data_dir)
    complaints = [
        *acknowledged_are_given_back(journal, holdings, changes),
        *rows_and_files_agree(engine),
        *nothing_is_left_over(folder),
        *the_database_is_sound(folder),
        *unacknowledged_are_whole_or_absent(journal, holdings, changes),
        *associations_are_audited(folder),
        *deletes_are_all_or_nothing(folder, journal, holdings, changes),
        *jobs,
        *echo_comes_soon(seconds_to_echo),
    ]
    assert not complaints, f"{len(complaints)} things are wrong, first:\n" + "\n".join(complaints[:20])


def acknowledged_are_given_back(journal: Journal, holdings: _Holdings, changes: Changes) -> Iterator[str]:
    """Check 1: successes by query and by bytes, warnings of a conflict from the list of conflicts."""
    for answer in journal.acknowledged():
        uid, digest = answer.sent.sop_instance_uid, answer.sent.digest
        may_be_elsewhere = uid in changes.decided or answer.sent.study_instance_uid in changes.deleted
        if may_be_elsewhere:
            if digest not in holdings.digests(uid):
                yield f"1: {uid} is neither in the index nor in conflict nor in the trash"
        elif answer.status == IN_CONFLICT:
            if digest not in holdings.in_conflict.get(uid, ()):
                yield f"1: {uid} was answered with B000 and is not in conflict"
        else:
            yield from _not_given_back(answer, holdings)


def _not_given_back(answer: Answer, holdings: _Holdings) -> Iterator[str]:
    uid = answer.sent.sop_instance_uid
    if uid not in holdings.found:
        yield f"1: {uid} was answered with {answer.status:04X} and is not found"
        return
    for route, digests in holdings.given_back.items():
        if digests[uid] != answer.sent.digest:
            yield f"1: {uid} comes back with other bytes over {route}"


def rows_and_files_agree(engine: EngineProcess) -> Iterator[str]:
    """Checks 2, 3 and 4 as `pacsdesk check --offline` makes them."""
    result = engine.site.run("check", "--offline", seconds=300.0)
    if result.exit_code != 0:
        yield f"2-4: pacsdesk check: {result.output}{result.complaint}"


def nothing_is_left_over(folder: DataFolder) -> Iterator[str]:
    """Check 3: nothing in staging once the engine has drained, a note beside everything in quarantine."""
    for path in folder.staging.iterdir():
        yield f"3: staging holds {path.name}"
    for path in folder.quarantine.glob(f"*{SUFFIX}"):
        if not path.with_suffix(".json").is_file():
            yield f"3: nothing says why {path.name} is in quarantine"


def the_database_is_sound(folder: DataFolder) -> Iterator[str]:
    """Check 4 once more without code of the product: SQLite's own check, and sums of the counters."""
    with closing(_open(folder)) as database:
        for (said,) in database.execute("PRAGMA integrity_check"):
            if said != "ok":
                yield f"4: {said}"
        counted = "SELECT count(*), coalesce(sum(size_bytes), 0) FROM instances"
        kept = "SELECT coalesce(sum(number_of_instances), 0), coalesce(sum(size_bytes), 0) FROM "
        for table in ("studies", "series"):
            if database.execute(counted).fetchone() != database.execute(kept + table).fetchone():
                yield f"4: the counters of {table} are not the sums of their instances"
        left = database.execute("SELECT source FROM file_moves").fetchall()
        yield from (f"7: {source} was to be moved and was not" for (source,) in left)


def unacknowledged_are_whole_or_absent(journal: Journal, holdings: _Holdings, changes: Changes) -> Iterator[str]:
    """Check 5: whatever is held, wherever, was sent just so. A decision may give a second object a UID of its own."""
    sent = digests_sent(journal.sent)
    renamed = holdings.found - sent.keys() if changes.decided else set()
    for uid in holdings.found - renamed:
        for digest in holdings.digests(uid) - sent.get(uid, set()):
            yield f"5: {uid} is held with content that nobody sent: {digest}"


def associations_are_audited(folder: DataFolder) -> Iterator[str]:
    """Check 6: every held object's association has an entry. The chain is verified here once there is one."""
    with closing(_open(folder)) as database:
        entries = "SELECT session_id FROM audit WHERE action = 'dicom.association' AND outcome = 'done'"
        audited = {session_id for (session_id,) in database.execute(entries)}
        of_rows = {name for (name,) in database.execute("SELECT DISTINCT association_id FROM instances")}
    files = chain(folder.conflicts.glob(f"*{SUFFIX}"), folder.trash.glob(f"*/*{SUFFIX}"))
    of_files = {read_provenance(path).arrival.association_id for path in files}
    for association_id in (of_rows | of_files) - audited:
        yield f"6: association {association_id} is not in the audit"


def deletes_are_all_or_nothing(
    folder: DataFolder, journal: Journal, holdings: _Holdings, changes: Changes
) -> Iterator[str]:
    """Check 7: a study is wholly in one place, and the trash lists what lies in it."""
    places: dict[str, set[str]] = {study: set() for study in changes.deleted}
    for answer in journal.acknowledged():
        sent = answer.sent
        if sent.study_instance_uid in places and answer.status != IN_CONFLICT:
            is_trashed = sent.digest in holdings.trashed.get(sent.sop_instance_uid, ())
            places[sent.study_instance_uid] |= {"trash"} if is_trashed else set()
            places[sent.study_instance_uid] |= {"index"} if sent.sop_instance_uid in holdings.found else set()
    yield from (f"7: study {study} is in {' and '.join(where)}" for study, where in places.items() if len(where) > 1)
    with closing(_open(folder)) as database:
        listed = {trash_id for (trash_id,) in database.execute("SELECT trash_id FROM trash")}
    for name in listed ^ {path.name for path in folder.trash.iterdir()}:
        yield f"7: the trash and its list differ in {name}"


def jobs_are_over(link: Client) -> Iterator[str]:
    """Check 8: after a start nothing pretends to run on."""
    for job in link.services.jobs.list():
        if not job.state.is_over:
            yield f"8: {job.title} is {job.state}"


def echo_comes_soon(seconds: float) -> Iterator[str]:
    """Check 9."""
    if seconds > ECHO_WITHIN_S:
        yield f"9: the first echo was answered after {seconds:.1f} s"


def _holdings(engine: EngineProcess, link: Client, journal: Journal, changes: Changes) -> _Holdings:
    series = {(sent.study_instance_uid, sent.series_instance_uid) for sent in journal.sent}
    found = uids_of_series(engine.dicom_port, series)
    holdings = _Holdings(found)
    for name, route in ROUTES.items():
        holdings.given_back[name] = route(engine, link, frozenset(found))
    for conflict in all_conflicts(link):
        digest = _digest(link.read_bytes(f"conflict/{conflict.conflict_id}"))
        holdings.in_conflict.setdefault(conflict.sop_instance_uid, set()).add(digest)
    for path in DataFolder(engine.site.data_dir).trash.glob(f"*/*{SUFFIX}"):
        uid = read_provenance(path).arrival.sop_instance_uid
        assert uid is not None, f"{path.name} in the trash says no UID"
        holdings.trashed.setdefault(uid, set()).add(_digest(path.read_bytes()))
    return holdings


def all_conflicts(link: Client) -> Iterator[Conflict]:
    """The whole list, page by page."""
    key = ""
    while True:
        page = link.services.conflicts.list(PageRequest(after_key=key, limit=1000))
        yield from page.items
        key = page.next_key
        if not key:
            return


def _digest(part10: bytes) -> str:
    return hashlib.sha256(dataset_of(part10)).hexdigest()


def _open(folder: DataFolder) -> sqlite3.Connection:
    return sqlite3.connect(_uri(folder.database), uri=True)


def _uri(path: Path) -> str:
    return f"file:{path}?mode=ro"
