"""The four states of a list, designed once: loading, empty, filtered to nothing, error; or its content.

Exactly one shows. A skeleton comes only after 150 ms, so that quick answers do not flicker.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.desktop.kit.buttons import Rank, action_button, make_button
from pacsdesk.desktop.kit.code_text import CodeText
from pacsdesk.desktop.kit.errors import explain, title_of
from pacsdesk.desktop.kit.icons import icon_pixmap
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import colour, row_height
from pacsdesk.desktop.kit.tokens import Space, Token, TypeSize
from pacsdesk.desktop.kit.translation import translate

SKELETON_AFTER_MS = 150
_TEXT_WIDTH = 440
_PICTURE_SIDE = 32
_BAR_WIDTHS = (0.62, 0.48, 0.7, 0.55, 0.4, 0.66, 0.5)


class Skeleton(QWidget):
    """Grey bars where rows will be."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Kit", "Loading"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar per row, of uneven widths, fading out downwards."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Token.SURFACE_2))
        height, rows = row_height(), min(self.height() // row_height(), 12)
        for row in range(rows):
            painter.setOpacity(1.0 - row / (rows + 1))
            width = (self.width() - 2 * Space.L) * _BAR_WIDTHS[row % len(_BAR_WIDTHS)]
            painter.drawRoundedRect(QRectF(Space.L, row * height + (height - 10) / 2 + Space.S, width, 10), 4, 4)
        painter.end()


class MessagePage(QWidget):
    """What there is to say instead of content: a picture, a title, words, and what to do; command: to be typed."""

    def __init__(
        self, icon_name: str, title: str, text: str, buttons: Sequence[QWidget] = (), command: str = ""
    ) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._wrapped: tuple[TextLabel, ...] = ()  # Qt tells of changes while this is being made
        self._picture = TextLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._picture.setFixedHeight(_PICTURE_SIDE)
        heading = TextLabel(title, size=TypeSize.TITLE, strong=True, wrap=True)
        words = TextLabel(text, tone=Tone.MUTED, wrap=True)
        for label in (heading, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(_TEXT_WIDTH)
        self._wrapped = (heading, words)
        self._fit()
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        layout.setSpacing(Space.S)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(heading, alignment=Qt.AlignmentFlag.AlignHCenter)
        if text:
            layout.addWidget(words, alignment=Qt.AlignmentFlag.AlignHCenter)
        if command:
            code = CodeText(command, title)
            code.setFixedWidth(_TEXT_WIDTH)
            layout.addWidget(code, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(Space.S)
        layout.addLayout(row)
        layout.addStretch(3)
        self.setAccessibleName(f"{title} {text}".strip())

    def showEvent(self, event: QShowEvent) -> None:
        """The style of the window may have another font than the words were made with."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """As may the next theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """All lines have room: a layout would think of one line first."""
        for label in self._wrapped:
            label.ensurePolished()
            label.setMinimumHeight(max(label.heightForWidth(_TEXT_WIDTH), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Keep the picture in the colour of the theme in force."""
        wanted = icon_pixmap(self._icon_name, Token.TEXT_3, _PICTURE_SIDE)
        if self._picture.pixmap().cacheKey() != wanted.cacheKey():
            self._picture.setPixmap(wanted)
        super().paintEvent(event)


class ListStates(QStackedWidget):
    """Holds a list's content and shows it, or one of the four states in its place."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._skeleton = Skeleton()
        self._page: MessagePage | None = None
        self._pending = QTimer(self)
        self._pending.setSingleShot(True)
        self._pending.setInterval(SKELETON_AFTER_MS)
        self._pending.timeout.connect(self._on_waited_long)
        self.addWidget(content)
        self.addWidget(self._skeleton)
        self.setCurrentWidget(content)

    def show_loading(self) -> None:
        """Work has begun; what shows stays for 150 ms, then the skeleton comes."""
        if not self._pending.isActive() and self.currentWidget() is not self._skeleton:
            self._pending.start()

    def show_content(self) -> None:
        """There is something to list."""
        self._pending.stop()
        self.setCurrentWidget(self._content)
        self._drop_page()

    def show_empty(
        self, icon_name: str, title: str, text: str, actions: Sequence[QAction] = (), command: str = ""
    ) -> None:
        """There is nothing yet: what would be here, and how it comes. The first action is the primary one."""
        ranks = [Rank.PRIMARY, *[Rank.PLAIN] * len(actions)]
        buttons = [action_button(action, rank) for action, rank in zip(actions, ranks, strict=False)]
        self._show_page(MessagePage(icon_name, title, text, buttons, command))

    def show_filtered(self, title: str, clear: Callable[[], None], text: str = "") -> None:
        """Something exists, the filter hides all of it: offer to clear."""
        button = make_button(translate("Kit", "Clear search"))
        button.clicked.connect(lambda: clear())
        self._show_page(MessagePage("search", title, text, [button]))

    def show_error(self, error: PacsDeskError, retry: Callable[[], None]) -> None:
        """What happened, why, and another try."""
        button = make_button(translate("Kit", "Retry"))
        button.clicked.connect(lambda: retry())
        self._show_page(MessagePage("alert-triangle", title_of(error), explain(error), [button]))

    @Slot()
    def _on_waited_long(self) -> None:
        self.setCurrentWidget(self._skeleton)
        self._drop_page()

    def _show_page(self, page: MessagePage) -> None:
        self._pending.stop()
        self._drop_page()
        self._page = page
        self.addWidget(page)
        self.setCurrentWidget(page)

    def _drop_page(self) -> None:
        if self._page is not None:
            self.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
