"""The instances of a request that are not committed, with the reason of each; or that there is none."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSettings, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.records.commitments import Commitment, UncommittedInstance
from pacsdesk.contract.services.commitments import CommitmentsService
from pacsdesk.contract.types import SOPClassUID
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.theme import mono_font
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panels.commitments.words import reason_of

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
REASON, SOP_INSTANCE, SOP_CLASS = range(3)
_TITLES = (
    marked("Commitments", "Reason"),
    marked("Commitments", "SOP Instance UID"),
    marked("Commitments", "SOP class"),
)
_WIDTHS = {REASON: 248, SOP_INSTANCE: 440, SOP_CLASS: 180}


@dataclass(frozen=True, slots=True)
class Failures:
    """What is not committed. class_names: of each SOP class among them, its UID where PS3.6 has no name for it."""

    instances: tuple[UncommittedInstance, ...]
    class_names: Mapping[SOPClassUID, str]


def read_failures(commitments: CommitmentsService, request: Commitment) -> Failures:
    """Ask the engine; blocks. Raises NotFound."""
    import pydicom  # noqa: F401, PLC0415  # whole, before a part of it: another thread may be at it
    from pydicom.uid import UID  # noqa: PLC0415  # 0.27 s, which only a worker thread may wait for

    instances = commitments.failures(request.commitment_id)
    return Failures(instances, {uid: UID(uid).name for uid in {one.sop_class_uid for one in instances}})


class FailureModel(QAbstractTableModel):
    """Rows are asked for as they come into view, so that 20,000 cost nothing but their memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failures = Failures((), {})

    def show(self, failures: Failures) -> None:
        """Show these."""
        self.beginResetModel()
        self._failures = failures
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._failures.instances)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Commitments", _TITLES[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._failures.instances[index.row()], index.column())
        if role == Qt.ItemDataRole.FontRole and index.column() == SOP_INSTANCE:
            return mono_font()
        return None

    def _text(self, instance: UncommittedInstance, column: int) -> str:
        if column == REASON:
            return reason_of(instance)
        return (
            instance.sop_instance_uid if column == SOP_INSTANCE else self._failures.class_names[instance.sop_class_uid]
        )


class FailureList(QWidget):
    """Follows one request."""

    def __init__(self, preferences: QSettings) -> None:
        super().__init__()
        self._model = FailureModel(self)
        name = translate("Commitments", "Instances that are not safe")
        self.table = Table(preferences, "commitment-failures", name=name)
        self.table.set_default_columns(_WIDTHS, filling=(SOP_INSTANCE,), spare=(SOP_CLASS,))
        self.table.set_model(self._model)
        self.states = ListStates(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.states)

    def begin(self) -> None:
        """Another request is asked about: nothing of the one before stays."""
        self._model.show(Failures((), {}))
        self.states.show_content()
        self.states.show_loading()

    def show_failures(self, request: Commitment, failures: Failures) -> None:
        """What the last check found."""
        self._model.show(failures)
        if failures.instances:
            self.states.show_content()
        elif request.number_of_failures is None:
            self.states.show_empty(
                "hard-drive",
                translate("Commitments", "Not checked yet"),
                translate("Commitments", "Each instance is read anew from the disk before the sender is told."),
            )
        else:
            self.states.show_empty(
                "shield-check",
                counted("Commitments", "All %Ln instances are safe", request.number_of_instances),
                translate("Commitments", "Each was read anew from the disk and is as it came."),
            )
