"""The statement as a page, written by the engine from its present settings; saved as PDF or as the text itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QStandardPaths, Slot
from PySide6.QtGui import QAction, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.errors import InternalError, PacsDeskError
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.reading_page import MARKDOWN, ReadingPage
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Panel, PanelContext

AskTarget = Callable[[QWidget, str, Callable[[Path], None]], None]
PDF = ".pdf"
_MARGINS_MM = QMarginsF(18, 18, 18, 18)


class ConformancePanel(Panel):
    """Reads the statement when it is opened and when it is refreshed."""

    def __init__(self, context: PanelContext, ask: AskTarget) -> None:
        """ask: where to write; given the proposed file name and what to do with the answer."""
        super().__init__()
        self._context = context
        self._ask = ask
        self._statement: ConformanceStatement | None = None
        self._name = ElidedLabel(tone=Tone.MUTED)
        self._page = ReadingPage(Space.XL)
        self._states = ListStates(self._page)
        self.save = QAction(icon("save"), translate("Conformance", "Save..."), self)
        self._build()
        self.refresh()

    def _build(self) -> None:
        self.save.setToolTip(translate("Conformance", "Write the statement to a file, as PDF or as text"))
        self.save.setEnabled(False)
        self.save.triggered.connect(self._on_save)
        self._page.setAccessibleName(translate("Conformance", "Conformance statement"))
        tools = QFrame()
        set_look(tools, surface="0", edge="bottom")
        row = QHBoxLayout(tools)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.L)
        row.addWidget(action_button(self.save, Rank.PRIMARY))
        row.addWidget(self._name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tools)
        layout.addWidget(self._states, 1)
        self.setFocusProxy(self._page)

    def refresh(self) -> None:
        """Ask for the statement of the settings as they are now."""
        if self._statement is None:
            self._states.show_loading()
        engine = self._context.services.engine
        self._context.calls.start(engine.conformance, self._on_read, self._on_failed, owner=self)

    def panel_actions(self) -> tuple[QAction, ...]:
        """Saving."""
        return (self.save,)

    def text(self) -> str:
        """What shows, as plain text."""
        return self._page.toPlainText()

    def _on_read(self, statement: ConformanceStatement) -> None:
        if self._statement is None or statement.markdown != self._statement.markdown:
            self._page.show_markdown(statement.markdown)
        self._statement = statement
        words = translate("Conformance", "{ae_title}, version {version}")
        self._name.set_text(words.format(ae_title=statement.ae_title, version=statement.version))
        self.save.setEnabled(True)
        self._states.show_content()

    def _on_failed(self, error: PacsDeskError) -> None:
        if self._statement is None:
            self._states.show_error(error, self.refresh)
        else:
            self._context.notices.fail(error)

    @Slot()
    def _on_save(self) -> None:
        if self._statement is not None:
            self._ask(self, f"conformance-{self._statement.ae_title}{PDF}", self._save_to)

    def _save_to(self, target: Path) -> None:
        statement = self._statement
        if statement is not None:
            calls: Calls = self._context.calls
            calls.start(
                lambda: write_statement(statement, target),
                lambda _nothing: self._on_saved(target),
                self._context.notices.fail,
                owner=self,
            )

    def _on_saved(self, target: Path) -> None:
        self._context.notices.say(translate("Conformance", "Written to {path}").format(path=target))


def write_statement(statement: ConformanceStatement, target: Path) -> None:
    """Write a PDF where the name ends so, else the text. Blocks. Raises InternalError with the disk's reason."""
    try:
        with target.open("wb") as file:  # Qt does not say why it could not write
            if target.suffix.casefold() != PDF:
                file.write(statement.markdown.encode())
        if target.suffix.casefold() == PDF:
            _write_pdf(statement, target)
    except OSError as error:
        title = translate("Conformance", "The file {path} could not be written.").format(path=target)
        hint = translate("Conformance", "Choose another folder.")
        raise InternalError(title, error.strerror or "", hint) from error


def _write_pdf(statement: ConformanceStatement, target: Path) -> None:
    writer = QPdfWriter(str(target))
    writer.setTitle(statement.title)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, _MARGINS_MM))
    document = QTextDocument()
    document.setMarkdown(statement.markdown, MARKDOWN)
    document.print_(writer)


def ask_target(parent: QWidget, file_name: str, on_chosen: Callable[[Path], None]) -> None:
    """Ask with the system's dialog; nothing follows when the person backs out."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = translate("Conformance", "PDF files (*.pdf);;Text files (*.md)")
    dialog = QFileDialog(parent, translate("Conformance", "Save the conformance statement"), folder, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(file_name)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("md" if "*.md" in kind else "pdf"))
    dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
