"""no-answer: silence, to the connection or to the request for an association."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import BrokenOff, NoConnection, NoTls, ProbeState, ProbeStep, Speaks
from pacsdesk.engine.diagnosis.evidence import Evidence


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    if outcome.no_connection is NoConnection.NO_ANSWER:
        yield _not_connected(evidence)
    elif outcome.speaks is Speaks.NOTHING and (
        outcome.broken_off is BrokenOff.OVERDUE or outcome.tls_problem is NoTls.NO_ANSWER
    ):
        yield _connected(evidence)


def _not_connected(evidence: Evidence) -> Finding:
    outcome = evidence.outcome
    is_up = outcome.step(ProbeStep.PING).state is ProbeState.DONE
    if is_up:
        cause = (
            f"The computer at {outcome.address} is on, but its port {outcome.port} stays silent: a firewall there or "
            "on the way drops what we send."
        )
    else:
        cause = (
            f"Nothing answers at {evidence.place}: {evidence.peer} is off, has another address by now, or a firewall "
            "drops what we send."
        )
    return Finding(
        FindingCode.NO_ANSWER,
        Severity.FAULT,
        cause,
        Confidence.LIKELY,
        (evidence.seen(ProbeStep.TCP), evidence.seen(ProbeStep.PING)),
        (
            f"See whether {evidence.peer} is on, and read its address from its own screen: devices that get theirs "
            "from DHCP change it. Give it a fixed one.",
            f"Ask your network's administrator to allow TCP from this computer to {evidence.place}, in both firewalls "
            "and between the VLANs.",
            "Compare network masks and gateways at both ends.",
        ),
        f"Let {evidence.peer} call us: if its echo arrives here, the way is there and only its own port is filtered.",
    )


def _connected(evidence: Evidence) -> Finding:
    seen = (
        f"To our request for an association not a byte came. {evidence.seen(ProbeStep.ASSOCIATION)}",
        "Neither a TLS hello nor a web request was answered.",
    )
    if evidence.outcome.tls_problem:
        seen = (
            f"Our TLS hello brought not a byte. {evidence.seen(ProbeStep.TLS)}",
            "A request for an association without TLS was not answered either.",
        )
    return Finding(
        FindingCode.NO_ANSWER,
        Severity.FAULT,
        f"{evidence.peer} takes the connection at {evidence.place} and then says nothing: the program behind the port "
        "hangs, or waits for something that is no DICOM.",
        Confidence.LIKELY,
        (
            "The connection was accepted.",
            *seen,
        ),
        (
            f"Restart the DICOM service of {evidence.peer}; its log may say what it waits for.",
            "See whether the port is the right one: another program may listen there.",
            "If it asks a name server for each caller, a slow one holds it up: enter this computer there.",
        ),
        f"Run an echo from the computer of {evidence.peer} itself: if that is silent too, the service hangs; if not, "
        "something on the way holds back what we say.",
    )
