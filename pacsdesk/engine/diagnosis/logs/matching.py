"""Which association of a log is which of ours, and how far the other clock is from ours. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from pacsdesk.contract.records.associations import AssociationSummary
from pacsdesk.contract.records.logs import LogEvent

_MOST_COMPARED = 400  # of each side
_SAME_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class TheirAssociation:
    """One of the log. began_at: as the log says it, None without times."""

    number: int
    calling: str
    called: str
    began_at: datetime | None


def associations_of(events: Sequence[LogEvent]) -> tuple[TheirAssociation, ...]:
    """In the order of the log."""
    first: dict[int, LogEvent] = {}
    for event in events:
        first.setdefault(event.association, event)
    return tuple(
        TheirAssociation(number, event.calling_ae_title, event.called_ae_title, event.at)
        for number, event in first.items()
    )


def guess_offset(
    theirs: Sequence[TheirAssociation], ours: Sequence[AssociationSummary], usual: float
) -> tuple[float, int]:
    """Seconds to add to their times, and how many associations fit then; 0 of them: the usual offset."""
    deltas: dict[int, dict[int, float]] = defaultdict(dict)
    for one in theirs[:_MOST_COMPARED]:
        for other in ours[:_MOST_COMPARED]:
            if one.began_at and _may_be_same(one, other):
                delta = (other.began_at - one.began_at).total_seconds()
                for second in (int(delta // 1), int(delta // 1) + 1):
                    deltas[second].setdefault(one.number, delta)
    if not deltas:
        return usual, 0
    best = max(deltas, key=lambda second: (len(deltas[second]), -abs(second - usual)))
    return round(median(deltas[best].values()), 3), len(deltas[best])


def match(theirs: Sequence[TheirAssociation], ours: Sequence[AssociationSummary], offset: float) -> Mapping[int, str]:
    """By number in the log the id of ours; each of ours once. Those without a time match in their order by titles."""
    free = {one.association_id: one for one in sorted(ours, key=lambda one: one.began_at)}
    found: dict[int, str] = {}
    for one in theirs:
        fitting = [other for other in free.values() if _may_be_same(one, other)]
        if one.began_at:
            at = one.began_at + timedelta(seconds=offset)
            fitting = [other for other in fitting if _seconds_apart(other, at) <= _SAME_SECONDS]
            fitting.sort(key=lambda other: _seconds_apart(other, at))
        elif not one.calling:
            fitting = []  # neither time nor titles: it may be any
        if fitting:
            found[one.number] = fitting[0].association_id
            del free[fitting[0].association_id]
    return found


def _seconds_apart(one: AssociationSummary, at: datetime) -> float:
    return abs((one.began_at - at).total_seconds())


def _may_be_same(one: TheirAssociation, other: AssociationSummary) -> bool:
    return one.calling in ("", other.calling_ae_title) and one.called in ("", other.called_ae_title)
