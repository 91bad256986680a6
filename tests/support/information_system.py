"""An information system that is told of performed steps (MPPS), after PS3.4 F.7: what it was told can be looked at.

On pynetdicom alone, apart from the peers that the program itself ships.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from pydicom.dataset import Dataset
from pynetdicom import AE, evt
from pynetdicom.dimse_primitives import N_CREATE, N_SET

from tests.support.network import LOOPBACK, free_port

MPPS = "1.2.840.10008.3.1.2.3.3"
_MISSING, _DUPLICATE, _UNKNOWN, _OVER = 0x0120, 0x0111, 0x0112, 0x0110
# type 1 of N-CREATE, PS3.4 table F.7.2-1
_MUST = (
    "ScheduledStepAttributesSequence",
    "PerformedProcedureStepID",
    "PerformedStationAETitle",
    "PerformedProcedureStepStartDate",
    "PerformedProcedureStepStartTime",
    "PerformedProcedureStepStatus",
    "Modality",
)


class InformationSystem:
    """port: where it listens. steps: as it knows them, by their UIDs."""

    def __init__(self) -> None:
        self.port = free_port()
        self.steps: dict[str, Dataset] = {}

    def create(self, event: evt.Event) -> tuple[int, Dataset | None]:
        """N-CREATE."""
        told = event.attribute_list
        uid = str(cast(N_CREATE, event.request).AffectedSOPInstanceUID)
        if uid in self.steps:
            return _DUPLICATE, None
        if not all(told.get(name) for name in _MUST):
            return _MISSING, None
        self.steps[uid] = told
        return 0x0000, told

    def set(self, event: evt.Event) -> tuple[int, Dataset | None]:
        """N-SET; a step that is over stays as it is."""
        told = event.modification_list
        step = self.steps.get(str(cast(N_SET, event.request).RequestedSOPInstanceUID))
        if step is None:
            return _UNKNOWN, None
        if step.PerformedProcedureStepStatus != "IN PROGRESS":
            return _OVER, None
        if told.PerformedProcedureStepStatus != "IN PROGRESS" and not told.get("PerformedSeriesSequence"):
            return _MISSING, None  # PS3.4 F.7.2.2.2: one series at least at the end
        step.update(told)
        return 0x0000, step


@contextmanager
def information_system() -> Iterator[InformationSystem]:
    """One that listens until the end."""
    system = InformationSystem()
    ae = AE("STEPS")
    ae.add_supported_context(MPPS)
    ae.start_server(
        (LOOPBACK, system.port),
        block=False,
        evt_handlers=[(evt.EVT_N_CREATE, system.create), (evt.EVT_N_SET, system.set)],
    )
    try:
        yield system
    finally:
        ae.shutdown()
