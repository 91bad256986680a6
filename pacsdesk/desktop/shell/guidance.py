"""Leads the person on from wherever they are: the palette's entries, the page's help, the sheet of shortcuts."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from pacsdesk.contract.records.jobs import Job
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, PanelSpec
from pacsdesk.desktop.shell.palette import CommandPalette, PaletteEntry, entries_of_actions
from pacsdesk.desktop.shell.panel_stack import PanelStack
from pacsdesk.desktop.shell.sheets import WIDE, SideSheet, help_page, job_page, shortcuts_page
from pacsdesk.desktop.shell.shell_actions import ShellActions


class Guidance(QObject):
    """Fills palette and side sheet for the panel that shows."""

    def __init__(
        self,
        specs: Sequence[PanelSpec],
        stack: PanelStack,
        sheet: SideSheet,
        palette: CommandPalette,
        actions: ShellActions,
        site_option: str,
    ) -> None:
        """site_option: how a command names this site."""
        super().__init__(stack)
        self._specs = specs
        self._stack = stack
        self._sheet = sheet
        self._palette = palette
        self._actions = actions
        self._site_option = site_option

    @Slot()
    def open_palette(self) -> None:
        """Ctrl+K."""
        entries = [
            PaletteEntry(
                _title(spec),
                translate("Shell", "Go to"),
                icon(spec.icon),
                partial(self._stack.go, Destination(spec.panel_id)),
            )
            for spec in self._specs
        ]
        panel, spec = self._stack.current_panel(), self._stack.current_spec()
        if panel is not None and spec is not None:
            entries += entries_of_actions(panel.panel_actions(), _title(spec))
        for detail, actions in self._actions.palette_groups():
            entries += entries_of_actions(actions, detail)
        self._palette.open(entries)

    @Slot()
    def show_help(self) -> None:
        """F1: the page's help beside it, or away again."""
        spec = self._stack.current_spec()
        if spec is None:
            return
        if self._sheet.title() == _help_title(spec):
            self._sheet.close_sheet()
        else:
            self._sheet.open(_help_title(spec), help_page(spec.panel_id))

    def follow(self, spec: PanelSpec) -> None:
        """Another panel shows: help that is open becomes its own."""
        if self._sheet.title() in {_help_title(other) for other in self._specs}:
            self._sheet.open(_help_title(spec), help_page(spec.panel_id))

    @Slot()
    def show_shortcuts(self) -> None:
        """?: all shortcuts of shell and page, or away again."""
        title = translate("Shell", "Shortcuts")
        if self._sheet.title() == title:
            self._sheet.close_sheet()
            return
        panel, spec = self._stack.current_panel(), self._stack.current_spec()
        groups = [(translate("Shell", "Everywhere"), self._actions.with_keys())]
        if panel is not None and spec is not None:
            groups.append((_title(spec), panel.panel_actions()))
        self._sheet.open(title, shortcuts_page(groups))

    @Slot()
    def show_elsewhere(self) -> None:
        """What has no page in the window yet, or away again."""
        title = translate("Shell", "Command line")
        if self._sheet.title() == title:
            self._sheet.close_sheet()
        else:
            self._sheet.open(title, help_page("command-line", site=self._site_option), WIDE)

    @Slot(object)
    def show_job(self, job: Job) -> None:
        """What went wrong with a job."""
        self._sheet.open(translate("Shell", "Job"), job_page(job))


def _title(spec: PanelSpec) -> str:
    return translate("Panels", spec.title)


def _help_title(spec: PanelSpec) -> str:
    return translate("Shell", "Help: {panel}").format(panel=_title(spec))
