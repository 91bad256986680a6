"""Settings while no engine runs: read from the folder's file, written under its lock, checked as the engine would.

Who may write the file may change them; what is changed here stands in the audit from the engine's next start on.
"""

import getpass
from collections.abc import Callable
from dataclasses import dataclass

from pacsdesk.contract.errors import InvalidInput, NotFound, StorageBroken, Unavailable
from pacsdesk.contract.records.engine import SettingInfo
from pacsdesk.contract.records.security import ActorKind, AuditOutcome
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.lock import FolderLock
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.settings import Settings, Value, all_declared, declared, value_of
from pacsdesk.engine.runtime.settings_file import read_settings, write_setting
from pacsdesk.engine.security.aside import EntriesAside


@dataclass(frozen=True, slots=True)
class Listed:
    """All settings. is_site: false when these are the defaults, there being no site; problem: why they are the
    defaults although there is one."""

    settings: tuple[SettingInfo, ...]
    is_site: bool
    problem: InvalidInput | None = None


class OfflineSettings:
    """The settings of a folder on which no engine runs, whether or not it is a site."""

    def __init__(self, folder: DataFolder) -> None:
        """Raises Refused for an archive that lost its settings, Unavailable for a folder that we may not look into."""
        self._folder = folder
        try:
            folder.check_keeps_settings()
        except OSError as error:
            raise Unavailable(
                f"{folder.root} cannot be looked into.",
                f"{error.strerror}.",
                "Do this under the account that runs its engine, or name the engine with --engine.",
            ) from error

    def list(self) -> Listed:
        """All settings of a site, or the defaults: whoever has a wrong file looks here for what would be right."""
        if not self._folder.is_site():
            return Listed(_infos(Settings()), is_site=False)
        try:
            return Listed(_infos(read_settings(self._folder.settings)), is_site=True)
        except InvalidInput as error:
            return Listed(_infos(Settings()), is_site=True, problem=error)

    def get(self, name: str) -> SettingInfo:
        """One setting, of the site or by default. Raises NotFound, InvalidInput for a wrong file."""
        setting = declared(name)
        settings = read_settings(self._folder.settings) if self._folder.is_site() else Settings()
        return setting.info(value_of(settings, name))

    def set(self, name: str, value: Value) -> SettingInfo:
        """Write one value. Raises Refused while an engine has the folder, NotFound, InvalidInput, StorageBroken."""
        folder = self._folder
        folder.check_is_site()
        lock = FolderLock(folder.lock)
        lock.take()
        try:
            return _audited(folder, f"{name} {value}", lambda: write_setting(folder.settings, name, value))
        except OSError as error:
            raise StorageBroken(
                f"{folder.settings} cannot be changed.", f"{error.strerror}.", "Check its rights and the disk."
            ) from error
        finally:
            lock.release()


def _audited(folder: DataFolder, subject: str, change: Callable[[], SettingInfo]) -> SettingInfo:
    """The change with its beginning and end in the audit, as the guard of a running engine has it."""
    aside = EntriesAside(folder.audit_aside)

    def note(outcome: AuditOutcome, reason: str) -> None:
        aside.note(
            {
                "at": clock.now().replace(tzinfo=None),
                "actor_kind": ActorKind.SYSTEM,
                "actor_name": getpass.getuser(),
                "address": "",
                "session_id": "",
                "action": "settings.set",
                "subject": subject,
                "outcome": outcome,
                "reason": reason,
            }
        )

    note(AuditOutcome.BEGUN, "")
    try:
        changed = change()
    except (InvalidInput, NotFound) as error:
        note(AuditOutcome.FAILED, error.title)
        raise
    note(AuditOutcome.DONE, "while no engine ran")
    return changed


def _infos(settings: Settings) -> tuple[SettingInfo, ...]:
    return tuple(setting.info(value_of(settings, setting.name)) for setting in all_declared())
