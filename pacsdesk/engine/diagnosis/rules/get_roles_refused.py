"""get-roles-refused: C-GET is offered, and no object could come by it."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence

_NO_REASON, _TRANSFER_SYNTAXES = 2, 4  # PS3.8 table 9-18


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    contexts = evidence.outcome.contexts
    taken = [context.is_accepted for context in contexts]
    first = taken.index(False) if False in taken else len(taken)
    if 1 < first < len(taken) and all(context.result == _NO_REASON for context in contexts[first:]):
        yield _few_contexts(evidence, first, len(taken))
        return
    offered = any(one.is_accepted for one in contexts if one.step is ProbeStep.GET and not one.as_scp)
    # one that is refused for its transfer syntaxes says nothing of its role
    asked = [one for one in contexts if one.as_scp and one.result != _TRANSFER_SYNTAXES]
    refused = [one for one in asked if not (one.is_accepted and one.is_scp)]
    if offered and refused:
        yield _no_roles(evidence, refused[0].name)


def _no_roles(evidence: Evidence, name: str) -> Finding:
    return Finding(
        FindingCode.GET_ROLES_REFUSED,
        Severity.FAULT,
        f"{evidence.peer} offers C-GET, but does not agree to send objects back on the association that we open, so "
        "every retrieval by C-GET would fail.",
        Confidence.CERTAIN,
        (f"C-GET was accepted; the role in which we take objects was not ({name}).",),
        (
            f"Retrieve from {evidence.peer} by C-MOVE instead: it needs us entered there as a destination.",
            f"Or turn role selection on in the settings of {evidence.peer}, if it has that.",
        ),
    )


def _few_contexts(evidence: Evidence, first: int, all_of_them: int) -> Finding:
    return Finding(
        FindingCode.GET_ROLES_REFUSED,
        Severity.FAULT,
        f"{evidence.peer} looks at the first {first} presentation contexts of an association and refuses all others; "
        "C-GET, which needs one for each kind of object, brings only part of a study.",
        Confidence.LIKELY,
        (f"Of {all_of_them} contexts the first {first} were accepted, all later ones refused without a reason.",),
        (
            f"Retrieve from {evidence.peer} by C-MOVE instead.",
            "Propose less at once: enter what is really used of it.",
            "Ask its maker for the greatest number of presentation contexts, and whether it can be raised.",
        ),
        "Enter a single service as used and try again: if it is accepted then, the number is the cause.",
    )


def find_in_retrieval(evidence: RetrieveEvidence) -> Iterator[Finding]:
    """At most one, of a C-GET that brought nothing."""
    outcome = evidence.outcome
    if evidence.is_move or evidence.context_result or not evidence.number_of_kinds or evidence.came:
        return
    if outcome.status is None and evidence.lost is None:
        return
    accepted = evidence.number_of_kinds - len(evidence.kinds_refused)
    if len(evidence.roles_refused) == accepted:
        yield _no_object_can_come(evidence, accepted)


def _no_object_can_come(evidence: RetrieveEvidence, accepted: int) -> Finding:
    seen = (
        f"We offered to take {evidence.number_of_kinds} kinds of objects; it accepted {accepted}, and the role in "
        "which we take them for none."
    )
    return Finding(
        FindingCode.GET_ROLES_REFUSED,
        Severity.FAULT,
        f"{evidence.peer} takes C-GET, but does not agree to send objects back on the association that we open, so "
        "nothing could come.",
        Confidence.CERTAIN,
        (evidence.status, seen),
        (
            f"Retrieve from {evidence.peer} by C-MOVE instead: it needs us entered there as a destination.",
            f"Or turn role selection on in the settings of {evidence.peer}, if it has that.",
        ),
    )
