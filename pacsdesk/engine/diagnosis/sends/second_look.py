"""stored-elsewhere: a peer answered success to what was stored, and its own find shows it otherwise, or not at all.

An optional second look after a send: at most two queries, by the UID of the study, then by the patient.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import QueryKey, QueryOrder
from pacsdesk.engine.network.scu.query_keys import keys_of
from pacsdesk.engine.network.scu.querying import Asked, Querier
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop

_MOST_STUDIES = 20
_SHOWN = 3
_NAMES = ("StudyInstanceUID", "PatientID", "PatientName", "NumberOfStudyRelatedInstances")


@dataclass(frozen=True, slots=True)
class StoredStudy:
    """What was stored of a study: how many instances were answered with success, and under which patient."""

    study_instance_uid: str
    patient_id: str
    patient_name: str
    number_of_instances: int


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Asks on the thread that calls."""

    querier: Querier

    def look(self, target: Target, stored: StoredStudy, stop: Stop) -> tuple[Finding, ...] | None:
        """() when the study is found as it was stored; None when the peer answers no such query, or somebody stopped:
        then nothing can be said."""
        by_uid = self._ask(target, QueryKey("StudyInstanceUID", stored.study_instance_uid), stop)
        if by_uid is None:
            return None
        if by_uid:
            itself = [one for one in by_uid if _same(one["StudyInstanceUID"], stored.study_instance_uid)]
            return tuple(_differences(target.peer, stored, itself[0])) if itself else None  # it matches no UIDs
        of_patient: list[dict[str, str]] | None = []
        if stored.patient_id:
            of_patient = self._ask(target, QueryKey("PatientID", stored.patient_id), stop)
        if of_patient is None:
            return None
        named = [one for one in of_patient if _same(one["PatientID"], stored.patient_id)]
        return (_not_shown(target.peer, stored, named),)

    def _ask(self, target: Target, asked: QueryKey, stop: Stop) -> list[dict[str, str]] | None:
        """The studies, None when there was no proper answer."""
        keys = (asked, *(QueryKey(name) for name in _NAMES if name != asked.name))
        order = QueryOrder(keys, limit=_MOST_STUDIES, adds_usual_keys=False)
        known = keys_of(order)
        try:
            came: Asked = self.querier.find(target, order, known, stop)
        except InvalidInput:  # a broken value, as it stood in the object
            return None
        if came.problem or came.is_stopped or (came.status != 0 and not came.is_cut):
            return None
        names = [key.name for key in known]
        return [dict(zip(names, row, strict=True)) for row in came.rows]


def _same(one: str, other: str) -> bool:
    return one.strip("\0 ") == other.strip("\0 ")


def _differences(peer: str, stored: StoredStudy, found: dict[str, str]) -> Iterator[Finding]:
    if not _same(found["PatientID"], stored.patient_id):
        yield _finding(
            f"{peer} filed the study under another patient than it was sent with: it has the patient ID "
            f"{found['PatientID'] or '(none)'} there, and was sent with {stored.patient_id or '(none)'}.",
            Confidence.CERTAIN,
            ("The study is found by its Study Instance UID, with another patient.",),
            (
                f"See in {peer} whether it matched the study to an order, or merged two patients: then it is right, "
                "and whoever sent it has the wrong patient.",
                f"Else correct it there, and tell whoever has a copy from {peer}.",
            ),
        )
    number = found["NumberOfStudyRelatedInstances"].strip()
    if number.isdecimal() and int(number) < stored.number_of_instances:
        yield _finding(
            f"{peer} shows {number} of the {stored.number_of_instances} instances that it took: the others are still "
            "being filed, or lie elsewhere.",
            Confidence.POSSIBLE,
            (f"Its find says {number} instances for this study.",),
            (
                "Look again in some minutes: some archives file later than they answer.",
                f"Else look in {peer} for a queue of conflicts or of unassigned images.",
            ),
        )


def _not_shown(peer: str, stored: StoredStudy, of_patient: list[dict[str, str]]) -> Finding:
    seen = "Asked for the Study Instance UID, its find has no answer."
    if of_patient:
        others = ", ".join(one["StudyInstanceUID"] for one in of_patient[:_SHOWN])
        return _finding(
            f"{peer} took the study and does not have it under its UID: the patient's studies there have other UIDs. "
            "It gave them new UIDs, or split the study.",
            Confidence.LIKELY,
            (seen, f"Of the patient it has {len(of_patient)} studies, as {others}."),
            (
                f"See in {peer} whether one of these holds the images, and which rule gives studies new UIDs.",
                "Have that rule switched off: reports and comparisons find images by these UIDs.",
            ),
        )
    return _finding(
        f"{peer} took {stored.number_of_instances} instances and does not show them: they wait in a queue of conflicts "
        "or of unassigned images, are filed under another patient, or are not in its index yet.",
        Confidence.POSSIBLE,
        (seen, "Asked for the patient ID, it has none either."),
        (
            "Look again in some minutes: some archives file later than they answer.",
            f"Look in {peer} for a queue of conflicts, of unmatched or unassigned images, and match it to its order.",
            f"See in {peer} whether the title under which we asked may see all studies.",
        ),
    )


def _finding(cause: str, confidence: Confidence, evidence: tuple[str, ...], repair: tuple[str, ...]) -> Finding:
    return Finding(
        FindingCode.STORED_ELSEWHERE,
        Severity.WARNING,
        cause,
        confidence,
        evidence,
        repair,
        "Ask for storage commitment: what is not safe there is named with its reason.",
    )
