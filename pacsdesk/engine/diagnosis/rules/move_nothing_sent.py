"""move-nothing-sent: the retrieval succeeds, and nothing comes."""

from collections.abc import Iterator, Mapping

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import QueryModel
from pacsdesk.contract.records.retrieves import RetrieveOrder
from pacsdesk.contract.types import QueryLevel
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence

_NO_SUCH_INSTANCE = 0x0112
_PATIENT, _STUDY, _SERIES = (
    ("PatientID", "00100020"),
    ("StudyInstanceUID", "0020000D"),
    ("SeriesInstanceUID", "0020000E"),
)
_ABOVE: Mapping[QueryLevel, tuple[tuple[str, str], ...]] = {
    QueryLevel.PATIENT: (),
    QueryLevel.STUDY: (),
    QueryLevel.SERIES: (_STUDY,),
    QueryLevel.IMAGE: (_STUDY, _SERIES),
}


def find(evidence: RetrieveEvidence) -> Iterator[Finding]:
    """At most one: a key is missing, it has none of it, sends none of what it lists, or what it sent went elsewhere."""
    outcome, listed = evidence.outcome, evidence.outcome.ledger.listed
    if outcome.status is None or outcome.failed:
        return
    missing = _missing_key(outcome.order)
    if missing and outcome.status == 0 and not evidence.well and not evidence.landed:
        yield _key_missing(evidence, missing)
    elif (
        listed == 0 and not evidence.well and (outcome.status in (0, _NO_SUCH_INSTANCE) or outcome.status >> 12 == 0xC)
    ):
        yield _has_none(evidence)
    elif (
        outcome.status == 0 and not evidence.well and not evidence.landed and (evidence.is_counted or evidence.is_seen)
    ):
        yield _sends_none(evidence)
    elif outcome.status == 0 and evidence.is_seen and evidence.well and not evidence.landed:
        yield _went_elsewhere(evidence)


def _missing_key(order: RetrieveOrder) -> str:
    """The unique key of a level above that was not given (PS3.4 C.4.2.2.1), "" when all were."""
    given = {key.name.replace(",", "").upper() for key in order.keys if key.value}
    above = _ABOVE[order.level]
    if order.model is QueryModel.PATIENT_ROOT and order.level is not QueryLevel.PATIENT:
        above = (_PATIENT, *above)
    return next((name for name, tag in above if name.upper() not in given and tag not in given), "")


def _key_missing(evidence: RetrieveEvidence, key: str) -> Finding:
    level = evidence.outcome.order.level
    return Finding(
        FindingCode.MOVE_NOTHING_SENT,
        Severity.FAULT,
        f"{evidence.peer} sent nothing, without calling that a failure: at {level} level it needs {key} as well, which "
        "was not given.",
        Confidence.LIKELY,
        (evidence.status, evidence.counts),
        (f"Give {key} as well; a query shows it.", "Or fetch the whole study, at STUDY level."),
    )


def _has_none(evidence: RetrieveEvidence) -> Finding:
    order = evidence.outcome.order
    return Finding(
        FindingCode.MOVE_NOTHING_SENT,
        Severity.FAULT,
        f"{evidence.peer} has nothing under these keys at {order.level} level, or does not show it to our AE title, so "
        "there was nothing to send.",
        Confidence.LIKELY,
        (evidence.status, "Asked for the instances under the same keys, it lists none."),
        (
            f"Look for the study at {evidence.peer} first: `pacsdesk find`, with the patient's ID or the date.",
            "Compare each digit of the UIDs.",
            "Ask at STUDY level by Study Instance UID; at SERIES and IMAGE level the UIDs above are needed as well.",
        ),
        "Ask the same as another calling AE title (`--calling`): if that brings it, it is a matter of rights.",
    )


def _sends_none(evidence: RetrieveEvidence) -> Finding:
    listed = evidence.outcome.ledger.listed
    return Finding(
        FindingCode.MOVE_NOTHING_SENT,
        Severity.FAULT,
        f"{evidence.peer} lists {listed} objects under these keys, and sent none of them, without calling that "
        "a failure."
        if listed
        else f"{evidence.peer} says that all went well, and sent nothing.",
        Confidence.CERTAIN if listed else Confidence.LIKELY,
        (evidence.status, evidence.counts, evidence.ledger),
        (
            f"See whether the images are offline or archived at {evidence.peer}, and have them recalled.",
            "See whether our AE title may query, but not fetch this patient.",
            "Fetch at STUDY level by Study Instance UID: some archives pass over other levels.",
        ),
        "Fetch one instance by its UIDs at IMAGE level: if that comes, it is about the level.",
    )


def _went_elsewhere(evidence: RetrieveEvidence) -> Finding:
    outcome = evidence.outcome
    if not evidence.is_move:
        return _counts_wrongly(evidence)
    return Finding(
        FindingCode.MOVE_NOTHING_SENT,
        Severity.FAULT,
        f"{evidence.peer} says that {evidence.well} objects reached {outcome.destination}, and none came to us: it "
        "sends them to another system.",
        Confidence.LIKELY,
        (evidence.status, evidence.counts, evidence.ledger),
        (
            f"Look at what {evidence.peer} has entered for {outcome.destination}: most likely an old address or port.",
            "Have the address of this computer and our port entered there, then fetch again.",
            "See which system has that address now: it holds images of patients that were not meant for it.",
        ),
        "Take the move apart (`--unfold`): our journal shows whether it called us at all.",
    )


def _counts_wrongly(evidence: RetrieveEvidence) -> Finding:
    """Of a C-GET: there is nowhere else to which objects could have gone."""
    return Finding(
        FindingCode.MOVE_NOTHING_SENT,
        Severity.FAULT,
        f"{evidence.peer} says that it sent {evidence.well} objects on our association, and none came: its count is "
        "wrong.",
        Confidence.LIKELY,
        (evidence.status, evidence.counts, evidence.ledger),
        (
            f"Look into the log of {evidence.peer} at this time: what it calls sent may have failed.",
            f"Retrieve from {evidence.peer} by C-MOVE instead: it needs us entered there as a destination.",
        ),
        "Fetch one instance by its UIDs at IMAGE level: if that comes, it is about how many are asked for.",
    )
