"""sop-class-not-accepted: kinds of objects that the peer does not take, or nothing at all."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import NegotiatedContext, ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence

# what every archive takes
_USUAL = ("CT Image", "MR Image", "Computed Radiography Image", "Comprehensive SR")
_ACCEPTED, _TRANSFER_SYNTAXES = 0, 4  # PS3.8 table 9-18; another rule's
_RESULTS = {
    0: "accepted in a transfer syntax that was not proposed",
    1: "refused by its user",
    2: "refused without a reason",
    3: "not supported",
    None: "not answered",
}


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    if not evidence.has_association:
        return
    contexts = evidence.outcome.contexts
    store = [one for one in contexts if one.step is ProbeStep.STORE and one.is_usual]
    refused = [one for one in store if not one.is_accepted and one.result != _TRANSFER_SYNTAXES]
    if not any(one.is_accepted for one in contexts):
        if any(one.result != _TRANSFER_SYNTAXES for one in contexts):
            is_odd = any(one.result == _ACCEPTED for one in contexts)
            yield _not_as_proposed(evidence, contexts) if is_odd else _nothing_at_all(evidence, contexts)
    elif refused and len(refused) == len(store):
        yield _no_storage(evidence, refused)
    elif refused:
        yield _some_kinds(evidence, refused)


def _nothing_at_all(evidence: Evidence, contexts: tuple[NegotiatedContext, ...]) -> Finding:
    results = sorted({_result(one) for one in contexts})
    return Finding(
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Severity.FAULT,
        f"{evidence.peer} accepted the association and refused everything that we could do on it, even the echo.",
        Confidence.CERTAIN,
        (f"All {len(contexts)} presentation contexts: {', '.join(results)}.",),
        (
            f"See in the settings of {evidence.peer} which services and kinds of objects are turned on, and for whom.",
            f"Have {evidence.outcome.calling_ae_title} allowed there what it is to do.",
        ),
        "Ask as a title that it works with (`--calling AE`): if that gets more, it is about the rights of our title.",
    )


def _not_as_proposed(evidence: Evidence, contexts: tuple[NegotiatedContext, ...]) -> Finding:
    return Finding(
        FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
        Severity.FAULT,
        f"{evidence.peer} accepted the association, but only in transfer syntaxes that were not proposed, which the "
        "standard forbids: nothing can be done on it.",
        Confidence.CERTAIN,
        _told([one for one in contexts if one.result == _ACCEPTED]),
        (
            f"Have the setting of transfer syntaxes at {evidence.peer} looked at: implicit and explicit little endian "
            "must be on.",
            f"Show this to the maker of {evidence.peer} (PS3.8 9.3.3.2).",
        ),
    )


def _no_storage(evidence: Evidence, refused: list[NegotiatedContext]) -> Finding:
    is_used = evidence.is_used_for(ProbeStep.STORE)
    wish = "" if is_used else " If nothing is to be sent there, that is as it should be."
    return Finding(
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Severity.FAULT if is_used else Severity.REMARK,
        f"{evidence.peer} takes no objects from us: it accepted none of the usual kinds.{wish}",
        Confidence.CERTAIN if is_used else Confidence.LIKELY,
        _told(refused),
        (
            f"Turn storage on in the settings of {evidence.peer}, for our title {evidence.outcome.calling_ae_title}.",
            "See whether it has another AE title or port for storage.",
        ),
    )


def _some_kinds(evidence: Evidence, refused: list[NegotiatedContext]) -> Finding:
    is_odd = any(one.name in _USUAL for one in refused)
    return Finding(
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Severity.WARNING if is_odd else Severity.REMARK,
        f"{evidence.peer} takes objects, but not of every kind: {', '.join(one.name for one in refused)} would be "
        "refused.",
        Confidence.CERTAIN,
        _told(refused),
        (
            f"If such objects are to go there, turn these SOP classes on in the settings of {evidence.peer}.",
            "Else send them to a system that takes them.",
        ),
    )


def _told(refused: list[NegotiatedContext]) -> tuple[str, ...]:
    return tuple(f"{one.name} ({one.abstract_syntax}): {_result(one)}." for one in refused[:6])


def _result(context: NegotiatedContext) -> str:
    number = context.result
    words = _RESULTS.get(number, "a result that is not listed")
    return words if number is None else f"result {number}, {words}"
