"""What opens beside the work and closes with Esc: help of the panel (F1), shortcuts (?), problems of a job."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.jobs import Job, JobProblem
from pacsdesk.contract.resources import resources_path
from pacsdesk.desktop.kit.buttons import icon_button, make_button
from pacsdesk.desktop.kit.commands import as_typed
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import format_count, plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.reading_page import ReadingPage
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import HEADER_HEIGHT, Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate

WIDTH = 320
WIDE = 560  # for pages of commands
SHOWN_PROBLEMS = 200  # of each kind; the command line lists them all


class SideSheet(QFrame):
    """A column at the right edge with a title and a cross; shows one thing at a time."""

    opened = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = TextLabel(size=TypeSize.TITLE, strong=True)
        self._page: QWidget | None = None
        self._layout = QVBoxLayout(self)
        set_look(self, surface="1", edge="left")
        self.setFixedWidth(WIDTH)
        self._build()
        self.hide()

    def _build(self) -> None:
        bar = QWidget()
        bar.setFixedHeight(HEADER_HEIGHT)
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.L, 0, Space.S, 0)
        cross = icon_button("x", translate("Shell", "Close"))
        cross.clicked.connect(self.close_sheet)
        row.addWidget(self._title, 1)
        row.addWidget(cross)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(bar)

    def title(self) -> str:
        """What it shows, "" when it is closed."""
        return self._title.text() if self._page is not None else ""

    def open(self, title: str, page: QWidget, width: int = WIDTH) -> None:
        """Show a page in place of the one before."""
        self._drop_page()
        self.setFixedWidth(width)
        self._title.setText(title)
        self._page = page
        self._layout.addWidget(page, 1)
        self.setAccessibleName(title)
        self.opened.emit()
        self.show()

    def close_sheet(self) -> bool:
        """Esc; answers whether it was open."""
        if self._page is None:
            return False
        self._drop_page()
        self.hide()
        self.closed.emit()
        return True

    def _drop_page(self) -> None:
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None


def help_page(name: str, **values: str) -> QWidget:
    """A page of resources/help, in the language of the window where it is there; links are not followed.

    name: a panel's id, or another page. values: what stands for the words in braces.
    """
    page = ReadingPage(Space.L)
    page.document().setIndentWidth(Space.L)
    folder, code = resources_path() / "help", QLocale.languageToCode(QLocale().language())
    files = (folder / code / f"{name}.md", folder / f"{name}.md")
    text = next(file for file in files if file.is_file()).read_text(encoding="utf-8")
    for word, value in values.items():
        text = text.replace(f"{{{word}}}", value)
    text = as_typed(text)
    page.show_markdown(text.partition("\n")[2] if text.startswith("# ") else text)  # the sheet has the title already
    return page


def shortcuts_page(groups: Sequence[tuple[str, Sequence[QAction]]]) -> QWidget:
    """Every action that has a shortcut, by where it works."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(Space.L, 0, Space.L, Space.L)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnStretch(0, 1)
    row = 0
    for title, actions in groups:
        with_keys = [action for action in actions if action.shortcuts()]
        if not with_keys:
            continue
        grid.addWidget(TextLabel(title, tone=Tone.MUTED, strong=True), row, 0, 1, 2)
        for action in with_keys:
            row += 1
            keys = TextLabel(action.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText))
            set_look(keys, role="key")
            grid.addWidget(TextLabel(action.text().replace("&", "")), row, 0)
            grid.addWidget(keys, row, 1, alignment=Qt.AlignmentFlag.AlignRight)
        row += 1
    grid.setRowStretch(row, 1)
    return _scrolling(page)


def job_page(job: Job) -> QWidget:
    """What a job could not do, with each thing's reason, ready to be copied."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(Space.L, 0, Space.L, Space.L)
    layout.setSpacing(Space.M)
    layout.addWidget(TextLabel(in_own_words(job.title), strong=True, wrap=True))
    summary = job.result.summary if job.result is not None else job.error
    layout.addWidget(TextLabel(in_own_words(summary), tone=Tone.MUTED, wrap=True, selectable=True))
    problems = job.result.problems if job.result is not None else ()
    copy = make_button(translate("Shell", "Copy details"))
    lines = [job.title, summary, *(f"{problem.subject}\t{problem.reason}" for problem in problems)]
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(lines)))
    layout.addWidget(copy, alignment=Qt.AlignmentFlag.AlignLeft)
    if job.result is not None and job.result.number_of_problems > len(problems):
        words = counted("Shell", "The first {shown} of %Ln problems:", job.result.number_of_problems)
        layout.addWidget(TextLabel(words.format(shown=format_count(len(problems))), tone=Tone.MUTED, wrap=True))
    for problem in problems[:SHOWN_PROBLEMS]:
        layout.addLayout(_subject_and_reason(problem, Tone.DANGER))
    passed_over = job.result.passed_over if job.result is not None else ()
    if job.result is not None and passed_over:
        words = counted("Shell", "%Ln files passed over:", job.result.number_passed_over)
        layout.addWidget(TextLabel(words, tone=Tone.MUTED, wrap=True))
    for one in passed_over[:SHOWN_PROBLEMS]:
        layout.addLayout(_subject_and_reason(one, Tone.MUTED))
    layout.addStretch()
    return _scrolling(page)


def _subject_and_reason(problem: JobProblem, tone: Tone) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(Space.XS)
    pair.addWidget(TextLabel(plain(problem.subject), wrap=True, selectable=True))
    pair.addWidget(TextLabel(in_own_words(plain(problem.reason)), tone=tone, wrap=True, selectable=True))
    return pair


def _scrolling(page: QWidget) -> QScrollArea:
    set_look(page, surface="1")
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
