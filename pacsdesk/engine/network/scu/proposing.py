"""What a ladder proposes: a context for each service, and for storage one for each usual kind of object.

A new service: a row below, its question in `asking.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pacsdesk.contract.records.probes import NegotiatedContext, ProbeStep
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.network.association import ProposedContext, RoleSelection
from pacsdesk.engine.network.wire.associate import AssociateAccept

SYNTAXES = (EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN)
COMPRESSED = (
    "1.2.840.10008.1.2.4.70",  # JPEG lossless
    "1.2.840.10008.1.2.4.90",  # JPEG 2000 lossless
)

VERIFICATION = "1.2.840.10008.1.1"
STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1"
STUDY_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.2.2"
STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3"
PATIENT_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.1.1"
PATIENT_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.1.2"
PATIENT_ROOT_GET = "1.2.840.10008.5.1.4.1.2.1.3"
WORKLIST_FIND = "1.2.840.10008.5.1.4.31"
COMMITMENT_PUSH = "1.2.840.10008.1.20.1"
PERFORMED_STEP = "1.2.840.10008.3.1.2.3.3"
_STORAGE = "1.2.840.10008.5.1.4.1.1."


@dataclass(frozen=True, slots=True)
class Offer:
    """One context. as_scp: we ask to be its SCP, as whoever fetches by C-GET must (PS3.4 C.5.3)."""

    step: ProbeStep
    abstract_syntax: str
    name: str
    as_scp: bool = False
    transfer_syntaxes: tuple[str, ...] = SYNTAXES


OFFERS: tuple[Offer, ...] = (
    Offer(ProbeStep.ECHO, VERIFICATION, "Verification"),
    Offer(ProbeStep.STORE, f"{_STORAGE}2", "CT Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}4", "MR Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}1", "Computed Radiography Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}1.1", "Digital X-Ray Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}1.2", "Digital Mammography X-Ray Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}6.1", "Ultrasound Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}12.1", "X-Ray Angiographic Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}128", "PET Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}20", "Nuclear Medicine Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}2.1", "Enhanced CT Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}4.1", "Enhanced MR Image"),
    Offer(ProbeStep.STORE, f"{_STORAGE}88.33", "Comprehensive SR"),
    Offer(ProbeStep.STORE, f"{_STORAGE}104.1", "Encapsulated PDF"),
    *(Offer(ProbeStep.STORE, f"{_STORAGE}2", "CT Image, compressed", transfer_syntaxes=(one,)) for one in COMPRESSED),
    Offer(ProbeStep.COMMITMENT, COMMITMENT_PUSH, "Storage Commitment"),
    Offer(ProbeStep.MPPS, PERFORMED_STEP, "Modality Performed Procedure Step"),
    Offer(ProbeStep.FIND, STUDY_ROOT_FIND, "Study Root Find"),
    Offer(ProbeStep.FIND, PATIENT_ROOT_FIND, "Patient Root Find"),
    Offer(ProbeStep.WORKLIST, WORKLIST_FIND, "Modality Worklist"),
    Offer(ProbeStep.MOVE, STUDY_ROOT_MOVE, "Study Root Move"),
    Offer(ProbeStep.MOVE, PATIENT_ROOT_MOVE, "Patient Root Move"),
    Offer(ProbeStep.GET, STUDY_ROOT_GET, "Study Root Get"),
    Offer(ProbeStep.GET, PATIENT_ROOT_GET, "Patient Root Get"),
    # of a kind that is not among those above: a role counts for a SOP class, not for one context
    Offer(ProbeStep.GET, f"{_STORAGE}7", "Secondary Capture Image, sent to us", as_scp=True),
)


def offers_for(uses: Iterable[ProbeStep]) -> tuple[Offer, ...]:
    """What is proposed to a peer that is used for these; for none: everything. An echo is always among it."""
    wanted = {ProbeStep.ECHO, *uses} if uses else set(ProbeStep)
    return tuple(offer for offer in OFFERS if offer.step in wanted)


def proposed(offers: Iterable[Offer]) -> tuple[ProposedContext, ...]:
    """Their contexts, numbered."""
    return tuple(
        ProposedContext(number * 2 + 1, offer.abstract_syntax, offer.transfer_syntaxes)
        for number, offer in enumerate(offers)
    )


def roles(offers: Iterable[Offer]) -> tuple[RoleSelection, ...]:
    """Their roles, where they are not the usual ones."""
    return tuple(RoleSelection(offer.abstract_syntax, is_scu=False, is_scp=True) for offer in offers if offer.as_scp)


def negotiated(offers: Iterable[Offer], accept: AssociateAccept) -> Iterator[NegotiatedContext]:
    """Each with the peer's answer."""
    answers = {one.context_id: one for one in accept.contexts}
    as_scp = {one.sop_class_uid for one in accept.user.roles if one.is_scp}
    for number, offer in enumerate(offers):
        context_id = number * 2 + 1
        answer = answers.get(context_id)
        is_accepted = answer is not None and answer.result == 0
        yield NegotiatedContext(
            context_id=context_id,
            step=offer.step,
            abstract_syntax=offer.abstract_syntax,
            name=offer.name,
            transfer_syntaxes=offer.transfer_syntaxes,
            result=answer.result if answer else None,
            transfer_syntax=answer.transfer_syntax if answer and is_accepted else "",
            as_scp=offer.as_scp,
            is_scp=offer.as_scp and offer.abstract_syntax in as_scp,
        )
