"""query-rejected, move-*, service-not-permitted, mpps-refused: requests other than stores that came to a failure."""

from collections.abc import Iterator

from pacsdesk.contract.records.associations import OperationCount
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence

_RETRIEVALS = ("C-MOVE", "C-GET")
_STEPS = ("N-CREATE", "N-SET")  # of MPPS
_SUCCESS_AND_WARNINGS = {0x0000, 0x0001, 0x0107, 0x0116, 0xFE00}
_UNKNOWN_DESTINATION, _CANNOT_DELIVER, _PARTLY = 0xA801, 0xA702, 0xB000  # PS3.4 C.4.2.1.5
_NOT_ALLOWED = {0x0124: "not authorized", 0x0214: "not authorized", 0x0122: "not supported", 0x0211: "not recognized"}


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """One for each kind of request and status."""
    for operation in evidence.detail.operations:
        if operation.operation != "C-STORE":
            yield from _of(evidence, operation)


def _of(evidence: JournalEvidence, operation: OperationCount) -> Iterator[Finding]:
    status, kind = operation.status, operation.operation
    answerer, asker = evidence.answerer, evidence.asker
    if kind in _RETRIEVALS and status == _PARTLY:
        yield _partly(operation, answerer)
        return
    if status in _SUCCESS_AND_WARNINGS or status >> 12 == 0xB:
        return
    seen = (f"{operation.count:,} {kind} answered with status {status:04X}.",)
    code, cause, repair = _told(kind, status, answerer, asker)
    yield Finding(code, Severity.FAULT, cause[0].upper() + cause[1:], Confidence.CERTAIN, seen, repair)


def _told(kind: str, status: int, answerer: str, asker: str) -> tuple[FindingCode, str, tuple[str, ...]]:
    log = f"Look into the log of {answerer} at this time: it names the reason."
    if status in _NOT_ALLOWED:
        return (
            FindingCode.SERVICE_NOT_PERMITTED,
            f"{answerer} let {asker} in, but refused {kind}: {_NOT_ALLOWED[status]}.",
            (
                f"Allow {asker} this service in the settings of {answerer}.",
                "If it is allowed, ask in the other information model: some serve the study root only.",
            ),
        )
    if status == _UNKNOWN_DESTINATION:
        return (
            FindingCode.MOVE_DESTINATION_UNKNOWN,
            f"{answerer} does not know the destination that {asker} named for a retrieval.",
            (
                f"Enter the destination at {answerer}: AE title, address and port. Compare each letter of the title.",
                "Or retrieve by C-GET, which needs no destination.",
            ),
        )
    if status == _CANNOT_DELIVER:
        return (
            FindingCode.MOVE_CANNOT_DELIVER,
            f"{answerer} found what {asker} wanted, and could not send it to its destination.",
            (
                "Test the destination from where the objects lie: is it on, does it know the sender, is its port open?",
                "See among the associations at this time the one to the destination, and how it ended.",
            ),
        )
    if kind in _STEPS:
        return (
            FindingCode.MPPS_REFUSED,
            f"{answerer} refused a performed procedure step of {asker}.",
            ("A step that is completed or discontinued cannot be changed any more.", log),
        )
    return (
        FindingCode.QUERY_REJECTED if kind in ("C-FIND", *_RETRIEVALS) else FindingCode.UNLISTED_ANSWER,
        f"{answerer} refused {kind} of {asker}.",
        (log, "Give the level and the unique keys of the levels above it; narrow the dates.")
        if kind == "C-FIND"
        else (log,),
    )


def _partly(operation: OperationCount, answerer: str) -> Finding:
    return Finding(
        FindingCode.MOVE_PARTLY_DELIVERED,
        Severity.FAULT,
        f"Only a part of what was to be retrieved could be sent by {answerer}.",
        Confidence.CERTAIN,
        (f"{operation.count:,} {operation.operation} answered with status B000: some sub-operations failed.",),
        (
            "See among the associations at this time the one to the destination: which objects failed, with which "
            "status.",
            "Retrieve again what is missing, once the cause is gone.",
        ),
    )
