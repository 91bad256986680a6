"""Several pages under one row of tools, one at a time: its own tools on the left, the tabs on the right."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pacsdesk.desktop.kit.formatting import format_count
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space


class TabbedPages(QWidget):
    """What a panel consists of when it has more than one page. Whoever focuses it comes to the page that shows."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        """name: of the row of tabs, for who cannot see it."""
        super().__init__()
        self.switch = QTabBar()
        self._titles: list[str] = []
        self._led_to: set[int] = set()
        self._pages = QStackedWidget()
        self._toolbars = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._build(name)
        self.switch.currentChanged.connect(self._on_chosen)

    def _build(self, name: str) -> None:
        self.switch.setAccessibleName(name)
        self.switch.setDrawBase(False)
        self.switch.setExpanding(False)
        tools = QFrame()
        set_look(tools, surface="0", edge="bottom")
        row = QHBoxLayout(tools)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.L)
        row.addWidget(self._toolbars, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(tools)
        self._column.addWidget(self._pages, 1)

    def add(self, title: str, page: QWidget, toolbar: QWidget | None = None, *, is_led_to: bool = False) -> int:
        """Another page, the last one; its number. toolbar: shows while the page does. is_led_to: so does its tab, since
        nobody goes there without something to look at."""
        self._titles.append(title)
        self._pages.addWidget(page)
        self._toolbars.addWidget(toolbar or QWidget())
        number = self.switch.addTab(title)
        if is_led_to:
            self._led_to.add(number)
            self.switch.setTabVisible(number, False)
        if number == 0:
            self.setFocusProxy(page)
        return number

    def put_above(self, widget: QWidget) -> None:
        """Between the tools and the pages, below what was put there before."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def put_beside(self, widget: QWidget, narrowest: int, sizes: tuple[int, int]) -> None:
        """On the right of all pages, with a handle between; once. narrowest, sizes (pages, widget): pixels."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._pages)
        splitter.addWidget(widget)
        splitter.setSizes(list(sizes))
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        widget.setMinimumWidth(narrowest)
        self._column.addWidget(splitter, 1)

    @property
    def number(self) -> int:
        """Which page shows."""
        return self._pages.currentIndex()

    def shows(self, page: QWidget | None) -> bool:
        """Whether it is this one; never for None, a page that this person has not."""
        return page is not None and self._pages.currentWidget() is page

    def choose(self, number: int) -> None:
        """Show a page."""
        self.switch.setTabVisible(number, True)
        self.switch.setCurrentIndex(number)

    def count(self, number: int, waiting: int) -> None:
        """Say beside a page's title how much waits there; 0 says nothing."""
        title = self._titles[number]
        self.switch.setTabText(number, f"{title} {format_count(waiting)}" if waiting else title)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self._toolbars.setCurrentIndex(number)
        if page := self._pages.currentWidget():
            self.setFocusProxy(page)
        for other in self._led_to - {number}:
            self.switch.setTabVisible(other, False)
        self.switch.updateGeometry()  # Qt forgets it when a tab comes or goes
        self.chosen.emit(number)
