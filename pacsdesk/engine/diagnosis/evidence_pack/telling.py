"""What a pack says to people, in lines: complete sentences, no patient data of its own."""

from collections.abc import Iterator, Mapping, Sequence

from pacsdesk.contract.records.associations import AssociationDetail, Direction
from pacsdesk.contract.records.evidence import DateTreatment, EvidenceOrder, UidTreatment
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.records.queries import QueryOutcome

_UIDS = {
    UidTreatment.REPLACED: "UIDs of instances were replaced; those of SOP classes and transfer syntaxes were kept.",
    UidTreatment.KEPT: "UIDs were kept.",
}
_WAYS = {
    Direction.INCOMING: "called us",
    Direction.OUTGOING: "called by us",
    Direction.RELAYED: "passed on by a relay to {address}",
    Direction.SINK: "taken by a sink at {address}",
}
_DATES = {
    DateTreatment.SHIFTED: "Dates were all moved by the same number of days.",
    DateTreatment.CUT: "Dates were cut to the year.",
}


def about(order: EvidenceOrder, names: Sequence[str], versions: Mapping[str, str], replaced: int) -> Iterator[str]:
    """What this pack is, and what was done to it."""
    yield f"Evidence about {order.peer or 'an association'}, put together by {versions.get('PACSDesk', 'PACSDesk')}."
    yield ""
    yield f"Names, IDs and texts of patients were replaced ({replaced} values), the same by the same throughout."
    yield _UIDS[order.uids]
    yield _DATES[order.dates]
    yield "Texts of the other side were kept." if order.free_texts else "Texts of the other side were taken out."
    yield "Times are UTC."
    yield ""
    yield from (f"  {name}" for name in names)


def ladder(outcome: ProbeOutcome) -> Iterator[str]:
    """A test of a peer step by step."""
    yield (
        f"{outcome.peer}: {outcome.ae_title} at {outcome.host} port {outcome.port}, "
        f"called as {outcome.calling_ae_title}, {outcome.at:%Y-%m-%d %H:%M:%S}"
    )
    yield ""
    for step in outcome.steps:
        yield f"  {step.name:<12} {step.state:<12} {step.milliseconds:>9.1f} ms  {step.detail}".rstrip()
    yield from _findings(outcome.findings)


def query(outcome: QueryOutcome) -> Iterator[str]:
    """A query with its answers."""
    order = outcome.order
    yield f"Query of {outcome.peer}, {order.model}, level {order.level or 'none'}, {outcome.at:%Y-%m-%d %H:%M:%S}"
    yield from (f"  {key.name}={key.value}" for key in order.keys)
    status = "none" if outcome.status is None else f"{outcome.status:04X}"
    yield f"Status {status} after {outcome.milliseconds:.0f} ms. {outcome.comment or outcome.problem}".rstrip()
    yield f"{len(outcome.rows)} answers{' and more' if outcome.is_cut else ''}:"
    yield "\t".join(outcome.columns)
    yield from ("\t".join(row) for row in outcome.rows)
    yield from _findings(outcome.findings)


def association(detail: AssociationDetail, findings: Sequence[Finding]) -> Iterator[str]:
    """One association of the journal."""
    yield _line(detail)
    what = "The caller" if detail.summary.through else "It"
    yield f"  {what} is {_program(detail.implementation_version_name, detail.implementation_class_uid)}."
    if detail.summary.through:
        called = detail.called
        yield f"  The called side is {_program(called.implementation_version_name, called.implementation_class_uid)}."
        yield f"  Ended by: {detail.end.by or 'nobody yet'}"
    for one in detail.operations:
        yield f"  {one.count} {one.operation} answered with {one.status:04X}"
    for item in detail.items:
        agreed = item.accepted or f"result {item.result}, offered {', '.join(item.proposed)}"
        yield f"  {item.context_id:>3} {item.abstract_syntax}: {agreed}"
    yield from _findings(findings)


def _program(version_name: str, class_uid: str) -> str:
    return f"{version_name or 'nameless'} ({class_uid or 'no UID'})"


def journal(details: Sequence[AssociationDetail]) -> Iterator[str]:
    """Associations of a while, a line each."""
    yield from map(_line, details)
    if not details:
        yield "The journal has no association of this time."


def _line(detail: AssociationDetail) -> str:
    one = detail.summary
    way = _WAYS[one.direction].format(address=one.called_address)
    end = f"{one.ended_at:%H:%M:%S.%f}"[:-3] if one.ended_at else "open"
    problem = f" {one.problem}" if one.problem else ""
    return (
        f"{one.began_at:%Y-%m-%d %H:%M:%S.%f}"[:-3]
        + f" to {end} {one.calling_ae_title} -> {one.called_ae_title} ({one.address}, {way}): {one.state}, "
        f"{one.operations} requests, {one.failures} failed, {one.bytes_received} bytes here, {one.bytes_sent} there."
        f"{problem}"
    )


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield ""
        yield f"{finding.severity}: {finding.cause} ({finding.confidence}; {finding.code})"
        yield from (f"  seen: {seen}" for seen in finding.evidence)
        yield from (f"  to do: {step}" for step in finding.repair)
        if finding.further_test:
            yield f"  to be sure: {finding.further_test}"
