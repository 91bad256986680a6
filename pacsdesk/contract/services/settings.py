"""Settings as typed, described values."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.engine import SettingInfo


class SettingsService(Protocol):
    """Names are `section.key`. Raises NotFound for an unknown one."""

    @requires(Permission.SETTING_VIEW)
    def list(self) -> tuple[SettingInfo, ...]:
        """All settings in the order of the file."""
        ...

    @requires(Permission.SETTING_VIEW)
    def get(self, name: str) -> SettingInfo:
        """One setting."""
        ...

    @requires(Permission.SETTING_CHANGE)
    def set(self, name: str, value: str | int | bool) -> SettingInfo:
        """Check a value and write it to the file, comments kept. Text is converted. Raises InvalidInput."""
        ...
