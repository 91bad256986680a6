"""What the negotiation of a send says about kinds of objects that nothing accepted fits. Pure."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.sends.evidence import KindRefused, SendEvidence

# PS3.8 table 9-18
_USER, _NO_REASON, _CLASS, _SYNTAXES = 1, 2, 3, 4
RESULTS = {
    0: "accepted",
    _USER: "refused by its user",
    _NO_REASON: "refused without a reason",
    _CLASS: "SOP class not supported",
    _SYNTAXES: "transfer syntaxes not supported",
}
_MOST_SHOWN = 6


def words_of_result(result: int | None) -> str:
    """The answer to a presentation context."""
    return "not answered" if result is None else RESULTS.get(result, f"result {result}, which is not listed")


def syntax_not_accepted(evidence: SendEvidence) -> Iterator[Finding]:
    """The kind is known there, and what the peer takes of it cannot be made of what is stored."""
    if refused := [one for one in evidence.refused if _is_about_syntax(one)]:
        takes = ", ".join(dict.fromkeys(syntax for one in refused for syntax in one.accepted))
        only = f" It takes them only in {takes}." if takes else ""
        yield Finding(
            FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
            Severity.FAULT,
            f"{evidence.peer} knows {_kinds(refused)}, but accepts no transfer syntax into which they can be made "
            f"without losing anything.{only}",
            Confidence.CERTAIN,
            _told(refused),
            (
                f"Turn the transfer syntax in which they are stored on in the settings of {evidence.peer}, or an "
                "uncompressed one.",
                "Or send them to a system that takes them; the page “What it accepts” shows which one does.",
            ),
        )


def sop_class_not_negotiated(evidence: SendEvidence) -> Iterator[Finding]:
    """The kind is not taken at all."""
    refused = [one for one in evidence.refused if not _is_about_syntax(one)]
    if not refused:
        return
    results = {result for one in refused for _, result in one.results}
    is_by_user = results == {_USER}
    yield Finding(
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        Severity.FAULT,
        f"{evidence.peer} does not take {_kinds(refused)}" + (" from us." if is_by_user else "."),
        Confidence.CERTAIN if results == {_CLASS} else Confidence.LIKELY,
        _told(refused),
        (
            f"Have {'them' if len(refused) > 1 else 'this SOP class'} turned on in the settings of {evidence.peer}"
            + (f" for {evidence.calling_ae_title}." if is_by_user else "."),
            "Or send to a system that takes them; the page “What it accepts” shows which one does.",
        ),
        "Send as the AE title of a device that stores such objects there (`--calling AE`): if that is taken, it is "
        "about the rights of our title."
        if is_by_user
        else "",
    )


def _is_about_syntax(one: KindRefused) -> bool:
    return bool(one.accepted) or any(result == _SYNTAXES for _, result in one.results)


def _kinds(refused: list[KindRefused]) -> str:
    return ", ".join(dict.fromkeys(one.sop_class for one in refused))


def _told(refused: list[KindRefused]) -> tuple[str, ...]:
    return tuple(
        f"{one.count:,} of {one.sop_class}, stored in {one.stored_in}: {'; '.join(_answers(one))}."
        for one in refused[:_MOST_SHOWN]
    )


def _answers(refused: KindRefused) -> Iterator[str]:
    for syntaxes, result in refused.results:
        yield f"{syntaxes}: {words_of_result(result)}"
