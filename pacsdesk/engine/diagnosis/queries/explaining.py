"""What the answers to relaxed queries say about the one that matched nothing. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import (
    QueryModel,
    QueryOrder,
    QueryOutcome,
    Relaxation,
    RelaxedAnswer,
)
from pacsdesk.contract.worklists import START_DATE
from pacsdesk.engine.diagnosis.queries.worklists import nobody_waits, repair_of_worklist

_MOST_VALUES = 5
_SHOWN = 3


def relaxed_answer(relaxation: Relaxation, outcome: QueryOutcome) -> RelaxedAnswer:
    """What came of one relaxed query."""
    values: dict[str, int] = {}
    if relaxation.name in outcome.columns:
        place = outcome.columns.index(relaxation.name)
        for row in outcome.rows:
            values[row[place]] = values.get(row[place], 0) + 1
    commonest = sorted(filter(None, values), key=lambda value: -values[value])
    return RelaxedAnswer(
        relaxation.changed, len(outcome.rows), outcome.is_cut, tuple(commonest[:_MOST_VALUES]), outcome.problem
    )


def findings_of(
    peer: str, order: QueryOrder, relaxations: Sequence[Relaxation], tried: Sequence[RelaxedAnswer]
) -> tuple[Finding, ...]:
    """The keys that hid the result, those that name the mistake most closely first; or that nothing helped."""
    hidden = tuple(_hidden_by(peer, order, *one) for one in _that_helped(relaxations, tried))
    return hidden or tuple(_nothing_helped(peer, order, tried))


def ways_of(
    order: QueryOrder, relaxations: Sequence[Relaxation], tried: Sequence[RelaxedAnswer]
) -> tuple[QueryOrder, ...]:
    """For each key that hid the result the query that is answered, as long and under the ticket of the one in vain."""
    helped = _that_helped(relaxations, tried)
    return tuple(replace(one.order, limit=order.limit, ticket=order.ticket) for one, _ in helped)


def _that_helped(
    relaxations: Sequence[Relaxation], tried: Sequence[RelaxedAnswer]
) -> tuple[tuple[Relaxation, RelaxedAnswer], ...]:
    """The first change of each key that was answered; of two keys at once the change that leaves fewest answers."""
    helped: dict[tuple[str, str], tuple[Relaxation, RelaxedAnswer]] = {}
    for relaxation, answer in zip(relaxations, tried, strict=False):
        hid = (relaxation.name or relaxation.changed, relaxation.also)
        is_closer = bool(relaxation.also) and hid in helped and answer.answers < helped[hid][1].answers
        if answer.answers and (hid not in helped or is_closer):
            helped[hid] = (relaxation, answer)
    return tuple(helped.values())


def _hidden_by(peer: str, order: QueryOrder, relaxation: Relaxation, answer: RelaxedAnswer) -> Finding:
    count = f"{'at least ' if answer.is_more else ''}{answer.answers} {'answer' if answer.answers == 1 else 'answers'}"
    seen = [f"Asked {relaxation.changed}, {peer} has {count}."]
    if relaxation.name and answer.values:
        shown = ", ".join(answer.values[:_SHOWN]) + (" and others" if len(answer.values) > _SHOWN else "")
        seen.append(f"In these, {relaxation.name} is {shown}.")
    what = " and ".join(_key(order, name) for name in (relaxation.name, relaxation.also) if name) or "How it was asked"
    return Finding(
        _code(order),
        Severity.FAULT,
        f"{what} hid the result: asked {relaxation.changed}, {peer} answers.",
        Confidence.CERTAIN,
        tuple(seen),
        tuple(_repair(relaxation, answer, is_worklist=order.model is QueryModel.WORKLIST)),
    )


def _key(order: QueryOrder, name: str) -> str:
    asked = next((key.value for key in order.keys if key.name == name), "")
    return f"{name} {asked!r}" if asked else f"The key {name}"


def _repair(relaxation: Relaxation, answer: RelaxedAnswer, *, is_worklist: bool) -> Iterator[str]:
    if answer.values and relaxation.name and not relaxation.also:
        yield f"Ask with {relaxation.name}={answer.values[0]}, or leave {relaxation.name} empty."
    else:
        yield f"Ask {relaxation.changed}."
    if is_worklist:
        of_both = (
            repair_of_worklist(name) for name in (relaxation.name, relaxation.also) if name or not relaxation.also
        )
        yield from dict.fromkeys(chain.from_iterable(of_both))
    else:
        yield "At the device that asked in vain, look how it fills in this key: a worklist, a default, or a person."


def _nothing_helped(peer: str, order: QueryOrder, tried: Sequence[RelaxedAnswer]) -> Iterator[Finding]:
    answered = [one for one in tried if not one.problem]
    if not answered:
        return
    if order.model is QueryModel.WORKLIST:
        has_day = any(key.name == START_DATE and key.value.strip() for key in order.keys)
        yield nobody_waits(peer, len(answered), has_day=has_day)
        return
    yield Finding(
        _code(order),
        Severity.WARNING,
        f"{peer} has nothing that matches, or does not show it to whoever asks.",
        Confidence.POSSIBLE,
        (f"{len(answered)} other ways to ask matched nothing either.",),
        (
            "See whether the images ever came: look for the study at the device, and for its send queue.",
            f"See in {peer} whether the calling AE title may see all patients.",
            "See whether it stands there under another name or ID (a merged or corrected patient).",
        ),
        "Ask the same as another calling AE title: if that is answered, it is a matter of rights.",
    )


def _code(order: QueryOrder) -> FindingCode:
    return FindingCode.WORKLIST_EMPTY if order.model is QueryModel.WORKLIST else FindingCode.QUERY_MATCHED_NOTHING
