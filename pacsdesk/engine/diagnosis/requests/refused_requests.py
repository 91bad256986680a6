"""Why a peer did not take a request: its context, or the request itself. Pure."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.requests.reasons import meaning_of_refusal

# PS3.8 table 9-18
_USER_REJECTION, _NO_REASON, _UNKNOWN, _NO_COMMON_SYNTAX = 1, 2, 3, 4
_NOT_AUTHORIZED = 0x0124
_NO_ROOM = frozenset({0x0213, 0x0214})
_UNKNOWN_CLASS = frozenset({0x0118, 0x0122})


def finding_of_context(peer: str, service: str, result: int | None) -> Iterator[Finding]:
    """The one proposed context was refused. service: its name, as a sentence goes on with it."""
    seen = (f"The context for {service} was answered with result {result} (PS3.8 table 9-18).",)
    if result == _NO_COMMON_SYNTAX:
        yield Finding(
            FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
            Severity.FAULT,
            f"{peer} provides {service}, but in no transfer syntax that we propose: explicit and implicit little "
            "endian, and everybody must take the second.",
            Confidence.CERTAIN,
            seen,
            (f"Have the setting of transfer syntaxes at {peer} looked at.",),
        )
    elif result == _USER_REJECTION:
        yield Finding(
            FindingCode.SERVICE_NOT_PERMITTED,
            Severity.FAULT,
            f"{peer} does not let us use {service}.",
            Confidence.LIKELY,
            seen,
            (f"Have {service} permitted at {peer} for our AE title.",),
            "Ask as the AE title of a device that uses it: if that is taken, it is a matter of rights.",
        )
    else:
        yield Finding(
            FindingCode.SOP_CLASS_NOT_ACCEPTED,
            Severity.FAULT,
            f"{peer} does not provide {service}, or not on this port.",
            Confidence.CERTAIN if result == _UNKNOWN else Confidence.LIKELY,
            seen,
            (
                f"See in the conformance statement of {peer} whether it provides {service}, and where it is switched "
                "on.",
                "Ask another system for it: often the RIS or a broker provides it, and not the archive.",
            ),
        )


def finding_of_commitment_refusal(peer: str, status: int, comment: str) -> Iterator[Finding]:
    """The N-ACTION was answered with a failure."""
    seen = (f"Status {status:04X}: {meaning_of_refusal(status)}.{_said(comment)}",)
    if status == _NOT_AUTHORIZED:
        yield Finding(
            FindingCode.SERVICE_NOT_PERMITTED,
            Severity.FAULT,
            f"{peer} does not let us ask for storage commitment.",
            Confidence.CERTAIN,
            seen,
            (f"Have storage commitment permitted at {peer} for our AE title.",),
        )
    elif status in _UNKNOWN_CLASS:
        yield Finding(
            FindingCode.SOP_CLASS_NOT_ACCEPTED,
            Severity.FAULT,
            f"{peer} agreed to storage commitment and then refused it.",
            Confidence.CERTAIN,
            seen,
            (f"Look into the log of {peer} at this time, and show it to its maker.",),
        )
    elif status in _NO_ROOM or status >> 8 == 0xA7:
        yield Finding(
            FindingCode.ARCHIVE_FULL,
            Severity.FAULT,
            f"{peer} refused the request for storage commitment: it has no room for it.",
            Confidence.CERTAIN,
            seen,
            (f"See whether the disk or the queue of {peer} is full.", "Ask again when there is room."),
        )
    else:
        yield Finding(
            FindingCode.UNLISTED_ANSWER,
            Severity.FAULT,
            f"{peer} refused the request for storage commitment, and its status does not say why.",
            Confidence.POSSIBLE,
            seen,
            (
                f"Look into the log of {peer} at this time: a program that refuses writes why.",
                f"See whether the objects are at {peer}, and under these UIDs.",
            ),
            "Ask for a single object that it has: if that is taken, it is about the objects; if not, about the "
            "service.",
        )


def _said(comment: str) -> str:
    return f" It says: “{comment}”." if comment else ""
