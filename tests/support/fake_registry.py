"""The registry as a whole of an engine in memory: what tests put there, and what was asked of it."""

from datetime import datetime

from pacsdesk.contract.records.registry import FieldChange, RegistryFormat, RegistryImport, RegistryVersion
from tests.support.fake_state import FakeService


class FakeRegistry(FakeService):
    def history(self, name: str = "") -> tuple[RegistryVersion, ...]:
        self.site.enter("registry.history")
        return tuple(version for version in self.site.versions if name in ("", version.name))

    def diff(self, first: int, second: int) -> tuple[FieldChange, ...]:
        self.site.enter("registry.diff")
        return self.site.versions[0].fields if first != second else ()

    def rollback(self, version_id: int, reason: str = "") -> tuple[RegistryVersion, ...]:
        self.site.enter("registry.rollback")
        self.site.reasons.append(reason)
        return tuple(version for version in self.site.versions if version.version_id == version_id)

    def take_back(self, version_ids: tuple[int, ...], reason: str = "") -> tuple[RegistryVersion, ...]:
        self.site.enter("registry.take_back")
        self.site.taken_back.append(version_ids)
        return tuple(version for version in self.site.versions if version.version_id in version_ids)

    def rollback_all(self, at: datetime, reason: str = "") -> tuple[RegistryVersion, ...]:
        self.site.enter("registry.rollback_all")
        self.site.reasons.append(reason)
        return tuple(version for version in self.site.versions if version.changed_at > at)

    def export(self, form: RegistryFormat) -> str:
        self.site.enter("registry.export")
        return f"all as {form}\n"

    def preview(self, file_name: str, text: str, form: RegistryFormat | None = None) -> RegistryImport:
        self.site.enter("registry.preview")
        return RegistryImport(form or RegistryFormat.TOML, self.site.brought, is_applied=False)

    def take_in(
        self, file_name: str, text: str, form: RegistryFormat | None = None, reason: str = ""
    ) -> RegistryImport:
        self.site.enter("registry.take_in")
        self.site.reasons.append(reason)
        return RegistryImport(form or RegistryFormat.TOML, self.site.brought, is_applied=True, version_ids=(7, 8))
