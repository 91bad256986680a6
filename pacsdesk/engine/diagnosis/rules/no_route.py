"""no-route: this computer or a router knows no way to the address."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import NoConnection, ProbeState, ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    if outcome.no_connection not in (NoConnection.NO_ROUTE, NoConnection.OTHER):
        return
    is_ours = outcome.step(ProbeStep.INTERFACE).state is ProbeState.FAILED
    is_sure = outcome.no_connection is NoConnection.NO_ROUTE
    yield Finding(
        FindingCode.NO_ROUTE,
        Severity.FAULT,
        f"{'This computer' if is_ours else 'The network'} knows no way to {outcome.address or outcome.host}, the "
        f"address of {evidence.peer}: its network cannot be reached, or nobody there has the address."
        if is_sure
        else f"This computer could not connect to {evidence.peer} at {evidence.place}, for a reason of its own system.",
        Confidence.LIKELY if is_sure else Confidence.POSSIBLE,
        (evidence.seen(ProbeStep.INTERFACE if is_ours else ProbeStep.TCP),),
        (
            "See whether this computer's network cable or wireless network is connected.",
            f"Compare the address {outcome.address or outcome.host} with that of {evidence.peer}: a wrong number leads "
            "to another network.",
            "Ask your network's administrator whether a gateway leads from this computer's network to that one.",
        ),
        "Call another device in the same network: if it fails too, the way is missing; if not, the address is wrong.",
    )
