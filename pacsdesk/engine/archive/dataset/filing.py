"""Decides whether an object is what it says it is, and where it is filed; it never looks at pixels.

An object needs a SOP class and a SOP instance UID that are well formed and equal to the command's. One that has these
but no usable study or series UID is kept too: it is filed under UIDs that are derived from what it does have, always
the same ones, and marked unreadable, so that it is listed and can be found by its SOP instance UID.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from pacsdesk.contract.records.peers import SameUidPolicy
from pacsdesk.contract.types import (
    UID,
    AETitle,
    SeriesInstanceUID,
    SOPClassUID,
    SOPInstanceUID,
    StudyInstanceUID,
    TransferSyntaxUID,
)
from pacsdesk.engine.archive.dataset.keys import IndexKeys

U = TypeVar("U", bound=UID)

# the space of our derived UIDs (RFC 9562 5.5); another value would file the same object elsewhere
_DERIVED = uuid.UUID("8d3f6a6e-3a5c-4f0e-9d0b-6f4f1f1c2ab7")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is known of an object before its dataset is read.

    The UIDs are those of the C-STORE command, None for files that are imported; ae titles may be "" for these.
    received_at is aware, in UTC; address is where the object came from, association_id groups what came together.
    same_uid: what is to be done when its UID is stored with other content; not written down, so what is taken in again
    keeps the first.
    """

    sop_class_uid: SOPClassUID | None
    sop_instance_uid: SOPInstanceUID | None
    transfer_syntax_uid: TransferSyntaxUID
    calling_ae_title: AETitle | str
    called_ae_title: AETitle | str
    address: str
    association_id: str
    received_at: datetime
    same_uid: SameUidPolicy = SameUidPolicy.KEEP_FIRST


@dataclass(frozen=True, slots=True)
class Filing:
    """Where an object belongs. unreadable: why it cannot be understood as a whole, "" when it can."""

    sop_class_uid: SOPClassUID
    sop_instance_uid: SOPInstanceUID
    study_instance_uid: StudyInstanceUID
    series_instance_uid: SeriesInstanceUID
    unreadable: str


class IdentityUnclear(Exception):
    """The object does not say which instance of which class it is; the message says what is missing."""


class IdentityMismatch(Exception):
    """The object says it is another than the command announced; the message names both."""


def file_object(keys: IndexKeys, arrival: Arrival) -> Filing:
    """Check the identity and choose study and series. Raises IdentityUnclear, IdentityMismatch."""
    sop_class_uid = _identity(SOPClassUID, keys.sop_class_uid, "SOP Class UID (0008,0016)", keys)
    sop_instance_uid = _identity(SOPInstanceUID, keys.sop_instance_uid, "SOP Instance UID (0008,0018)", keys)
    _compare("SOP Class UID", sop_class_uid, arrival.sop_class_uid)
    _compare("SOP Instance UID", sop_instance_uid, arrival.sop_instance_uid)
    study_instance_uid, study_problem = _study(keys.study_instance_uid, sop_instance_uid)
    series_instance_uid, series_problem = _series(keys.series_instance_uid, study_instance_uid)
    return Filing(
        sop_class_uid,
        sop_instance_uid,
        study_instance_uid,
        series_instance_uid,
        keys.unreadable or study_problem or series_problem,
    )


def _identity(kind: type[U], text: str, name: str, keys: IndexKeys) -> U:
    if not text:
        raise IdentityUnclear(f"The dataset has no {name}. {keys.unreadable}".strip())
    try:
        return kind(text)
    except ValueError as error:
        raise IdentityUnclear(f"The dataset's {name} is no UID: {error}.") from error


def _compare(name: str, found: UID, announced: UID | None) -> None:
    if announced is not None and found != announced:
        raise IdentityMismatch(f"The command announced {name} {announced}, the dataset has {found}.")


def _study(text: str, sop_instance_uid: SOPInstanceUID) -> tuple[StudyInstanceUID, str]:
    try:
        return StudyInstanceUID(text), ""
    except ValueError as error:
        reason = f"no usable Study Instance UID: {error}" if text else "no Study Instance UID"
        return StudyInstanceUID(_derived(f"study {text or sop_instance_uid}")), reason


def _series(text: str, study_instance_uid: StudyInstanceUID) -> tuple[SeriesInstanceUID, str]:
    try:
        return SeriesInstanceUID(text), ""
    except ValueError as error:
        reason = f"no usable Series Instance UID: {error}" if text else "no Series Instance UID"
        return SeriesInstanceUID(_derived(f"series {study_instance_uid} {text}")), reason


def _derived(name: str) -> str:
    """A UID that follows from a name (PS3.5 B.2)."""
    return f"2.25.{uuid.uuid5(_DERIVED, name).int}"
