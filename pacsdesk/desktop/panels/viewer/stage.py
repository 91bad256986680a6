"""The middle of the viewer: the image with its scroll bar and status line, or a page in its place."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.desktop.kit.buttons import make_button
from pacsdesk.desktop.kit.errors import explain, title_of
from pacsdesk.desktop.kit.formatting import format_count, format_decimal
from pacsdesk.desktop.kit.image_texts import ImageTexts
from pacsdesk.desktop.kit.image_view import ImageView
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.placement import FITTED
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.kit.theme import set_look, tabular
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.viewer.description_page import DescriptionPage
from pacsdesk.desktop.panels.viewer.imaging_words import place_in_own_words
from pacsdesk.desktop.panels.viewer.reading import LoadedFrame
from pacsdesk.desktop.panels.viewer.rendering import to_image, value_text
from pacsdesk.desktop.panels.viewer.stack import Stack
from pacsdesk.desktop.panels.viewer.view_state import ViewState
from pacsdesk.imaging.objects import Picture
from pacsdesk.imaging.windowing import GreyScale, Window

NOTICE = marked("Viewer", "Not for primary diagnosis")
NARROWEST = 320


class Stage(QWidget):
    """position_chosen: the scroll bar was moved. retry_asked: the error page's button."""

    position_chosen = Signal(int)
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ImageView()
        self.description = DescriptionPage()
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self._pages = QStackedWidget()
        self._message: MessagePage | None = None
        self._value = ElidedLabel(size=TypeSize.SMALL)
        self._place = ElidedLabel(tone=Tone.MUTED, size=TypeSize.SMALL, side=Qt.AlignmentFlag.AlignRight)
        self._frame: LoadedFrame | None = None
        self._state = ViewState()
        self._pointed = (-1, -1)
        self._stack_place = (0, 0)
        self._where = ""  # of the stack, and of the frame on the screen: the stack may be ahead of it
        self._shown_where = ""
        self.setMinimumWidth(NARROWEST)
        self._build()
        self.view.pointed.connect(self._on_pointed)
        self.view.placement_changed.connect(self._show_texts)
        self._bar.valueChanged.connect(self.position_chosen)

    @property
    def status_text(self) -> str:
        """What the status line says of the pixel under the pointer."""
        return self._value.text()

    def show_empty(self) -> None:
        """Nothing is open."""
        title = translate("Viewer", "No series is open")
        words = translate("Viewer", "Open a study from Studies, with a double click.")
        self._show_message(MessagePage("image", title, words))

    def show_gone(self) -> None:
        """What was open is in the archive no more."""
        title = translate("Viewer", "This study is no longer in the archive")
        words = translate("Viewer", "It was deleted meanwhile. Deleted studies wait under Studies, on the page Trash.")
        self._show_message(MessagePage("image", title, words))

    def show_error(self, error: PacsDeskError) -> None:
        """Nothing can be shown: what happened and another try."""
        button = make_button(translate("Viewer", "Retry"), icon_name="refresh-cw")
        button.clicked.connect(self._on_retry)
        self._show_message(MessagePage("alert-triangle", title_of(error), explain(error), [button]))

    def show_black(self) -> None:
        """A series is being opened."""
        self._frame = None
        self.view.show_image(QImage())
        self.view.show_texts(ImageTexts())
        self._value.set_text("")
        self._pages.setCurrentIndex(0)

    def show_frame(self, frame: LoadedFrame, state: ViewState) -> None:
        """Show what was loaded, in the way of `state`."""
        self._frame, self._state = frame, state
        self._write_place(*self._stack_place)
        self._shown_where = self._where
        if frame.picture is not None:
            self.view.show_image(
                to_image(frame.picture, state, with_overlay=state.has_texts), frame.picture.geometry.aspect
            )
            self._pages.setCurrentIndex(0)
            self._show_texts()
            self._on_pointed(*self._pointed)
            return
        if frame.description is not None:
            self.description.show_description(frame.description)
        elif frame.reason is not None:
            self.description.show_reason(frame.reason)
        self._value.set_text("")
        self._pages.setCurrentIndex(1)

    def show_state(self, state: ViewState) -> None:
        """The same frame in another way."""
        self._state = state
        if self._frame is not None and self._frame.picture is not None:
            self.show_frame(self._frame, state)

    def show_place(self, stack: Stack) -> None:
        """Where in the stack we are."""
        self._bar.blockSignals(True)
        self._bar.setRange(0, max(0, len(stack) - 1))
        self._bar.setValue(stack.position)
        self._bar.blockSignals(False)
        self._bar.setVisible(len(stack) > 1)
        self._write_place(stack.position, len(stack))

    def _write_place(self, position: int, total: int) -> None:
        self._stack_place = (position, total)
        is_image = self._frame is None or self._frame.picture is not None
        words = (
            translate("Viewer", "Image {number} of {total}")
            if is_image
            else translate("Viewer", "Object {number} of {total}")
        )
        where = words.format(number=format_count(position + 1), total=format_count(total))
        self._where = where if total else ""
        self._place.set_text(self._where)

    @Slot()
    def reset_placement(self) -> None:
        """The whole image, as large as it fits."""
        self.view.place(FITTED)

    def _build(self) -> None:
        self._bar.setAccessibleName(translate("Viewer", "Position in the series"))
        self._bar.setPageStep(10)
        self._bar.hide()
        self._value.setFont(tabular(self._value.font()))
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.description)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._pages)
        middle.addWidget(self._bar)
        status = QWidget()
        set_look(status, surface="1")
        status.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(status)
        line.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        line.setSpacing(Space.XL)
        line.addWidget(self._value, 1)
        line.addWidget(self._place, 1)  # both give way to the notice, which is always readable
        line.addWidget(TextLabel(translate("Viewer", NOTICE), tone=Tone.WARNING, size=TypeSize.SMALL, strong=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle)
        layout.addWidget(status)

    def _show_message(self, page: MessagePage) -> None:
        if self._message is not None:
            self._pages.removeWidget(self._message)
            self._message.deleteLater()
        self._message = page
        self._frame = None
        self._value.set_text("")
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    @Slot()
    def _show_texts(self) -> None:
        picture = self._frame.picture if self._frame is not None else None
        if picture is None or not self._state.has_texts:
            self.view.show_texts(ImageTexts())
            return
        edges = picture.geometry.edges
        self.view.show_texts(
            ImageTexts(
                top_left=picture.texts.patient,
                top_right=picture.texts.study,
                bottom_left=(
                    *map(place_in_own_words, picture.texts.place),
                    *((self._shown_where,) if self._shown_where else ()),
                ),
                bottom_right=self._view_lines(picture),
                left=edges.left,
                right=edges.right,
                top=edges.top,
                bottom=edges.bottom,
            )
        )

    def _view_lines(self, picture: Picture) -> tuple[str, ...]:
        zoom = format_decimal(self.view.zoom * 100, 0)
        lines = [translate("Viewer", "Zoom {percent} %").format(percent=zoom)]
        if picture.scale is not None:
            lines.append(_window_line(picture, picture.scale, self._state))
        if self._state.is_inverted:
            lines.insert(0, translate("Viewer", "Inverted"))
        return tuple(lines)

    @Slot(int, int)
    def _on_pointed(self, column: int, row: int) -> None:
        self._pointed = (column, row)
        picture = self._frame.picture if self._frame is not None else None
        self._value.set_text(value_text(picture, column, row) if picture is not None else "")

    @Slot()
    def _on_retry(self) -> None:
        self.retry_asked.emit()


def _window_line(picture: Picture, scale: GreyScale, state: ViewState) -> str:
    voi = state.voi(picture, scale)
    if not isinstance(voi, Window):
        return f"VOI LUT {voi.explanation}".strip()
    digits = 0 if voi.width >= 10 else 2
    words = translate("Viewer", "W {width}  L {center}", "window width and center")
    return words.format(width=format_decimal(voi.width, digits), center=format_decimal(voi.center, digits))
