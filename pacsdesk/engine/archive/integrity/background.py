"""Compares all files and rows while the engine runs, at a chosen rate, over restarts: finds rot before it is needed.

A file without a row is taken in as at a start; a row whose file is missing or damaged is marked and stays; everything
is reported, nothing is dropped. It goes folder by folder, and begins the folder anew in which the engine ended.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Event, Thread

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.contract.records.engine import BackgroundComparison
from pacsdesk.engine.archive.files.folders import open_folders
from pacsdesk.engine.archive.files.moves import pending_moves
from pacsdesk.engine.archive.index.marks import mark_files
from pacsdesk.engine.archive.integrity.check import Findings, compare_folder, compare_rest, folder_names, report_of
from pacsdesk.engine.archive.integrity.state import ComparisonState, StateFile
from pacsdesk.engine.archive.storing.recovery import Recovery
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder

log = logging.getLogger(__name__)

_LOOK_EVERY_S = 30.0
# after a failure (the disk is full, say) it waits so long
_AGAIN_AFTER_S = 600.0
# opening a small file costs as much as reading so many bytes more: else tiny objects would take a whole core
_BYTES_PER_FILE = 64 << 10


@dataclass(frozen=True, slots=True)
class Pace:
    """The settings, asked each time. mib_per_second: 0 stands still. every: from one end to the next beginning."""

    mib_per_second: Callable[[], int]
    every: Callable[[], timedelta]


class _Stopped(Exception):
    """The engine ends."""


class BackgroundCheck:
    """One thread, begun once and closed once."""

    def __init__(
        self,
        database: Database,
        folder: DataFolder,
        recovery: Recovery,
        pace: Pace,
        clock: Clock,
    ) -> None:
        self._database = database
        self._folder = folder
        self._recovery = recovery
        self._pace = pace
        self._clock = clock
        self._file = StateFile(folder.comparison)
        self._state = self._file.read()
        self._stop = Event()
        # a daemon: a dead disk may never answer what it reads
        self._thread = Thread(target=self._run, name="background-check", daemon=True)

    def begin(self) -> None:
        """Compare from now on."""
        self._thread.start()

    def close(self, seconds: float) -> bool:
        """Ask it to end where it is and wait so long. True when it has ended."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def standing(self) -> BackgroundComparison:
        """How far it is, and how the last ended."""
        state = self._state
        return BackgroundComparison(
            is_under_way=state.is_under_way,
            instances_checked=state.findings.instances_checked,
            ended_at=state.ended_at,
            number_of_findings=state.report.number_of_findings if state.report else 0,
            number_taken_in=len(state.report.taken_in) if state.report else 0,
        )

    def last_report(self) -> IntegrityReport | None:
        """What the last one found, None before the first has ended."""
        return self._state.report

    def compare(self) -> None:
        """Go on with the comparison that is under way, or begin one, to its end. Raises StorageFull, StorageBroken."""
        if not self._state.is_under_way:
            self._keep(replace(self._state, is_under_way=True, position="", findings=Findings(), taken_in=()))
        for name in folder_names(self._database, self._folder):
            if name > self._state.position:
                self._compare_folder(name)
        findings = self._state.findings
        compare_rest(self._database, self._folder, findings, self._read)
        report = report_of(self._database, findings, self._state.taken_in)
        self._keep(ComparisonState(ended_at=self._clock(), report=report))
        log.log(
            logging.INFO if report.is_clean else logging.ERROR,
            "index and files were compared in the background: %d instances, %d findings, %d files taken in",
            report.instances_checked,
            report.number_of_findings,
            len(report.taken_in),
        )

    def _compare_folder(self, name: str) -> None:
        # asked before the files are looked at: in a folder that is closed by now, every file has its row
        is_closed = name not in open_folders(self._database)
        found = Findings()
        compare_folder(self._database, self._folder, name, found, self._read)
        self._mark(name, found)
        taken, found.stray = self._settled(found.stray) if is_closed else ((), [])
        for fault, names in (("is missing", found.missing), ("is damaged", found.changed), ("has no row", found.stray)):
            for one in names:
                log.error("%s %s", one, fault)
        state = self._state
        self._keep(
            replace(state, position=name, findings=state.findings.with_those(found), taken_in=(*state.taken_in, *taken))
        )

    def _mark(self, name: str, found: Findings) -> None:
        missing, damaged = ([one.partition("/")[2] for one in names] for names in (found.missing, found.changed))
        with self._database.write() as connection:
            marked = mark_files(connection, name, missing, damaged)
        if marked:
            log.warning("%d instances of objects/%s were marked, or are whole again", len(marked), name)

    def _settled(self, strays: list[str]) -> tuple[tuple[str, ...], list[str]]:
        """Index files without a row. Answers those that have one now, and those that cannot be understood."""
        taken, left = [], []
        for stray in strays:
            path = self._folder.root / stray
            with self._database.read() as connection:
                is_leaving = pending_moves(connection, self._folder).takes_away(path)
            if is_leaving or not path.exists():
                continue
            if self._recovery.take_in_stray(path):
                taken.append(stray)
                log.warning("%s had no row: taken in", stray)
            else:
                left.append(stray)
        return tuple(taken), left

    def _run(self) -> None:
        pause = 0.0
        while not self._stop.wait(pause):
            pause = _LOOK_EVERY_S
            try:
                if self._is_due():
                    self.compare()
            except _Stopped:
                return
            except (PacsDeskError, OSError):
                log.exception("the comparison in the background could not go on")
                pause = _AGAIN_AFTER_S

    def _is_due(self) -> bool:
        if not self._pace.mib_per_second():
            return False
        ended_at = self._state.ended_at
        return self._state.is_under_way or ended_at is None or self._clock() - ended_at >= self._pace.every()

    def _read(self, length: int) -> None:
        """Wait as long as so many bytes are to take. Raises _Stopped."""
        rate = self._pace.mib_per_second()
        while not rate:
            self._wait(_LOOK_EVERY_S)
            rate = self._pace.mib_per_second()
        self._wait(max(length, _BYTES_PER_FILE) / (rate << 20))

    def _wait(self, seconds: float) -> None:
        if self._stop.wait(seconds):
            raise _Stopped

    def _keep(self, state: ComparisonState) -> None:
        self._state = state
        self._file.write(state)
