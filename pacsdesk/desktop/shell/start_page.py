"""What the window shows before there is an engine: what is being done, or why it did not work and what to try."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.errors import explain, title_of
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.shell.attachment import Stranger
from pacsdesk.desktop.shell.way_out import command_in, words_to_stop

_WIDTH = 336


class StartPage(QStackedWidget):
    """One line of what is under way, or a page with the reason and Retry."""

    def __init__(self) -> None:
        super().__init__()
        self._line = TextLabel(translate("Shell", "Starting"), tone=Tone.MUTED)
        self._failure: MessagePage | None = None
        self.addWidget(self._build_progress())

    def _build_progress(self) -> QWidget:
        page = QWidget()
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(translate("Shell", "Starting"))
        inner = QVBoxLayout(column)
        inner.setSpacing(Space.M)
        inner.addWidget(TextLabel("PACSDesk", size=TypeSize.DISPLAY, strong=True))
        inner.addWidget(bar)
        inner.addWidget(self._line)
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        layout.addWidget(column, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return page

    def show_step(self, words: str) -> None:
        """Say what is being done now."""
        self._line.setText(words)
        self.setCurrentIndex(0)
        self._drop_page()

    def show_failure(
        self, error: PacsDeskError, retry: Callable[[], None], stop: Callable[[Sequence[str]], None]
    ) -> None:
        """Say what stopped the start. stop: the engine that stands in the way, by the words of its `pacsdesk stop`."""
        buttons = [make_button(translate("Shell", "Retry"), Rank.PRIMARY)]
        buttons[0].clicked.connect(lambda: retry())
        words = words_to_stop(error)
        if words:
            buttons.append(make_button(translate("Shell", "Stop that engine")))
            buttons[-1].clicked.connect(
                lambda: self._ask_to_stop(words, stop, lambda: self.show_failure(error, retry, stop))
            )
        command = command_in(error.hint)
        if command:
            buttons.append(make_button(translate("Shell", "Copy the command")))
            buttons[-1].clicked.connect(lambda: QGuiApplication.clipboard().setText(command))
        self._show_page(MessagePage("server-off", title_of(error), explain(error, "\n"), buttons))

    def show_other_site(
        self, stranger: Stranger, begin: Callable[[], None], leave: Callable[[], object], *, can_start: bool
    ) -> None:
        """Say that another site's engine answers. can_start: our own is one of this computer."""
        again = make_button(
            translate("Shell", "Start engine") if can_start else translate("Shell", "Retry"), Rank.PRIMARY
        )
        again.clicked.connect(lambda: begin())
        quit_button = make_button(translate("Shell", "Quit"))
        quit_button.clicked.connect(lambda: leave())
        self._show_page(MessagePage("server-off", stranger.title, stranger.detail, [again, quit_button]))

    def _ask_to_stop(
        self, words: Sequence[str], stop: Callable[[Sequence[str]], None], back: Callable[[], None]
    ) -> None:
        """A second press on a page that names the site: the engine of another site is no small thing to stop."""
        confirm, cancel = (
            make_button(translate("Shell", "Stop it"), Rank.DANGER),
            make_button(translate("Shell", "Cancel")),
        )
        confirm.clicked.connect(lambda: stop(words))
        cancel.clicked.connect(lambda: back())
        confirm.setEnabled(False)  # the second half of a double click stops nothing
        soon = QTimer(confirm)
        soon.setSingleShot(True)
        soon.timeout.connect(lambda: confirm.setEnabled(True))
        soon.start(QApplication.doubleClickInterval())
        self._show_page(
            MessagePage(
                "server-off",
                translate("Shell", "Stop the engine of {site}?").format(site=plain(words[-1])),
                translate(
                    "Shell",
                    "It is another site\u2019s. Until it is started again it receives no images, and whoever sends to "
                    "it is refused.",
                ),
                [confirm, cancel],
            )
        )
        cancel.setFocus()

    def _show_page(self, page: MessagePage) -> None:
        self._drop_page()
        self._failure = page
        self.addWidget(page)
        self.setCurrentWidget(page)

    def _drop_page(self) -> None:
        if self._failure is not None:
            self.removeWidget(self._failure)
            self._failure.deleteLater()
            self._failure = None
