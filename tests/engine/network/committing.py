"""A sender on pynetdicom that asks for storage commitment, and takes results on its association or on ours."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue
from ssl import SSLContext
from threading import Event
from typing import Any

from pydicom import Dataset
from pydicom.uid import UID, ExplicitVRLittleEndian, ImplicitVRLittleEndian
from pynetdicom import AE, build_context, evt
from pynetdicom.association import Association
from pynetdicom.pdu import P_DATA_TF

from tests.engine.network.listening import KNOWN, OWN_TITLE, ListeningSite

REQUEST = 1
PUSH_MODEL, WELL_KNOWN = UID("1.2.840.10008.1.20.1"), UID("1.2.840.10008.1.20.1.1")
SYNTAXES: list[str | UID] = [ExplicitVRLittleEndian, ImplicitVRLittleEndian]


@dataclass(frozen=True, slots=True)
class Result:
    """An N-EVENT-REPORT as the sender saw it. failed: Failure Reasons by SOP Instance UID."""

    event_type_id: int
    transaction_uid: str
    committed: list[str]
    failed: dict[str, int]
    retrieve_ae_title: str
    was_caller: bool  # whether it came on an association that the sender opened


@dataclass
class Inbox:
    """Results, each once it is answered. answers: the status that each one gets, 0000 when there is none left."""

    results: "Queue[Result]" = field(default_factory=Queue)
    answers: list[int] = field(default_factory=list)
    _unanswered: list[Result] = field(default_factory=list)

    @property
    def handlers(self) -> list[Any]:  # Any: pynetdicom's events and handlers have no type
        """What an association needs to put results here."""
        return [(evt.EVT_N_EVENT_REPORT, self._take), (evt.EVT_PDU_SENT, self._sent)]

    def _take(self, event: Any) -> tuple[int, Dataset | None]:
        information = event.event_information
        self._unanswered.append(
            Result(
                event_type_id=event.event_type,
                transaction_uid=str(information.TransactionUID),
                committed=[item.ReferencedSOPInstanceUID for item in information.get("ReferencedSOPSequence", [])],
                failed={
                    item.ReferencedSOPInstanceUID: item.FailureReason
                    for item in information.get("FailedSOPSequence", [])
                },
                retrieve_ae_title=str(information.get("RetrieveAETitle", "")),
                was_caller=event.assoc.is_requestor,
            )
        )
        return (self.answers.pop(0) if self.answers else 0), None

    def _sent(self, event: Any) -> None:
        """The answer is on its way: a release before it would be against PS3.8 9.2, and pynetdicom's end of itself."""
        while isinstance(event.pdu, P_DATA_TF) and self._unanswered:
            self.results.put(self._unanswered.pop(0))

    def next(self) -> Result:
        """The next result."""
        return self.results.get(timeout=20)


def action_information(transaction_uid: str, references: Sequence[tuple[str, str]]) -> Dataset:
    """A request for these instances: class and instance UID."""
    ds = Dataset()
    ds.TransactionUID = transaction_uid
    ds.ReferencedSOPSequence = []
    for sop_class_uid, sop_instance_uid in references:
        item = Dataset()
        item.ReferencedSOPClassUID = sop_class_uid
        item.ReferencedSOPInstanceUID = sop_instance_uid
        ds.ReferencedSOPSequence.append(item)
    return ds


@contextmanager
def requestor(
    port: int, inbox: Inbox | None = None, calling: str = KNOWN, syntaxes: Sequence[str | UID] = SYNTAXES
) -> Iterator[Association]:
    """An association of a sender, which takes results on it."""
    ae = AE(calling)
    ae.dimse_timeout = ae.acse_timeout = ae.network_timeout = 20
    handlers = inbox.handlers if inbox else []
    contexts = [build_context(PUSH_MODEL, list(syntaxes))]
    association = ae.associate("127.0.0.1", port, contexts, ae_title=OWN_TITLE, evt_handlers=handlers)
    assert association.is_established, "the caller was not accepted"
    try:
        yield association
    finally:
        if association.is_established:
            association.release()


def wait_until(site: ListeningSite, is_true: Callable[[], bool]) -> None:
    """Look again whenever the site tells that something changed."""
    changed = Event()
    end = site.events.subscribe(lambda _event: changed.set())
    try:
        while not is_true():
            assert changed.wait(20), "nothing changed"
            changed.clear()
    finally:
        end()


def ask(association: Association, information: Dataset | None, **changed: Any) -> tuple[int, str]:
    """Request; status and Error Comment of the answer. changed: parts of the command that are not as they should be."""
    command = {"action_type": REQUEST, "class_uid": PUSH_MODEL, "instance_uid": WELL_KNOWN, **changed}
    status, _ = association.send_n_action(information, **command)
    return status.Status, str(status.get("ErrorComment", ""))


@contextmanager
def listener_of_others(calling: str = KNOWN) -> Iterator[int]:
    """A sender that takes associations for verification alone; its port."""
    ae = AE(calling)
    ae.supported_contexts = [build_context("1.2.840.10008.1.1")]
    server = ae.start_server(("127.0.0.1", 0), block=False)
    assert server is not None, "it listens beside the test"
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()


@contextmanager
def result_listener(inbox: Inbox, calling: str = KNOWN, port: int = 0, tls: SSLContext | None = None) -> Iterator[int]:
    """A sender that takes results on associations of ours, in which we are the SCP; its port."""
    ae = AE(calling)
    ae.add_supported_context(PUSH_MODEL, SYNTAXES, scu_role=False, scp_role=True)
    server = ae.start_server(("127.0.0.1", port), block=False, evt_handlers=inbox.handlers, ssl_context=tls)
    assert server is not None, "it listens beside the test"
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
