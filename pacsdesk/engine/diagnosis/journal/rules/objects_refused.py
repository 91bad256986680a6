"""archive-full, object-refused, sop-class-not-accepted, service-not-permitted: C-STOREs that were answered with a
failure."""

from collections.abc import Iterator

from pacsdesk.contract.records.associations import OperationCount
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.journal.evidence import ARCHIVE, JournalEvidence, opening

_FULL, _NO_MATCH, _NOT_UNDERSTOOD = 0xA7, 0xA9, 0xC  # PS3.4 B.2.3
_INVALID = {0x0117, 0x0119, 0x0120, 0x0121, 0x0105, 0x0106}
_CLASS_UNKNOWN = 0x0122
_NOT_ALLOWED = {0x0124, 0x0214}  # the template of PS3.2 prints the second


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """One for each status."""
    for operation in evidence.detail.operations:
        if operation.operation == "C-STORE" and (told := _told(operation.status)):
            yield _finding(evidence, operation, *told)


def _told(status: int) -> tuple[FindingCode, str, tuple[str, ...]] | None:
    if status >> 8 == _FULL:
        return (
            FindingCode.ARCHIVE_FULL,
            "it has no room, or could not write",
            (
                "Look how much room the disk of {taker} has, and whether its database can be written.",
                "Send again once there is room: what was refused is not stored.",
            ),
        )
    if status >> 8 == _NO_MATCH or status >> 12 == _NOT_UNDERSTOOD or status in _INVALID:
        return (
            FindingCode.OBJECT_REFUSED,
            "the object is not as its SOP class says, or lacks what it must have",
            (
                "Look into the log of {taker} at this time: it names the element.",
                "Have {sender} send one of them as a file and look at its UIDs and its SOP class.",
                "Repair it at {sender}, then send it again.",
            ),
        )
    if status == _CLASS_UNKNOWN:
        return (
            FindingCode.SOP_CLASS_NOT_ACCEPTED,
            "it does not take this kind of object",
            ("Turn the SOP class on in the settings of {taker}, or send it elsewhere.",),
        )
    if status in _NOT_ALLOWED:
        return (
            FindingCode.SERVICE_NOT_PERMITTED,
            "{sender} is not allowed to store there",
            ("Allow {sender} to store in the settings of {taker}.",),
        )
    return None


def _finding(
    evidence: JournalEvidence, operation: OperationCount, code: FindingCode, why: str, repair: tuple[str, ...]
) -> Finding:
    is_fetched = any(one.operation == "C-GET" for one in evidence.detail.operations)
    asker = ARCHIVE if evidence.is_call else evidence.asker
    sides = (asker, evidence.answerer) if is_fetched else (evidence.answerer, asker)  # C-GET is answered by stores
    words = dict(zip(("taker", "sender"), sides, strict=True))
    number = "1 object" if operation.count == 1 else f"{operation.count:,} objects"
    taker = opening(words["taker"])
    return Finding(
        code,
        Severity.FAULT,
        f"{taker} refused {number} of {words['sender']}: {why.format(**words)}.",
        Confidence.CERTAIN if code is not FindingCode.OBJECT_REFUSED else Confidence.LIKELY,
        (f"{operation.count:,} C-STORE answered with status {operation.status:04X}.",),
        tuple(step.format(**words) for step in repair),
    )
