"""A peer let us in, took a request and then broke off, fell silent, or answered what was not asked. Pure.

Shared by all that ask one thing on an association of its own: there is no need to climb to the peer again, for all
steps up to the request were done.
"""

from collections.abc import Iterable

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.wire.opened import NoAnswer

_OF_OBJECTS = (FindingCode.SOP_CLASS_NOT_ACCEPTED, FindingCode.GET_ROLES_REFUSED)


def service_first(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What a ladder found, for who asked for something else than objects: what it says of these comes last."""
    return tuple(sorted(found, key=lambda one: one.code in _OF_OBJECTS))


def finding_of_loss(peer: str, service: str, lost: NoAnswer, how: str, *, answers: int = 0) -> Finding:
    """Why it never came to a final answer. service: its name, as a sentence goes on with it; how: what the peer did, as
    a clause; answers: that had come before."""
    after = f" {answers} answers had come before." if answers else ""
    seen = (f"The association was accepted, and the request sent; then {how}.{after}",)
    if lost is NoAnswer.OVERDUE:
        return _silent(peer, service, seen)
    return _ended(peer, service, seen, is_garbage=lost is NoAnswer.BROKEN)


def finding_of_turning_away(peer: str, service: str, calling: AETitle, how: str) -> Finding:
    """A question was answered by an abort, and by nothing before: archives turn away so who may not ask (Orthanc 1.12,
    dcm4chee)."""
    return Finding(
        FindingCode.SERVICE_NOT_PERMITTED,
        Severity.FAULT,
        f"{peer} lets us in, but breaks off as soon as it is asked for {service}: most likely the AE title {calling} "
        "may not use that there.",
        Confidence.LIKELY,
        (f"The association was accepted, and the request sent; then {how}.",),
        (
            f"Have {calling} entered at {peer}, and allowed {service} there.",
            "If it is allowed there, ask in the other information model (patient root).",
            f"Look into the log of {peer} at this time: a program that aborts writes why.",
        ),
        "Ask as a title that may do it (`--calling AE`): if that is answered, it is about the rights of our title.",
    )


def _silent(peer: str, service: str, seen: tuple[str, ...]) -> Finding:
    return Finding(
        FindingCode.SLOW_PEER,
        Severity.FAULT,
        f"{peer} accepted the association and did not come to an end in time when it was asked for {service}: it is "
        "overloaded, hangs, or its answers do not come through.",
        Confidence.LIKELY,
        seen,
        (
            f"See how busy the computer of {peer} is, and its database.",
            "Ask for less at once, as narrower dates or a single patient.",
            "Allow it more time in its entry, if it is known to be slow.",
        ),
        f"Run the ladder to {peer}: if the echo is slow too, it is the line or the computer; if not, its database.",
    )


def _ended(peer: str, service: str, seen: tuple[str, ...], *, is_garbage: bool) -> Finding:
    return Finding(
        FindingCode.ABORTED_IN_TRANSFER,
        Severity.FAULT,
        f"{peer} accepted the association and answered with what makes no sense when it was asked for {service}: its "
        "program is at fault."
        if is_garbage
        else f"{peer} accepted the association and broke off when it was asked for {service}.",
        Confidence.LIKELY,
        seen,
        (
            f"Look into the log of {peer} at this time: a program that fails writes why.",
            f"Show this to the maker of {peer}; a trace has each byte."
            if is_garbage
            else "See whether a firewall or an intrusion detection between us cuts DICOM connections; ask for an "
            "exception.",
        ),
        "Ask the same again: if it ends in the same way each time, it is about what is asked; if now and then, about "
        "the way there.",
    )
