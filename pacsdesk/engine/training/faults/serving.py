"""What the healthy peer answers, service by service: handlers of pynetdicom's events that are given the peer, too."""

from collections.abc import Callable, Iterator
from threading import Thread
from typing import Protocol, cast

from pydicom.dataset import Dataset
from pydicom.uid import UID
from pynetdicom import AE, build_context, build_role, evt
from pynetdicom.dimse_primitives import N_CREATE, N_SET
from pynetdicom.presentation import PresentationContext

from pacsdesk.engine.training.faults.fault import Lesson
from pacsdesk.engine.training.faults.holdings import Holdings
from pacsdesk.engine.training.faults.manner import COMMITMENT, COMMITMENT_INSTANCE, FIND, WORKLIST, Address, Manner
from pacsdesk.engine.training.faults.matching import chosen, find, matches

SUCCESS, PENDING, CANCELLED = 0x0000, 0xFF00, 0xFE00
OUT_OF_RESOURCES, UNKNOWN_DESTINATION, DOES_NOT_MATCH_CLASS = 0xA700, 0xA801, 0xA900
_DUPLICATE_INSTANCE, _NO_SUCH_INSTANCE, _NOT_CHANGEABLE = 0x0111, 0x0112, 0x0110
_ALL_COMMITTED, _SOME_FAILED = 1, 2
_NO_SUCH_OBJECT = 0x0112  # as a Failure Reason, PS3.3 C.14.1.1

Answer = tuple[int, Dataset | None]
Handler = Callable[..., object]


class ServingPeer(Protocol):
    """What handlers need of the peer that they answer for."""

    lesson: Lesson
    manner: Manner
    holdings: Holdings
    ae: AE

    def destination(self, ae_title: str) -> Address | None: ...
    def begin(self, task: Thread) -> None: ...


def on_echo(event: evt.Event, peer: ServingPeer) -> int:
    """Always there."""
    return SUCCESS


def on_store(event: evt.Event, peer: ServingPeer) -> int:
    """Keep it while there is room."""
    ds = event.dataset
    ds.file_meta = event.file_meta
    kept = peer.manner.keeps(ds)
    if kept is None or peer.holdings.add(kept, len(event.encoded_dataset(include_meta=False))):
        return SUCCESS
    return OUT_OF_RESOURCES


def on_find(event: evt.Event, peer: ServingPeer) -> Iterator[Answer]:
    """Worklist and Query/Retrieve, both."""
    identifier, matching = event.identifier, peer.manner.matching
    abstract_syntax = event.context.abstract_syntax
    if abstract_syntax == WORKLIST:
        yield from ((PENDING, order) for order in _orders(event, identifier, peer))
        return
    if not identifier.get("QueryRetrieveLevel"):
        yield DOES_NOT_MATCH_CLASS, None
        return
    root = "S" if abstract_syntax == FIND[1] else "P"
    may_see = not matching.callers or event.assoc.requestor.ae_title in matching.callers
    if root not in matching.models or not may_see:
        return
    for answer in find(identifier, peer.holdings.instances(), matching):
        answer.RetrieveAETitle = peer.manner.ae_title
        yield (CANCELLED, None) if event.is_cancelled else (PENDING, answer)


def on_move(event: evt.Event, peer: ServingPeer) -> Iterator[object]:
    """Sends what was asked for to the destination, if that is known."""
    address = peer.destination(str(event.move_destination).strip())
    if address is None:
        yield None, None
        return
    found = chosen(event.identifier, peer.holdings.instances())
    yield address.host, address.port, {"ae_title": address.ae_title, "contexts": _contexts_for(found)}
    yield len(found)
    yield from _sent(event, found)


def on_get(event: evt.Event, peer: ServingPeer) -> Iterator[object]:
    """Sends what was asked for to who asked."""
    found = chosen(event.identifier, peer.holdings.instances())
    yield len(found)
    yield from _sent(event, found)


def on_commitment(event: evt.Event, peer: ServingPeer) -> tuple[int, Dataset | None]:
    """Accepts the request; the report goes out on a connection of its own, if the caller is known and listens."""
    address = peer.destination(event.assoc.requestor.ae_title)
    if address and peer.manner.commitments.are_told:
        report = _report(event.action_information, peer)
        task = Thread(target=_tell, args=(peer.ae, address, report), name="fault-commitment", daemon=True)
        peer.begin(task)
    return SUCCESS, None


def on_step_begun(event: evt.Event, peer: ServingPeer) -> tuple[int, Dataset | None]:
    """N-CREATE of a performed procedure step."""
    request = cast(N_CREATE, event.request)
    is_new = peer.holdings.begin_step(str(request.AffectedSOPInstanceUID))
    return (SUCCESS, Dataset()) if is_new else (_DUPLICATE_INSTANCE, None)


def on_step_changed(event: evt.Event, peer: ServingPeer) -> tuple[int, Dataset | None]:
    """N-SET: a step that is over is not changed any more (PS3.4 F.7.2.2.2)."""
    status = str(event.modification_list.get("PerformedProcedureStepStatus", ""))
    request = cast(N_SET, event.request)
    before = peer.holdings.change_step(str(request.RequestedSOPInstanceUID), status)
    if before is None:
        return _NO_SUCH_INSTANCE, None
    return (SUCCESS, Dataset()) if before == "IN PROGRESS" else (_NOT_CHANGEABLE, None)


def _orders(event: evt.Event, identifier: Dataset, peer: ServingPeer) -> Iterator[Dataset]:
    for order in peer.manner.orders(peer.holdings.orders):
        if event.is_cancelled:
            return
        if matches(identifier, order, peer.manner.matching):
            yield order


def _sent(event: evt.Event, found: list[Dataset]) -> Iterator[Answer]:
    for ds in found:
        if event.is_cancelled:
            yield CANCELLED, None
            return
        yield PENDING, ds


def _contexts_for(found: list[Dataset]) -> list[PresentationContext]:
    """One presentation context for each SOP class and transfer syntax."""
    kinds = dict.fromkeys((str(ds.SOPClassUID), str(ds.file_meta.TransferSyntaxUID)) for ds in found)
    return [build_context(UID(sop_class), UID(syntax)) for sop_class, syntax in kinds]


def _report(request: Dataset, peer: ServingPeer) -> Dataset:
    held = {str(ds.SOPInstanceUID) for ds in peer.holdings.instances()}
    failure = peer.manner.commitments.failure
    report = Dataset()
    report.TransactionUID = request.TransactionUID
    safe: list[Dataset] = []
    failed: list[Dataset] = []
    for item in request.get("ReferencedSOPSequence") or []:
        reason = failure or (None if str(item.ReferencedSOPInstanceUID) in held else _NO_SUCH_OBJECT)
        (failed if reason else safe).append(item)
        if reason:
            item.FailureReason = reason
    if safe:
        report.ReferencedSOPSequence = safe
    if failed:
        report.FailedSOPSequence = failed
    return report


def _tell(ae: AE, address: Address, report: Dataset) -> None:
    association = ae.associate(
        address.host,
        address.port,
        ae_title=address.ae_title,
        contexts=[build_context(COMMITMENT)],
        ext_neg=[build_role(COMMITMENT, scp_role=True)],
    )
    if not association.is_established:
        return
    kind = _SOME_FAILED if "FailedSOPSequence" in report else _ALL_COMMITTED
    association.send_n_event_report(report, kind, COMMITMENT, COMMITMENT_INSTANCE)
    association.release()
