"""How a peer behaves: a record whose every field is healthy by default, so that a fault is one field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pydicom.dataset import Dataset
from pydicom.uid import (
    JPEG2000,
    ComprehensiveSRStorage,
    ComputedRadiographyImageStorage,
    CTImageStorage,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLosslessSV1,
    MRImageStorage,
    RLELossless,
    SecondaryCaptureImageStorage,
)
from pynetdicom import evt
from pynetdicom.dimse_messages import DIMSEMessage

from pacsdesk.engine.training.faults.fault import AE_TITLE
from pacsdesk.engine.training.faults.matching import Matching

UNCOMPRESSED = (ExplicitVRLittleEndian, ImplicitVRLittleEndian)
COMPRESSED = (JPEGLosslessSV1, JPEG2000Lossless, JPEG2000, JPEGBaseline8Bit, RLELossless)

STORAGE: tuple[str, ...] = (
    CTImageStorage,
    MRImageStorage,
    ComputedRadiographyImageStorage,
    SecondaryCaptureImageStorage,
    ComprehensiveSRStorage,
)
# patient root, then study root
FIND = ("1.2.840.10008.5.1.4.1.2.1.1", "1.2.840.10008.5.1.4.1.2.2.1")
MOVE = ("1.2.840.10008.5.1.4.1.2.1.2", "1.2.840.10008.5.1.4.1.2.2.2")
GET = ("1.2.840.10008.5.1.4.1.2.1.3", "1.2.840.10008.5.1.4.1.2.2.3")
VERIFICATION = "1.2.840.10008.1.1"
WORKLIST = "1.2.840.10008.5.1.4.31"
COMMITMENT = "1.2.840.10008.1.20.1"
COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1"
PERFORMED_STEP = "1.2.840.10008.3.1.2.3.3"


class Address(NamedTuple):
    """Where an AE listens, and by which title it is called there."""

    host: str
    port: int
    ae_title: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An abstract syntax that a peer accepts. sends_by_get: whether it takes the SCU role for it, too."""

    abstract_syntax: str
    transfer_syntaxes: tuple[str, ...] = UNCOMPRESSED
    sends_by_get: bool = False


def _healthy_offers() -> tuple[Offer, ...]:
    services = (VERIFICATION, *FIND, *MOVE, *GET, WORKLIST, COMMITMENT, PERFORMED_STEP)
    stores = (Offer(one, (*UNCOMPRESSED, *COMPRESSED), sends_by_get=True) for one in STORAGE)
    return (*map(Offer, services), *stores)


HEALTHY_OFFERS = _healthy_offers()

Tamper = Callable[[DIMSEMessage], None]
Orders = Callable[[tuple[Dataset, ...]], tuple[Dataset, ...]]
Destination = Callable[[str], Address | None]
Handlers = Mapping[evt.InterventionEvent | evt.NotificationEvent, Callable[..., object]]


@dataclass(frozen=True, slots=True)
class Commitments:
    """What a peer tells after a commitment request. failure: of every instance, as Failure Reason (0008,1197)."""

    are_told: bool = True
    failure: int | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """registered_as: the title under which a person knows it, "" for its own. callers: whom it lets in, () for all.

    handlers: in place of the healthy ones; each gets the event and the peer. tamper: changes a message as it goes out.
    destination: where a move's destination listens, in place of the truth. keeps: what it files in place of an object.
    """

    ae_title: str = AE_TITLE
    registered_as: str = ""
    minds_called_ae_title: bool = True
    callers: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = HEALTHY_OFFERS
    matching: Matching = Matching()
    orders: Orders = lambda orders: orders
    handlers: Handlers = field(default_factory=dict)
    tamper: Tamper | None = None
    destination: Destination | None = None
    commitments: Commitments = Commitments()
    keeps: Callable[[Dataset], Dataset | None] = lambda ds: ds
