"""Faults of the worklist: empty, foreign or garbled though everything is connected."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import datetime, timedelta

from pydicom.dataset import Dataset
from pynetdicom import evt

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import Fault, Level, Start
from pacsdesk.engine.training.faults.healthy import Peer, behaving
from pacsdesk.engine.training.faults.manner import WORKLIST, Manner, Orders
from pacsdesk.engine.training.faults.serving import PENDING, Answer, on_find

_OTHER_STATION = "CT_ROOM2"
_SEES_EMPTY = "The modality's worklist is empty, though patients are waiting."


def _each(change: Callable[[Dataset], None]) -> Orders:
    def changed(orders: tuple[Dataset, ...]) -> tuple[Dataset, ...]:
        copies = tuple(map(deepcopy, orders))
        for order in copies:
            change(order)
        return copies

    return changed


def _for_another_station(order: Dataset) -> None:
    order.ScheduledProcedureStepSequence[0].ScheduledStationAETitle = _OTHER_STATION


def _for_tomorrow(order: Dataset) -> None:
    step = order.ScheduledProcedureStepSequence[0]
    day = datetime.strptime(step.ScheduledProcedureStepStartDate, "%Y%m%d") + timedelta(days=1)
    step.ScheduledProcedureStepStartDate = day.strftime("%Y%m%d")


def _for_another_modality(order: Dataset) -> None:
    order.ScheduledProcedureStepSequence[0].Modality = "OT"


def _garbled(order: Dataset) -> None:
    """Names in UTF-8 that are said to be in Latin alphabet No. 1."""
    name = str(order.PatientName).encode("utf-8").decode("latin_1")
    order.SpecificCharacterSet = "ISO_IR 100"
    order.PatientName = name


def _on_unlimited_find(event: evt.Event, peer: Peer) -> Iterator[Answer]:
    """All orders whatever was asked; everything but the worklist is answered as it should be."""
    if event.context.abstract_syntax != WORKLIST:
        yield from on_find(event, peer)
        return
    for order in _each(_for_another_station)(peer.holdings.orders):
        yield PENDING, order


def _with_orders(orders: Orders) -> Start:
    return behaving(Manner(orders=orders))


SCHEDULING = (
    Fault(
        "worklist-other-station",
        FindingCode.WORKLIST_EMPTY,
        Level.DIMSE,
        "Nobody waits for CT01",
        _SEES_EMPTY,
        f"The orders are planned for the station {_OTHER_STATION}; the modality asks for CT01.",
        _with_orders(_each(_for_another_station)),
    ),
    Fault(
        "worklist-other-day",
        FindingCode.WORKLIST_EMPTY,
        Level.DIMSE,
        "Nobody waits today",
        _SEES_EMPTY,
        "The orders are planned for tomorrow: the information system's clock or the entry is wrong.",
        _with_orders(_each(_for_tomorrow)),
    ),
    Fault(
        "worklist-other-modality",
        FindingCode.WORKLIST_EMPTY,
        Level.DIMSE,
        "Nobody waits for CT",
        _SEES_EMPTY,
        "The orders' procedure codes are mapped to the modality OT instead of CT.",
        _with_orders(_each(_for_another_modality)),
    ),
    Fault(
        "worklist-no-orders",
        FindingCode.WORKLIST_EMPTY,
        Level.DIMSE,
        "Nobody waits at all",
        _SEES_EMPTY,
        "No order arrived at the worklist server: its feed of HL7 messages is down.",
        _with_orders(lambda orders: ()),
    ),
    Fault(
        "worklist-foreign-orders",
        FindingCode.WORKLIST_EMPTY,
        Level.DIMSE,
        "Patients of other rooms",
        "The modality's worklist shows patients who are not meant for it.",
        f"The server does not look at the station and day that were asked for: orders of {_OTHER_STATION} come, too.",
        behaving(Manner(handlers={evt.EVT_C_FIND: _on_unlimited_find})),
    ),
    Fault(
        "worklist-garbled",
        FindingCode.WORKLIST_EMPTY,
        Level.DIMSE,
        "Strange names",
        "The worklist comes, with names that nobody can read.",
        "The names are in UTF-8, and the server says that they are in Latin alphabet No. 1.",
        _with_orders(_each(_garbled)),
    ),
)
