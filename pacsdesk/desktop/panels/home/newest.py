"""The newest studies as a short list: Enter or a double click opens one."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pacsdesk.contract.records.archive import Study
from pacsdesk.desktop.kit.formatting import format_count, format_moment, format_person_name, plain
from pacsdesk.desktop.kit.translation import marked, translate

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

TITLES = (
    marked("Home", "Patient"),
    marked("Home", "Study"),
    marked("Home", "Modality"),
    marked("Home", "Images"),
    marked("Home", "Received"),
)
WIDTHS = {0: 144, 1: 112, 2: 80, 3: 72, 4: 136}
PATIENT, STUDY, MODALITY, IMAGES = 0, 1, 2, 3


class NewestModel(QAbstractTableModel):
    """A handful of studies, newest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._studies: tuple[Study, ...] = ()

    def show_studies(self, studies: tuple[Study, ...]) -> None:
        """Replace all; nothing happens when nothing changed, so that a selection stays."""
        if studies != self._studies:
            self.beginResetModel()
            self._studies = studies
            self.endResetModel()

    def study(self, row: int) -> Study:
        """The study of a row."""
        return self._studies[row]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """A flat list."""
        return 0 if parent.isValid() else len(self._studies)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """See TITLES."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles, numbers right-aligned as their cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == IMAGES else LEFT
        return translate("Home", TITLES[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Cells as text."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() == IMAGES else LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _cells(self._studies[index.row()])[index.column()]


def _cells(study: Study) -> tuple[str, ...]:
    return (
        format_person_name(study.patient_name),
        plain(study.study_description),
        plain(", ".join(study.modalities_in_study)),
        format_count(study.number_of_instances),
        format_moment(study.last_received_at),
    )
