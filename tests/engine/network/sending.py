"""A sender on pynetdicom that puts given bytes on the wire, whatever they are, as a device with its own ideas does."""

import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pydicom import Dataset
from pydicom.config import IGNORE
from pydicom.filereader import read_file_meta_info
from pydicom.uid import UID, ExplicitVRLittleEndian
from pynetdicom import AE, build_context
from pynetdicom.association import Association
from pynetdicom.dimse_primitives import C_STORE
from pynetdicom.pdu_primitives import A_ASSOCIATE

from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.support.part10 import dataset_of

PRIVATE_CLASS = "1.2.826.0.1.3680043.2.1143.99.1"
EXPLICIT = str(ExplicitVRLittleEndian)


@dataclass(frozen=True, slots=True)
class SentObject:
    """An object as a sender has it: identity, syntax, bytes of the dataset."""

    sop_class_uid: str
    sop_instance_uid: str
    transfer_syntax_uid: str
    content: bytes


class Sender:
    """An open association that sends raw datasets."""

    def __init__(self, association: Association) -> None:
        self.association = association

    def wait_for_the_end(self) -> None:
        """Return when the association is over. Raises AssertionError when it stays."""
        end = time.monotonic() + 10
        while self.association.is_established:
            assert time.monotonic() < end, "it is still there"
            time.sleep(0.01)

    @property
    def context_results(self) -> list[int | None]:
        """The answers to the proposed contexts, in their order."""
        contexts = [*self.association.accepted_contexts, *self.association.rejected_contexts]
        return [context.result for context in sorted(contexts, key=lambda context: context.context_id or 0)]

    def store(self, sent: SentObject, context_id: int = 1) -> tuple[int, str]:
        """Send; status and Error Comment of the answer."""
        request = C_STORE()
        request.MessageID = 1
        request.Priority = 2
        request.AffectedSOPClassUID = UID(sent.sop_class_uid)
        request.AffectedSOPInstanceUID = UID(sent.sop_instance_uid, IGNORE)
        request.DataSet = BytesIO(sent.content)
        self.association._reactor_checkpoint.clear()
        while not self.association._is_paused:
            time.sleep(0.0001)
        self.association.dimse.send_msg(request, context_id)
        _, answer = self.association.dimse.get_msg(block=True)
        self.association._reactor_checkpoint.set()
        assert isinstance(answer, C_STORE), "the association ended without an answer"
        return answer.Status or 0, str(answer.ErrorComment or "")


@contextmanager
def sender(
    port: int, contexts: Sequence[tuple[str, str | list[str]]], calling: str = KNOWN, called: str = OWN_TITLE
) -> Iterator[Sender]:
    """An association with these contexts: abstract syntax and transfer syntaxes."""
    ae = AE(calling)
    ae.dimse_timeout = ae.acse_timeout = ae.network_timeout = 20
    proposed = [build_context(UID(abstract), syntaxes) for abstract, syntaxes in contexts]
    association = ae.associate("127.0.0.1", port, proposed, ae_title=called)
    _find_rejection(association)
    assert association.is_established or association.is_rejected, "neither accepted nor rejected"
    connection = association.is_established and association.dul.socket and association.dul.socket.socket
    if connection:  # without it each small message waits 40 ms for an acknowledgement
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        yield Sender(association)
    finally:
        if association.is_established:
            association.release()
        if connection:  # pynetdicom leaves it to the garbage collector when the peer was the first to go
            connection.close()


def _find_rejection(association: Association) -> None:
    """A rejection that is there before pynetdicom looks for it counts as a failed connection; it waits in the queue."""
    if association.is_aborted and not association.dul.to_user_queue.empty():
        answer: object = association.dul.to_user_queue.get_nowait()
        if isinstance(answer, A_ASSOCIATE) and answer.result:
            association.acceptor.primitive = answer
            association.is_aborted, association.is_rejected = False, True


def send_one(port: int, sent: SentObject) -> tuple[int, str]:
    """Send an object on an association of its own; status and Error Comment of the answer."""
    with sender(port, [(sent.sop_class_uid, sent.transfer_syntax_uid)]) as open_sender:
        return open_sender.store(sent)


def object_of(path: Path) -> SentObject:
    """A Part 10 file as an object to send."""
    meta = read_file_meta_info(path)
    return SentObject(
        str(meta.MediaStorageSOPClassUID),
        str(meta.MediaStorageSOPInstanceUID),
        str(meta.TransferSyntaxUID),
        dataset_of(path.read_bytes()),
    )


def small_object(
    sop_class_uid: str = PRIVATE_CLASS, instance: str = "1.2.3.4", name: str = "PHANTOM^AMBER"
) -> SentObject:
    """An object of a few elements, without pixels."""
    ds = Dataset()
    ds.SOPClassUID = sop_class_uid
    ds.SOPInstanceUID = instance
    ds.StudyInstanceUID = "1.2.3"
    ds.SeriesInstanceUID = "1.2.3.1"
    ds.PatientName = name
    ds.PatientID = "1"
    buffer = BytesIO()
    ds.save_as(buffer, implicit_vr=False, little_endian=True)
    return SentObject(sop_class_uid, instance, EXPLICIT, buffer.getvalue())
