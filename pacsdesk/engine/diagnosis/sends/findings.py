"""Why objects do not arrive: the causes of a send, from its evidence. Pure.

A new cause: a function here, one line in SEND_RULES; what stands first is named first among equals.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.sends.evidence import SendEvidence, StatusSeen
from pacsdesk.engine.diagnosis.sends.losses import aborted_in_transfer, slow_peer
from pacsdesk.engine.diagnosis.sends.negotiation import sop_class_not_negotiated, syntax_not_accepted
from pacsdesk.engine.diagnosis.sends.statuses import StoreMeaning, meaning_of_store

SendRule = Callable[[SendEvidence], Iterable[Finding]]

_MOST_SHOWN = 4
_SEVERITIES, _CONFIDENCES = tuple(Severity), tuple(Confidence)


def findings_of_send(evidence: SendEvidence) -> tuple[Finding, ...]:
    """Worst first, among equals the surest, then as the rules stand."""
    found = [finding for rule in SEND_RULES for finding in rule(evidence)]
    return tuple(sorted(found, key=lambda one: (_SEVERITIES.index(one.severity), _CONFIDENCES.index(one.confidence))))


def _archive_full(evidence: SendEvidence) -> Iterator[Finding]:
    if seen := evidence.with_meaning(StoreMeaning.FULL):
        yield Finding(
            FindingCode.ARCHIVE_FULL,
            Severity.FAULT,
            f"{evidence.peer} has no room for {_objects(seen)}: its disk, a quota or another limit is exhausted.",
            Confidence.CERTAIN,
            _told(seen),
            (
                f"Make room at {evidence.peer}, or raise the quota; its log names which limit it is.",
                "Send again what failed: what arrived before stays there.",
            ),
            f"Send the test object to {evidence.peer}: if that is refused too, nothing is taken from anybody.",
        )


def _not_permitted(evidence: SendEvidence) -> Iterator[Finding]:
    if seen := evidence.with_meaning(StoreMeaning.RIGHTS):
        title = evidence.calling_ae_title
        yield Finding(
            FindingCode.SERVICE_NOT_PERMITTED,
            Severity.FAULT,
            f"{evidence.peer} lets us associate as {title} and does not let us store.",
            Confidence.CERTAIN,
            _told(seen),
            (f"Have storing permitted at {evidence.peer} for {title}.", "Then send again what failed."),
            "Send as the AE title of a device that stores there (`--calling AE`): if that works, it is about rights.",
        )


def _class_refused(evidence: SendEvidence) -> Iterator[Finding]:
    if seen := evidence.with_meaning(StoreMeaning.CLASS):
        kinds = ", ".join(dict.fromkeys(name for one in seen for name in one.sop_classes))
        yield Finding(
            FindingCode.SOP_CLASS_NOT_ACCEPTED,
            Severity.FAULT,
            f"{evidence.peer} agreed to take {kinds} and then refused the objects: it says that it does not take their "
            "SOP class.",
            Confidence.CERTAIN,
            _told(seen),
            (
                f"Have these SOP classes turned on in the settings of {evidence.peer}.",
                "If they are: show the answer to its maker, as it negotiated what it does not keep.",
            ),
        )


def _object_refused(evidence: SendEvidence) -> Iterator[Finding]:
    if seen := evidence.with_meaning(StoreMeaning.OBJECT):
        yield Finding(
            FindingCode.OBJECT_REFUSED,
            Severity.FAULT,
            f"{evidence.peer} refused {_objects(seen)} as invalid: {_words(seen)}.",
            Confidence.CERTAIN,
            _told(seen),
            (
                "Look at the object: the peer's words, if it gave any, name what does not fit.",
                "Have it corrected where it was made; what was made before can be corrected in the archive.",
                "Send again what failed.",
            ),
            f"Send another object of the same kind, from another device: if {evidence.peer} takes that, it is about "
            "this one.",
        )


def _unprocessed(evidence: SendEvidence) -> Iterator[Finding]:
    if seen := evidence.with_meaning(StoreMeaning.OTHER):
        yield Finding(
            FindingCode.OBJECT_REFUSED,
            Severity.FAULT,
            f"{evidence.peer} did not keep {_objects(seen)}: {_words(seen)}.",
            Confidence.POSSIBLE,
            _told(seen),
            (
                f"Look into the log of {evidence.peer} at this time: only that knows the reason.",
                "Send again what failed, in case it was a passing trouble.",
            ),
            f"Send the test object: if {evidence.peer} keeps that, it is about these objects, else about itself.",
        )


def _unlisted(evidence: SendEvidence) -> Iterator[Finding]:
    if seen := evidence.with_meaning(StoreMeaning.UNLISTED):
        yield Finding(
            FindingCode.UNLISTED_ANSWER,
            Severity.FAULT,
            f"{evidence.peer} answered {_objects(seen)} with a status that the standard does not have, so only its own "
            "log knows what it means.",
            Confidence.POSSIBLE,
            _told(seen),
            (f"Look into the log of {evidence.peer} at this time.", "Give its maker the status."),
        )


def _changed(evidence: SendEvidence) -> Iterator[Finding]:
    if seen := evidence.with_meaning(StoreMeaning.CHANGED):
        yield Finding(
            FindingCode.OBJECT_REFUSED,
            Severity.WARNING,
            f"{evidence.peer} kept {_objects(seen)}, but not as sent or not without a complaint: {_words(seen)}.",
            Confidence.CERTAIN,
            _told(seen),
            (
                f"Find out by which rule {evidence.peer} does so (coercion of patient data, unknown private elements).",
                f"Do not take what is fetched back from {evidence.peer} for the original.",
            ),
        )


def _objects(seen: Sequence[StatusSeen]) -> str:
    number = sum(one.count for one in seen)
    return "1 object" if number == 1 else f"{number:,} objects"


def _words(seen: Sequence[StatusSeen]) -> str:
    return "; ".join(dict.fromkeys(meaning_of_store(one.status).words for one in seen))


def _told(seen: Sequence[StatusSeen]) -> tuple[str, ...]:
    most = sorted(seen, key=lambda one: -one.count)[:_MOST_SHOWN]
    return tuple(
        f"Status {one.status:04X} to {one.count:,} of {', '.join(one.sop_classes)}, the first {one.example}."
        + (f" It says: “{one.comment}”." if one.comment else "")
        for one in most
    )


SEND_RULES: tuple[SendRule, ...] = (
    syntax_not_accepted,
    sop_class_not_negotiated,
    _class_refused,
    _not_permitted,
    _archive_full,
    _object_refused,
    _unprocessed,
    _unlisted,
    aborted_in_transfer,
    slow_peer,
    _changed,
)
