"""Remembers which panel showed last, for each site by itself: what was open at one says nothing about another."""

from collections.abc import Sequence

from PySide6.QtCore import QSettings

from pacsdesk.desktop.panel import PanelSpec
from pacsdesk.desktop.shell.site_folder import key_of_site

_KEY = "window/panels"


class LastPanel:
    """The memory of one site, in the preferences of the window."""

    def __init__(self, preferences: QSettings, site: str) -> None:
        """site: its folder, or the address of its engine."""
        self._preferences = preferences
        self._key = key_of_site(_KEY, site)

    def remember(self, spec: PanelSpec) -> None:
        """This one shows; one that has nothing to show by itself is not remembered."""
        if not spec.is_led_to:
            self._preferences.setValue(self._key, spec.panel_id)

    def among(self, specs: Sequence[PanelSpec]) -> PanelSpec | None:
        """The one to begin with: the last, else the first; None without any."""
        word = str(self._preferences.value(self._key, ""))
        candidates = [spec for spec in specs if not spec.is_led_to]
        return next((spec for spec in candidates if spec.panel_id == word), next(iter(candidates or specs), None))
