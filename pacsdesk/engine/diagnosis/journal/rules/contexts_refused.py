"""sop-class-not-accepted, transfer-syntax-not-accepted, service-not-permitted: presentation contexts that came to
nothing. One that was not accepted among others is a remark, as many devices ask for all that there is."""

from collections.abc import Iterator, Sequence

from pacsdesk.contract.records.associations import NegotiatedItem
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence, name_of

_USER, _ABSTRACT, _TRANSFER = 1, 3, 4  # PS3.8 table 9-18
_SHOWN = 6


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """At most one of each code."""
    if not evidence.was_established:
        return
    items = evidence.detail.items
    accepted = {item.abstract_syntax for item in items if item.accepted}
    missing = [item for item in items if not item.accepted and item.abstract_syntax not in accepted]
    severity = Severity.REMARK if accepted else Severity.FAULT
    if accepted and evidence.is_call:
        return  # we ask peers for more than any has
    for code, results in (
        (FindingCode.SERVICE_NOT_PERMITTED, {_USER}),
        (FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED, {_TRANSFER}),
        (FindingCode.SOP_CLASS_NOT_ACCEPTED, None),
    ):
        of_it = [one for one in missing if (one.result in results if results else one.result not in (_USER, _TRANSFER))]
        if of_it:
            yield _finding(evidence, code, severity, of_it)


def _finding(
    evidence: JournalEvidence, code: FindingCode, severity: Severity, items: Sequence[NegotiatedItem]
) -> Finding:
    names = list(dict.fromkeys(name_of(item.abstract_syntax) for item in items))
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    cause, repair = _words(code, evidence.answerer, evidence.asker, shown)
    whole = "" if severity is Severity.REMARK else " Nothing that was asked for could be used."
    return Finding(
        code,
        severity,
        f"{cause[0].upper()}{cause[1:]}{whole}",
        Confidence.CERTAIN,
        tuple(
            f"Context {item.context_id}, {name_of(item.abstract_syntax)}: result {item.result}, offered "
            f"{', '.join(map(name_of, item.proposed)) or 'no transfer syntax'}."
            for item in items[:_SHOWN]
        ),
        repair,
    )


def _words(code: FindingCode, refuser: str, asker: str, shown: str) -> tuple[str, tuple[str, ...]]:
    match code:
        case FindingCode.SERVICE_NOT_PERMITTED:
            return f"{refuser} does not allow {asker} what it was asked for: {shown}.", (
                f"If {asker} may do that, allow it in the settings of {refuser}: a peer's entry says which services it "
                "may use.",
            )
        case FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED:
            return f"{refuser} takes none of the transfer syntaxes that were offered for {shown}.", (
                "Offer an uncompressed transfer syntax too (Explicit or Implicit VR Little Endian).",
                f"Or turn the compression on in the settings of {refuser}.",
            )
        case _:
            return f"{refuser} does not take this kind of object or service: {shown}.", (
                f"Turn the SOP class on in the settings of {refuser}, if it has it.",
                "If nobody needs it, it is as it should be: many devices ask for all that there is.",
            )
