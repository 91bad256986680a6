"""What the desktop expects of the Qt binding itself."""

import sys

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, QStringListModel, Qt


class Blank(QStringListModel):
    """A list whose every answer is nothing."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return None


def test_an_answer_of_none_costs_none_no_reference() -> None:
    # PySide6 6.12.0 loses one each time, until Python 3.11 ends the process
    blank = Blank(["a"])
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(blank)
    index = proxy.index(0, 0)
    before = sys.getrefcount(None)
    for _ in range(1000):
        proxy.data(index)
    assert sys.getrefcount(None) - before > -100
