"""The second leg of a move, archive to destination, when the destination is us: what our listeners and our journal saw
of it. Pure.

A new candidate: a function in _CANDIDATES, the surest first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.engine import ListenerState
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.retrieves import LegState, MoveLeg, RetrieveOutcome
from pacsdesk.engine.diagnosis.unanswered import Unanswered

_STORE = "C-STORE"


@dataclass(frozen=True, slots=True)
class SecondLeg:
    """outcome: of the move. seen: our own side since it began; its title is the destination."""

    outcome: RetrieveOutcome
    seen: Unanswered

    @property
    def peer(self) -> str:
        """The archive."""
        return self.outcome.peer

    @property
    def stored(self) -> int:
        """Objects that we took of it meanwhile."""
        return sum(
            one.count for came in self.seen.came for one in came.operations if _is_taken(one.operation, one.status)
        )


def leg_to_us(leg: SecondLeg) -> MoveLeg:
    """How it stands, by the first cause that what was seen proves."""
    way = f"from {leg.peer} to {leg.seen.title} (this archive)"
    seen = tuple(_seen(leg))
    for candidate in _CANDIDATES:
        if found := tuple(candidate(leg)):
            return MoveLeg(way, LegState.BROKEN, seen, found)
    return MoveLeg(way, LegState.WORKS, seen)


def _seen(leg: SecondLeg) -> Iterator[str]:
    for one in leg.seen.listeners:
        if leg.seen.title in (one.ae_title, *one.aliases):
            yield f"Our listener {one.ae_title} on {one.host} port {one.port} is " + (
                "up." if one.state is ListenerState.UP else "down."
            )
    for caller in leg.seen.refused[:3]:
        yield f"We turned {caller.calling_ae_title} at {caller.address} away: {caller.reason}"
    for came in leg.seen.came[:3]:
        done = ", ".join(f"{one.count} {one.operation} answered {one.status:04X}" for one in came.operations)
        problem = f", {came.summary.problem}" if came.summary.problem else ""
        yield f"{came.summary.calling_ae_title} came from {came.summary.address}: {done or 'it sent nothing'}{problem}."
    if not leg.seen.refused and not leg.seen.came:
        yield f"Nobody called us from {leg.seen.host} since the move began."


def _listener_down(leg: SecondLeg) -> Iterator[Finding]:
    ours = [one for one in leg.seen.listeners if leg.seen.title in (one.ae_title, *one.aliases)]
    if not ours or any(one.state is ListenerState.UP for one in ours):
        return
    yield Finding(
        FindingCode.PORT_IN_USE,
        Severity.FAULT,
        f"Our listener {leg.seen.title} does not run, so {leg.peer} cannot send anything to it.",
        Confidence.CERTAIN,
        tuple(f"{one.ae_title} on {one.host} port {one.port}: {one.problem or one.state}." for one in ours),
        (
            f"Start the listener {leg.seen.title}: what keeps it from running stands on the page Home.",
            "Retrieve again by C-MOVE.",
        ),
    )


def _turned_away(leg: SecondLeg) -> Iterator[Finding]:
    for caller in leg.seen.refused[:1]:
        names = [name for one in leg.seen.listeners for name in (one.ae_title, *one.aliases)]
        is_misnamed = caller.called_ae_title not in names
        meant = did_you_mean(caller.called_ae_title, names)
        yield Finding(
            FindingCode.CALLED_AE_UNKNOWN if is_misnamed else FindingCode.CALLING_AE_UNKNOWN,
            Severity.FAULT,
            f"{leg.peer} called us as {caller.called_ae_title}, which is not our name, and we turned it away."
            if is_misnamed
            else f"{leg.peer} called us as {caller.calling_ae_title}, and we turned it away.",
            Confidence.CERTAIN,
            (
                f"We turned {caller.calling_ae_title} at {caller.address} away at "
                f"{caller.last_at:%H:%M:%S}: {caller.reason}",
            ),
            (
                f"Have our AE title corrected at {leg.peer}. {meant}".strip()
                if is_misnamed
                else f"Enter {caller.calling_ae_title} at {caller.address} among our peers, and allow it to store."
                if caller.an_entry_helps
                else f"Allow {caller.calling_ae_title} to store in its entry, or mend what the reason names.",
                "Retrieve again by C-MOVE.",
            ),
        )


def _kinds_refused(leg: SecondLeg) -> Iterator[Finding]:
    for came in leg.seen.came:
        refused = [one for one in came.items if not one.accepted]
        if refused and not came.operations:
            yield Finding(
                FindingCode.SOP_CLASS_NOT_ACCEPTED,
                Severity.FAULT,
                f"{leg.peer} reached us, and we took none of the kinds of objects that it wanted to send.",
                Confidence.LIKELY,
                tuple(f"{one.abstract_syntax}: context result {one.result}." for one in refused[:5]),
                (
                    f"Allow {leg.peer} to store in its entry.",
                    "If it is allowed, turn on that unknown kinds are kept: `dicom.accept_unknown_sop_classes`.",
                ),
            )
            return


def _objects_refused(leg: SecondLeg) -> Iterator[Finding]:
    refused = [
        one
        for came in leg.seen.came
        for one in came.operations
        if one.operation == _STORE and not _is_taken(one.operation, one.status)
    ]
    if not refused:
        return
    is_full = refused[0].status >> 8 == 0xA7
    number = sum(one.count for one in refused)
    yield Finding(
        FindingCode.ARCHIVE_FULL if is_full else FindingCode.OBJECT_REFUSED,
        Severity.FAULT,
        f"{leg.peer} reached us, and we refused {number} of its objects{': there is no room left' if is_full else ''}.",
        Confidence.CERTAIN,
        tuple(f"{one.count} C-STORE answered with status {one.status:04X}." for one in refused[:5]),
        ("Free room on the archive's disk: `pacsdesk status` shows how much is left.", "Fetch what is missing again.")
        if is_full
        else ("Look into the engine's log at this time.", "Fetch what is missing again."),
    )


def _broke_off(leg: SecondLeg) -> Iterator[Finding]:
    broken = [came for came in leg.seen.came if _has_broken(came)]
    if broken and leg.outcome.failed:
        summary = broken[0].summary
        yield Finding(
            FindingCode.ABORTED_IN_TRANSFER,
            Severity.FAULT,
            f"{leg.peer} reached us, and the association ended in its midst.",
            Confidence.CERTAIN,
            (
                f"The association of {summary.calling_ae_title}, begun at {summary.began_at:%H:%M:%S}, ended before "
                f"its time: {summary.problem or summary.state}.",
            ),
            (
                "Fetch what is missing again.",
                "See whether a firewall or an intrusion detection between the systems cuts long connections.",
            ),
        )


def _never_called(leg: SecondLeg) -> Iterator[Finding]:
    outcome = leg.outcome
    if leg.seen.came or leg.stored or outcome.status is None:
        return
    claims = outcome.completed + outcome.warning
    port = next((one.port for one in leg.seen.listeners if leg.seen.title in (one.ae_title, *one.aliases)), 0)
    yield Finding(
        FindingCode.MOVE_NOTHING_SENT if claims else FindingCode.MOVE_CANNOT_DELIVER,
        Severity.FAULT,
        f"{leg.peer} says that it sent {claims} objects, and never called us: it sends them to another address."
        if claims
        else f"{leg.peer} never reached us: it has another address or port for {leg.seen.title}, or something on the "
        "way does not let it through.",
        Confidence.LIKELY,
        (f"Nobody called us from {leg.seen.host} since {outcome.at:%H:%M:%S}.",),
        (
            f"At {leg.peer}, enter for {leg.seen.title} the address of this computer and port {port}.",
            "See that no firewall on the way, nor that of this computer, closes this port.",
            f"Look into the log of {leg.peer}: it writes whom it called and what came of it.",
        ),
        f"Have {leg.peer} echo {leg.seen.title}: if that arrives here, the way is open, and it is about the move.",
    )


def _has_broken(came: AssociationDetail) -> bool:
    return came.summary.state in ("aborted", "broken")


def _is_taken(operation: str, status: int) -> bool:
    return operation == _STORE and (status == 0 or status >> 12 == 0xB)


_CANDIDATES: tuple[Callable[[SecondLeg], Iterator[Finding]], ...] = (
    _listener_down,
    _turned_away,
    _objects_refused,
    _kinds_refused,
    _broke_off,
    _never_called,
)
