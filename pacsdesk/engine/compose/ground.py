"""What every feature stands on: settings, database, events, jobs, the state of the engine."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass

from pacsdesk.contract.records.engine import EngineState
from pacsdesk.contract.records.jobs import Lane
from pacsdesk.engine.migrations.upgrade import migrate
from pacsdesk.engine.operations.kinds import check_founded_as
from pacsdesk.engine.operations.state import StateOfEngine
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.ballast import Ballast
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.events import EventBus
from pacsdesk.engine.runtime.jobs.runner import JobRunner
from pacsdesk.engine.runtime.jobs.store import JobStore
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.settings_file import SettingsStore


@dataclass(frozen=True, slots=True)
class Ground:
    """What every feature stands on."""

    folder: DataFolder
    ballast: Ballast
    database: Database
    bus: EventBus
    state: StateOfEngine
    settings: SettingsStore
    jobs: JobRunner
    job_store: JobStore


def lay_ground(folder: DataFolder, overrides: Mapping[str, str]) -> Ground:
    """Read the settings, open and migrate the database. Raises PacsDeskError."""
    bus = EventBus()
    state = StateOfEngine(bus.publish)
    settings = SettingsStore(folder.settings, bus.publish, overrides)
    check_founded_as(folder, settings.current.site.profile)
    ballast = Ballast(folder.ballast, settings.current.archive.ballast_mib << 20, shutil.disk_usage)
    ballast.settle()  # first: opening the database takes room
    database = Database(
        folder.database, lambda reason: state.become(EngineState.READ_ONLY, reason), make_room=ballast.settle
    )
    migrate(database, folder, clock.now)
    job_store = JobStore(database)
    at_once = settings.current.jobs
    lanes = {
        Lane.ARCHIVE: at_once.archive_at_once,
        Lane.NETWORK: at_once.network_at_once,
        Lane.BACKUP: at_once.backup_at_once,
    }
    jobs = JobRunner(job_store, bus.publish, clock.now, lanes)
    return Ground(folder, ballast, database, bus, state, settings, jobs, job_store)
