"""The engine's process: takes the folder, starts everything or nothing, prints the ready line, drains when asked."""

import faulthandler
import logging
import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event

from pacsdesk.contract.errors import StorageBroken
from pacsdesk.engine.compose.engine import compose
from pacsdesk.engine.operations.engine import Engine
from pacsdesk.engine.runtime.lock import FolderLock
from pacsdesk.engine.runtime.logs import EngineLog, open_faults
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import give_large_blocks_back, on_stop_signals, raise_descriptor_limit
from pacsdesk.engine.runtime.settings_file import read_settings

log = logging.getLogger(__name__)
DRAIN_S = 8.0
_LOOK_FOR_SIGNALS_S = 0.25


def serve(folder: DataFolder, overrides: Mapping[str, str]) -> int:
    """Run until asked to stop. Raises PacsDeskError when it cannot start: nothing is left running then."""
    folder.check_is_site()
    os.umask(0o077)
    raise_descriptor_limit()
    give_large_blocks_back()
    with _told(folder):
        return _serve(folder, overrides)


def _serve(folder: DataFolder, overrides: Mapping[str, str]) -> int:
    folder.make()
    lock = FolderLock(folder.lock)
    lock.take()
    try:
        engine_log = EngineLog(folder.logs, read_settings(folder.settings, overrides).log)
        engine_log.open()
        try:
            is_clean = _run(folder, overrides, lock)
        except BaseException:
            log.critical("the engine could not go on", exc_info=True)
            raise
        finally:
            engine_log.close()
        if not is_clean:
            # what still runs may write, so the lock goes with the process; Python would wait for it, perhaps for good
            lock.withdraw()
            os._exit(0)
    finally:
        lock.release()
    return 0


@contextmanager
def _told(folder: DataFolder) -> Iterator[None]:
    """What the system or SQLite answers where nobody expects it, as a sentence with the next step; the log has all."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StorageBroken(
            f"The engine cannot work in {folder.root}.",
            f"{error.filename}: {error.strerror}." if isinstance(error, OSError) else f"{folder.database}: {error}.",
            "Check that the account that runs it may write everything in that folder, and the disk; the logs in "
            f"{folder.logs} may tell more.",
        ) from error


def _run(folder: DataFolder, overrides: Mapping[str, str], lock: FolderLock) -> bool:
    """Serve until asked to stop, then drain. Answers whether all work had ended."""
    with open_faults(folder.logs) as faults:
        faulthandler.enable(faults)
        stop = Event()
        engine = compose(folder, overrides, stop.set, lock.run_id)
        try:
            on_stop_signals(stop.set)  # first: whoever reads the ready line may ask for the end at once
            _announce(engine, lock)
            # the system may give a signal to any thread; Python handles it on this one, and only when this one wakes
            while not stop.wait(_LOOK_FOR_SIGNALS_S):
                pass
            log.info("draining")
            is_clean = engine.drain(DRAIN_S)
            log.info("stopped, %s", "all work had ended" if is_clean else "some work was interrupted")
        finally:
            engine.close()
            faulthandler.disable()
    return is_clean


def _announce(engine: Engine, lock: FolderLock) -> None:
    addresses = engine.start()
    lock.announce(f"http://{addresses.http}", addresses.dicom)
    log.info("ready, dicom=%s http=%s", addresses.dicom, addresses.http)
    sys.stdout.write(f"ready dicom={addresses.dicom} http={addresses.http}\n")
    sys.stdout.flush()
