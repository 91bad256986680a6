"""Bytes of an association as both sides would send them, and a follower that notes what it makes of them."""

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationState,
    AssociationSummary,
    Direction,
)
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.command import C_STORE_RQ, Order, encode_order
from pacsdesk.engine.network.tracing.following import Followed, Keeping, Line
from pacsdesk.engine.network.wire.associate import (
    AssociateAccept,
    AssociateRequest,
    ContextAnswer,
    encode_accept,
    encode_request,
)
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus
from pacsdesk.engine.network.wire.user_information import UserInformation
from tests.support.datasets import CT_IMAGE
from tests.support.fake_state import NOW

EXPLICIT = "1.2.840.10008.1.2.1"
SIDE = UserInformation(16384, "1.2.3.4", "TESTED")

BEGUN = AssociationDetail(
    AssociationSummary(
        association_id="a1",
        direction=Direction.RELAYED,
        state=AssociationState.OPEN,
        began_at=NOW,
        ended_at=None,
        calling_ae_title="",
        called_ae_title="",
        address="192.0.2.1",
        peer_name="PACS",
        operations=0,
        failures=0,
        bytes_received=0,
        bytes_sent=0,
        problem="",
        called_address="192.0.2.9:104",
        through="r1",
    )
)


def request_pdu(syntax: str = EXPLICIT) -> bytes:
    """CT01 calls PACSDESK for CT images."""
    return encode_request(AssociateRequest("PACSDESK", "CT01", (ProposedContext(1, CT_IMAGE, (syntax,)),), SIDE))


def accept_pdu(syntax: str = EXPLICIT) -> bytes:
    """It is let in."""
    return encode_accept(AssociateAccept("PACSDESK", "CT01", (ContextAnswer(1, 0, syntax),), SIDE))


def store_pdus(dataset: bytes, maximum: int = 16384) -> bytes:
    """A C-STORE request with its dataset."""
    order = Order(C_STORE_RQ, 1, CT_IMAGE, "1.2.3.1.1", has_dataset=True, priority=0)
    command = b"".join(data_pdus(1, IS_COMMAND, encode_order(order), maximum))
    return command + b"".join(data_pdus(1, 0, dataset, maximum))


class Follower:
    """What a trace would get."""

    def __init__(self, is_masked: bool = True, dataset_bytes: int = 65536) -> None:
        self.lines: list[Line] = []
        self.followed = Followed(Keeping(is_masked, dataset_bytes), self.lines.append)

    def feed(self, from_requestor: bool, content: bytes, step: int = 1 << 20) -> None:
        """In pieces of so many bytes."""
        for at in range(0, len(content), step):
            self.followed.feed(from_requestor, content[at : at + step])

    def store(self, dataset: bytes, syntax: str = EXPLICIT, maximum: int = 16384, step: int = 1 << 20) -> bytes:
        """A whole store; all bytes that were kept of it."""
        self.feed(True, request_pdu(syntax))
        self.feed(False, accept_pdu(syntax))
        self.feed(True, store_pdus(dataset, maximum), step)
        return self.kept()

    def look(self) -> AssociationDetail:
        """What is known."""
        return self.followed.look(BEGUN)

    def kept(self) -> bytes:
        """All that was kept, in order."""
        return b"".join(bytes(content) for line in self.lines for _, content in line.passed.pieces)
