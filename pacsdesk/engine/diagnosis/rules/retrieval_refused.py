"""service-not-permitted, query-rejected, unlisted-answer: a retrieval was refused before anything was sent."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence
from pacsdesk.engine.diagnosis.statuses import KEPT_FROM_US, meaning_of

_NO_COMMON_SYNTAX = 4  # PS3.8 table 9-18
_CANCELLED = 0xFE00
_OF_OTHER_RULES = (0x0000, 0xA702, 0xA801, 0x0112)


def find(evidence: RetrieveEvidence) -> Iterator[Finding]:
    """At most one."""
    outcome, status = evidence.outcome, evidence.outcome.status
    if evidence.context_result == _NO_COMMON_SYNTAX:
        yield _no_common_syntax(evidence)
    elif evidence.context_result:
        yield _kept(evidence, f"The context for {evidence.verb} was refused with result {evidence.context_result}.")
    elif status in KEPT_FROM_US:
        yield _kept(evidence, f"{evidence.status} That means: {KEPT_FROM_US[status]}.")
    elif (
        status is not None
        and status not in _OF_OTHER_RULES
        and status >> 12 != 0xB
        and (not evidence.counted or status == _CANCELLED)
    ):
        if evidence.is_unable or (status >> 12 == 0xC and outcome.ledger.listed == 0):
            return  # it has none of it, or cannot send it, and says so in its way
        yield _rejected(evidence, status)


def _kept(evidence: RetrieveEvidence, seen: str) -> Finding:
    calling = evidence.outcome.calling_ae_title
    other = "C-GET" if evidence.is_move else "C-MOVE"
    return Finding(
        FindingCode.SERVICE_NOT_PERMITTED,
        Severity.FAULT,
        f"{evidence.peer} lets us in, but keeps retrieval by {evidence.verb} from the AE title {calling}: that is a "
        "matter of rights there, or of the information model, not of the network.",
        Confidence.CERTAIN,
        (seen,),
        (
            f"Have {calling} allowed to retrieve by {evidence.verb} in the settings of {evidence.peer}.",
            "If it is allowed there, ask in the other information model (patient root).",
            f"Or retrieve by {other}, if it offers that.",
        ),
        "Ask as a title that may do it (`--calling AE`): if that works, it is about the rights of our title.",
    )


def _no_common_syntax(evidence: RetrieveEvidence) -> Finding:
    return Finding(
        FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
        Severity.FAULT,
        f"{evidence.peer} provides {evidence.service}, but in no transfer syntax that we propose: explicit and "
        "implicit little endian, and everybody must take the second.",
        Confidence.CERTAIN,
        (f"The context for {evidence.verb} was refused with result {evidence.context_result}.",),
        (f"Have the setting of transfer syntaxes at {evidence.peer} looked at.",),
    )


def _rejected(evidence: RetrieveEvidence, status: int) -> Finding:
    meaning = _meaning(status)
    if not meaning:
        return Finding(
            FindingCode.UNLISTED_ANSWER,
            Severity.FAULT,
            f"{evidence.peer} answered {evidence.verb} with the status {status:04X}, which the standard does not list.",
            Confidence.CERTAIN,
            (evidence.status,),
            (f"Look it up in the conformance statement of {evidence.peer}, and look into its log at this time.",),
        )
    return Finding(
        FindingCode.QUERY_REJECTED,
        Severity.FAULT,
        f"{evidence.peer} refused the retrieval: {meaning}.",
        Confidence.CERTAIN,
        (evidence.status,),
        (
            f"Give the unique key of the level {evidence.outcome.order.level} and those of the levels above it.",
            "Ask by Study Instance UID at STUDY level.",
            f"Look into the log of {evidence.peer} at this time: it names the key or the limit.",
        ),
        "Fetch another study: if that comes, it is about this one or its keys; if not, about the archive.",
    )


def _meaning(status: int) -> str:
    if status == 0xA701:
        return "it cannot find out how many objects match"
    if status >> 8 == 0xA7:
        return "it is out of resources"
    if status >> 12 == 0xC:
        return "it is unable to process it"
    return meaning_of(status, is_query=False)
