"""accepted-then-closed and malformed-request: the connection ends without an answer, before or after our request."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import BrokenOff, NoConnection, NoTls, ProbeStep, Speaks
from pacsdesk.engine.diagnosis.evidence import Evidence

_AGAIN = "A second connection, on which we said nothing, was ended just as fast: it is not about what we say."
_BEHIND_TLS = (
    "Where another program ends TLS before the service (stunnel, a load balancer): see whether the service behind it "
    "runs.",
)


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    if outcome.no_connection is NoConnection.RESET:
        yield _at_once(evidence, (evidence.seen(ProbeStep.TCP),))
        return
    if outcome.tls_problem is NoTls.CLOSED and outcome.closes_at_once and outcome.speaks is Speaks.NOTHING:
        hello = f"To our TLS hello: {outcome.step(ProbeStep.TLS).detail}."
        yield _at_once(evidence, (hello, _AGAIN))
        return
    if outcome.broken_off is not BrokenOff.CLOSED or outcome.first_bytes or outcome.speaks is not Speaks.NOTHING:
        return
    if outcome.closes_at_once:
        asked = f"Our request for an association: {outcome.step(ProbeStep.ASSOCIATION).detail}."
        yield _at_once(evidence, (asked, _AGAIN))
    else:
        yield _after_the_request(evidence)


def _at_once(evidence: Evidence, seen: tuple[str, ...]) -> Finding:
    return Finding(
        FindingCode.ACCEPTED_THEN_CLOSED,
        Severity.FAULT,
        f"Something at {evidence.place} takes the connection and ends it at once, without a word: a port forward or "
        f"load balancer whose target is off, or a server that does not let this computer's address in.",
        Confidence.LIKELY,
        seen,
        (
            f"See whether the DICOM service of {evidence.peer} itself runs behind the port forward or load balancer.",
            "Let this computer's address into its list of allowed hosts, and into firewalls that check it.",
            f"Look into the log of {evidence.peer}: a refused address is mostly written there.",
        ),
        "Call it from another computer that works with it: if that is let in, it filters by address.",
    )


def _after_the_request(evidence: Evidence) -> Finding:
    calling = evidence.outcome.calling_ae_title
    return Finding(
        FindingCode.MALFORMED_REQUEST,
        Severity.FAULT,
        f"{evidence.peer} heard our request for an association and hung up without an answer: it does not understand "
        f"the request, or turns the AE title {calling} away without saying so.",
        Confidence.LIKELY,
        (
            f"Our request for an association: {evidence.outcome.step(ProbeStep.ASSOCIATION).detail}.",
            "A connection on which we say nothing stays open: it is about what we say.",
        ),
        (
            f"See in the settings of {evidence.peer} whether {calling} is entered as a caller, with this computer's "
            "address.",
            f"Look into the log of {evidence.peer} at this time.",
            "See whether the port is that of its DICOM service: another program would hang up, too.",
            *(_BEHIND_TLS if evidence.tls is not TlsMode.PLAIN else ()),
        ),
        f"Ask as a title that it knows (`--calling AE`): if that is answered, it is about the title {calling}.",
    )
