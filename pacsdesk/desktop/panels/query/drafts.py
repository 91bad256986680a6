"""A query as it stands in the form: whom it asks and what; made of text and back, kept between two starts. Pure."""

import json
from dataclasses import dataclass, replace

from pacsdesk.contract.records.queries import MOST_ANSWERS, QueryKey, QueryModel, QueryOrder
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.desktop.kit.translation import translate

LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Draft:
    """peer: the name of the entry. order: without a ticket."""

    peer: str = ""
    order: QueryOrder = QueryOrder()


LEVELS = {
    QueryModel.STUDY_ROOT: (QueryLevel.STUDY, QueryLevel.SERIES, QueryLevel.IMAGE),
    QueryModel.PATIENT_ROOT: (QueryLevel.PATIENT, QueryLevel.STUDY, QueryLevel.SERIES, QueryLevel.IMAGE),
    QueryModel.WORKLIST: (),
}
"""What can be asked for in each model (PS3.4 C.6); a worklist has no levels."""


def text_of_keys(keys: tuple[QueryKey, ...]) -> str:
    """One line for each, NAME=VALUE."""
    return "\n".join(f"{key.name}={key.value}" for key in keys)


def keys_of_text(text: str) -> tuple[tuple[QueryKey, ...], str]:
    """The keys of such lines, and what is wrong with one of them, "" for nothing. A line with # in front is a note."""
    keys: dict[str, QueryKey] = {}
    problem = ""
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.strip(" \t")
        if not plain or plain.startswith("#"):
            continue
        name, _, value = plain.partition("=")
        name = name.strip()
        if not name or not all(sign.isalnum() or sign in ".,()[]" for sign in name):
            problem = problem or translate("Query", "Line {number}: a key is written NAME=VALUE, as PatientID=4711.")
            problem = problem.format(number=number)
            continue
        keys[name] = QueryKey(name, value)
    return tuple(keys.values()), problem


def text_of_draft(draft: Draft) -> str:
    """JSON, for the preferences."""
    order = draft.order
    return json.dumps(
        {
            "peer": draft.peer,
            "keys": [[key.name, key.value] for key in order.keys],
            "model": order.model,
            "level": order.level,
            "calling": order.calling_ae_title,
            "limit": order.limit,
            "adds_usual_keys": order.adds_usual_keys,
            "character_set": order.character_set,
        }
    )


def draft_of_text(text: str) -> Draft | None:
    """What `text_of_draft` wrote, None for anything else: the file is the person's own, and may be older."""
    try:
        saved = json.loads(text[:LONGEST_TEXT])
        order = QueryOrder(
            keys=tuple(QueryKey(str(name), str(value)) for name, value in saved["keys"]),
            model=QueryModel(saved["model"]),
            level=QueryLevel(saved["level"]) if saved["level"] else None,
            calling_ae_title=AETitle(saved["calling"]) if saved["calling"] else None,
            limit=min(max(int(saved["limit"]), 1), MOST_ANSWERS),
            adds_usual_keys=bool(saved["adds_usual_keys"]),
            character_set=str(saved["character_set"]),
        )
        return Draft(str(saved["peer"]), order)
    except (ValueError, TypeError, KeyError):
        return None


def in_model(order: QueryOrder, model: QueryModel, level: QueryLevel | None) -> QueryOrder:
    """The same in another model or at another level; a level that the model does not have becomes its first one."""
    levels = LEVELS[model]
    fitting = (level if level in levels else levels[0]) if levels else None
    return replace(order, model=model, level=fitting)
