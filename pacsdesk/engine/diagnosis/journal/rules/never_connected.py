"""name-not-resolved, connection-refused, no-answer, no-route, accepted-then-closed: a call of ours that came to
nothing, and a call that a relay could not pass on."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import BrokenOff, NoConnection
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence

_LADDER = "Test the peer from here: the steps show how far one comes, and what answers instead."
_Told = tuple[FindingCode, str, tuple[str, ...], Confidence]

_TOLD: dict[NoConnection, _Told] = {
    NoConnection.NAME_UNKNOWN: (
        FindingCode.NAME_NOT_RESOLVED,
        "This computer found no address for the name of {other}, so it was never called.",
        (
            "Look at the spelling of the host in the entry of {other}, or enter its address instead.",
            "If the name is right, ask your network's administrator to enter it in the name server (DNS).",
        ),
        Confidence.CERTAIN,
    ),
    NoConnection.REFUSED: (
        FindingCode.CONNECTION_REFUSED,
        "The computer of {other} refused the connection: no program listens at {address}.",
        (
            "Start the DICOM service of {other}, or see in its own settings whether it is on.",
            "Compare the port. DICOM is mostly at 104 or 11112, with TLS at 2762.",
        ),
        Confidence.CERTAIN,
    ),
    NoConnection.NO_ANSWER: (
        FindingCode.NO_ANSWER,
        "Nothing answered at {address}: {other} was off, has another address by now, or a firewall drops what we send.",
        (
            "See whether {other} is on, and read its address from its own screen.",
            "Ask your network's administrator to allow TCP from this computer to {address}.",
        ),
        Confidence.LIKELY,
    ),
    NoConnection.NO_ROUTE: (
        FindingCode.NO_ROUTE,
        "This computer knows no way to {address}.",
        (
            "See whether the network cable or the VPN is connected.",
            "Compare network masks and gateways at both ends.",
        ),
        Confidence.CERTAIN,
    ),
    NoConnection.RESET: (
        FindingCode.ACCEPTED_THEN_CLOSED,
        "Something at {address} took the connection and ended it at once, without a word.",
        (
            "See whether the DICOM service of {other} itself runs behind the port forward or load balancer.",
            "Let this computer's address into its list of allowed hosts.",
        ),
        Confidence.LIKELY,
    ),
    NoConnection.OTHER: (
        FindingCode.NO_ANSWER,
        "The system could not connect to {other} at {address}.",
        ("Read what the system said, above.", "Look at the host and port in the entry of {other}."),
        Confidence.POSSIBLE,
    ),
}
_SILENT: _Told = (
    FindingCode.NO_ANSWER,
    "{other} took the connection at {address} and then said nothing to our request for an association.",
    (
        "Restart the DICOM service of {other}; its log may say what it waits for.",
        "See whether the port is the right one: another program may listen there.",
    ),
    Confidence.LIKELY,
)
_HUNG_UP: _Told = (
    FindingCode.ACCEPTED_THEN_CLOSED,
    "{other} took the connection at {address} and ended it without an answer to our request for an association.",
    (
        "See in the settings of {other} whether {calling} is entered as a caller, with this computer's address.",
        "Look into the log of {other} at this time.",
        "See whether the port is that of its DICOM service: another program would hang up, too.",
    ),
    Confidence.POSSIBLE,
)
_GARBAGE: _Told = (
    FindingCode.NOT_DICOM_OTHER,
    "What answered at {address} does not speak DICOM, or speaks it wrongly.",
    ("See whether the port is that of the DICOM service of {other}.", "Update the program of {other}."),
    Confidence.LIKELY,
)
_INSTEAD = {BrokenOff.OVERDUE: _SILENT, BrokenOff.CLOSED: _HUNG_UP, BrokenOff.BROKEN: _GARBAGE}


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """At most one."""
    end = evidence.end
    if evidence.is_incoming or evidence.was_established or end.reject or end.tls_problem:
        return
    told = _TOLD[end.no_connection] if end.no_connection else None
    if told is None and evidence.is_call and end.broken_off in _INSTEAD:
        told = _INSTEAD[end.broken_off]
    if told is None:
        return
    code, cause, repair, confidence = told
    summary = evidence.summary
    address = summary.called_address or summary.address
    words = {"other": evidence.other, "address": address, "calling": summary.calling_ae_title}
    passed_on = f"A relay was to pass {evidence.caller} ({summary.address}) on to it."
    yield Finding(
        code,
        Severity.FAULT,
        cause.format(**words),
        confidence,
        (f"What was seen: {summary.problem}.", *((passed_on,) if evidence.is_between_others else ())),
        tuple(step.format(**words) for step in repair),
        _LADDER,
    )
