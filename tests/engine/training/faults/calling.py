"""The caller: pynetdicom, or a bare socket with PDUs written by hand, never our own SCU."""

import socket
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from pydicom.dataset import Dataset
from pynetdicom import AE, build_role, evt
from pynetdicom.association import Association

from pacsdesk.engine.training.faults.catalog import FAULTS, HEALTHY
from pacsdesk.engine.training.faults.fault import Lesson, RunningFault
from pacsdesk.engine.training.faults.manner import FIND, STORAGE, VERIFICATION
from tests.engine.network.raw_pdus import association_request
from tests.support.leaks import nothing_left_behind

TODAY = date(2026, 3, 1)
LESSON = Lesson(TODAY, lifetime_s=60)
ASSOCIATE_ACCEPT, ASSOCIATE_REJECT, ABORT = 0x02, 0x03, 0x07

BY_ID = {fault.id: fault for fault in (*HEALTHY, *FAULTS)}


@contextmanager
def running(fault_id: str, lesson: Lesson = LESSON) -> Iterator[RunningFault]:
    """The peer of that id; afterwards nothing of it may run."""
    with nothing_left_behind():
        fault = BY_ID[fault_id].start(lesson)
        try:
            yield fault
        finally:
            fault.stop()


@contextmanager
def connected(fault: RunningFault) -> Iterator[socket.socket]:
    """A bare connection with patience for a test."""
    with socket.create_connection((fault.host, fault.port), timeout=10) as connection:
        yield connection


@contextmanager
def associated(
    fault: RunningFault,
    *abstract_syntaxes: str,
    calling: str = "PACSDESK",
    on_store: Callable[[evt.Event], int] | None = None,
    contexts: Sequence[tuple[str, Sequence[str]]] = (),
) -> Iterator[Association]:
    """An association for these (Verification without any), ended afterwards; it may have failed.

    on_store: what receives by C-GET, for which roles are proposed then. contexts: with transfer syntaxes of their own.
    """
    opened: list[socket.socket] = []
    ae = AE(calling)
    ae.acse_timeout = ae.dimse_timeout = ae.network_timeout = 10
    for one in abstract_syntaxes or (() if contexts else (VERIFICATION,)):
        ae.add_requested_context(one)
    for one, syntaxes in contexts:
        ae.add_requested_context(one, list(syntaxes))
    association = ae.associate(
        fault.host,
        fault.port,
        ae_title=fault.ae_title,
        ext_neg=[build_role(one, scp_role=True) for one in STORAGE] if on_store else None,
        evt_handlers=[(evt.EVT_CONN_OPEN, _on_open, [opened]), *([(evt.EVT_C_STORE, on_store)] if on_store else [])],
    )
    try:
        yield association
    finally:
        if association.is_established:
            association.release()
        for thread in (association, association.dul):
            if thread.is_alive():
                thread.join(5)
        for connection in opened:
            connection.close()


def _on_open(event: evt.Event, opened: list[socket.socket]) -> None:
    """pynetdicom leaves sockets open whose peer has gone first."""
    transport = event.assoc.dul.socket
    assert transport
    assert transport.socket
    transport.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    opened.append(transport.socket)


def request_of(fault: RunningFault) -> bytes:
    """An association request for Verification, written by hand."""
    return association_request(called=fault.ae_title.encode(), calling=b"PACSDESK")


def first_bytes(fault: RunningFault, said: bytes | None = None) -> bytes:
    """Everything that the peer answers, until it closes, to what is said (an association request without it)."""
    with connected(fault) as connection:
        connection.sendall(request_of(fault) if said is None else said)
        return everything(connection)


def everything(connection: socket.socket) -> bytes:
    """All that comes until the end, a reset included."""
    content = b""
    while True:
        try:
            piece = connection.recv(1 << 16)
        except ConnectionError:
            return content
        if not piece:
            return content
        content += piece


def pdu(kind: int, body: bytes) -> bytes:
    """As the standard writes it (PS3.8 9.3.1)."""
    return struct.pack(">BxL", kind, len(body)) + body


def keys(level: str = "STUDY", **values: object) -> Dataset:
    """An identifier that wants the unique keys back, too."""
    ds = Dataset()
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.QueryRetrieveLevel = level
    ds.PatientID = ds.StudyInstanceUID = ""
    if level in ("SERIES", "IMAGE"):
        ds.SeriesInstanceUID = ""
    for keyword, value in values.items():
        setattr(ds, keyword, value)
    return ds


def found(association: Association, identifier: Dataset, model: str = FIND[1]) -> tuple[int, list[Dataset]]:
    """The last status of a C-FIND and its answers; the status is -1 when none came."""
    answers: list[Dataset] = []
    last = -1
    for status, answer in association.send_c_find(identifier, model):
        last = int(status.Status) if "Status" in status else -1
        if answer is not None:
            answers.append(answer)
    return last, answers


def towards(port: int) -> Lesson:
    """A lesson whose learner listens there."""
    return replace(LESSON, port=port)
