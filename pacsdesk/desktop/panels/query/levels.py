"""From an answer to what is below it, and to what can be retrieved of it. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOutcome
from pacsdesk.contract.records.retrieves import RetrieveKind, RetrieveOrder
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.contract.usual_keys import UNIQUE_KEYS
from pacsdesk.desktop.kit.formatting import format_date, format_person_name, plain
from pacsdesk.desktop.panels.query.drafts import LEVELS, Draft

MOST_UIDS = 200
"""In one list: some archives cut a longer identifier."""


def draft_of(outcome: QueryOutcome) -> Draft:
    """The query that brought it."""
    return Draft(outcome.peer, replace(outcome.order, ticket=""))


def level_below(outcome: QueryOutcome) -> QueryLevel | None:
    """The next level down, None where there is none."""
    order = outcome.order
    levels = LEVELS[order.model]
    place = levels.index(order.level) if order.level in levels else len(levels)
    return levels[place + 1] if place + 1 < len(levels) else None


def value_of(outcome: QueryOutcome, row: Sequence[str], name: str) -> str:
    """What an answer says to a key; where it says nothing, what was asked for."""
    if name in outcome.columns and row[outcome.columns.index(name)]:
        return row[outcome.columns.index(name)]
    return next((key.value for key in outcome.order.keys if key.name == name), "")


def unique_keys(outcome: QueryOutcome, row: Sequence[str]) -> tuple[QueryKey, ...] | None:
    """The keys that tell this answer from every other, from the top down; None when one of them did not come."""
    order = outcome.order
    levels = LEVELS[order.model]
    if order.level not in levels:
        return None
    names = [UNIQUE_KEYS[level] for level in levels[: levels.index(order.level) + 1]]
    keys = tuple(QueryKey(name, value_of(outcome, row, name)) for name in names)
    return keys if all(key.value for key in keys) else None


def query_below(outcome: QueryOutcome, row: Sequence[str]) -> Draft | None:
    """What is asked to see what is in an answer; None when nothing is below, or the answer lacks its UID."""
    level, keys = level_below(outcome), unique_keys(outcome, row)
    if level is None or keys is None:
        return None
    return Draft(outcome.peer, replace(outcome.order, keys=keys, level=level, adds_usual_keys=True, ticket=""))


def retrievals_of(
    outcome: QueryOutcome, rows: Sequence[Sequence[str]], kind: RetrieveKind, destination: AETitle | None
) -> tuple[RetrieveOrder, ...]:
    """What to order so that these come: one for all that share what is above them (lists of UIDs, PS3.4 C.4.2.2.1)."""
    order = outcome.order
    if order.level is None or order.model is QueryModel.WORKLIST:
        return ()
    above: dict[tuple[QueryKey, ...], dict[str, None]] = {}
    for row in rows:
        keys = unique_keys(outcome, row)
        if keys is not None:
            above.setdefault(keys[:-1], {})[keys[-1].value] = None
    most = 1 if order.level is QueryLevel.PATIENT else MOST_UIDS
    return tuple(
        RetrieveOrder(
            keys=(*upper, QueryKey(UNIQUE_KEYS[order.level], "\\".join(list(values)[start : start + most]))),
            kind=kind,
            level=order.level,
            model=order.model,
            destination=destination,
            calling_ae_title=order.calling_ae_title,
        )
        for upper, values in above.items()
        for start in range(0, len(values), most)
    )


def name_of_answer(outcome: QueryOutcome, row: Sequence[str]) -> str:
    """What an answer is called on the way back to it."""

    def said(name: str) -> str:
        return row[outcome.columns.index(name)] if name in outcome.columns else ""

    if outcome.order.level is QueryLevel.SERIES:
        parts = [plain(said(name)) for name in ("Modality", "SeriesNumber", "SeriesDescription")]
    elif outcome.order.level is QueryLevel.PATIENT:
        parts = [format_person_name(said("PatientName"))]
    else:
        name, date = said("PatientName"), said("StudyDate")
        parts = [format_person_name(name) if name else "", format_date(date) if date else ""]
    words = " ".join(part for part in parts if part)
    return words or plain(value_of(outcome, row, UNIQUE_KEYS.get(outcome.order.level or QueryLevel.STUDY, "")))
