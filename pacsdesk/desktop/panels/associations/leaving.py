"""What of the journal leaves this window: the list as a file, an evidence pack about one association."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.associations import AssociationFilter
from pacsdesk.contract.records.evidence import EvidenceRecords
from pacsdesk.desktop.kit.evidence_view import EvidenceNeeds, EvidenceView
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.saving import ask_where
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.associations.details import AssociationDetails
from pacsdesk.link.journal_file import JournalFormat, write_journal


def make_evidence_view(context: PanelContext, details: AssociationDetails) -> EvidenceView:
    """The page of a pack. details: beside the list, where the names of UIDs have been read."""

    def draw(records: EvidenceRecords) -> QWidget | None:
        if records.association is None:
            return None
        page = AssociationDetails(context)
        page.show_drawn(records.association, records.findings, details.names)
        return page

    needs = EvidenceNeeds(
        evidence=context.services.evidence,
        download=context.client.download,
        upload=context.client.upload,
        draw=draw,
        calls=context.calls,
        say=context.notices.say,
        fail=context.notices.fail,
        may_save=context.may(Permission.STUDY_EXPORT),
    )
    return EvidenceView(needs)


class JournalExport(QObject):
    """Writes what the list of the past is narrowed to."""

    def __init__(self, context: PanelContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self.which = AssociationFilter()
        self.action = QAction(icon("download"), translate("Associations", "Save the journal"), self)
        self.action.setToolTip(translate("Associations", "Write what the list is narrowed to, as CSV or JSON"))
        self.action.triggered.connect(self._on_triggered)

    def write(self, file: Path) -> None:
        """Write it, by its name as JSON or CSV."""
        form = JournalFormat.JSON if file.suffix.lower() == ".json" else JournalFormat.CSV
        associations, which, context = self._context.services.associations, self.which, self._context

        def told(number: int) -> None:
            words = counted("Associations", "%Ln associations in {path}", number)
            context.notices.say(words.format(path=file))

        context.calls.start(
            lambda: write_journal(associations, which, file, form), told, context.notices.fail, owner=self
        )

    @Slot()
    def _on_triggered(self) -> None:
        file = ask_where(self._window, translate("Associations", "Save the journal"), "journal.csv")
        if file is not None:
            self.write(file)
