"""What the engine can bring into the window is in the language of the window: the list of sentences has no holes."""

import pytest

from pacsdesk.desktop.kit.engine_words import knows
from tests.desktop.kit.said import VALUE, said
from tests.desktop.kit.spoken import spoken

# Places whose sentences reach no person in front of this window, each with why. What gets a page leaves this list.
ELSEWHERE = {
    "pacsdesk/link/serving/": "only a caller that is no face of ours provokes them",
    "pacsdesk/link/server.py": "only a caller that is no face of ours provokes them, or the engine's log has them",
    "pacsdesk/link/calls.py": "only a caller that is no face of ours provokes them",
    "pacsdesk/link/codec.py": "only a caller that is no face of ours provokes them",
    "pacsdesk/link/sse.py": "only an engine that is none of ours provokes them",
    "pacsdesk/link/bulk.py": "its first is a mistake in a face",
    "pacsdesk/engine/security/guard.py": "only a caller that is no face of ours provokes them",
    "pacsdesk/engine/security/door.py": "only a caller that is no face of ours provokes them",
    "pacsdesk/engine/security/audit.py": "the audit is on the command line",
    "pacsdesk/engine/security/users.py": "users are on the command line",
    "pacsdesk/engine/security/attempts.py": "a count, which engine_words has",
    "pacsdesk/engine/operations/settings_offline.py": "settings are on the command line",
    "pacsdesk/engine/operations/kinds.py": "a site is founded and mended on the command line",
    "pacsdesk/engine/runtime/settings": "settings are on the command line",
    "pacsdesk/engine/diagnosis/evidence_pack/": "packs are on the command line",
    "pacsdesk/engine/diagnosis/logs/": "logs of others are on the command line",
    "pacsdesk/engine/network/journal/": "the journal is on the command line",
    "pacsdesk/engine/network/whole_registry.py": "files and times are given on the command line",
    "pacsdesk/link/strangers.py": "the address of an engine elsewhere is given on the command line",
    "pacsdesk/engine/network/wire/": "who starts an engine with TLS reads its log",
    "pacsdesk/engine/archive/pages.py": "only a mistake in a face provokes them",
    "pacsdesk/engine/archive/studies/search.py": "only a mistake in a face provokes them",
    "pacsdesk/engine/archive/integrity/service.py": "reports of checks are on the command line",
}
BY_COMMAND = ("--", "`pacsdesk ")  # a next step of the command line
# where nearly every text of several words is for a person in front of this window
SPOKEN = ("pacsdesk/engine/diagnosis/", "pacsdesk/engine/network/registry/", "pacsdesk/engine/network/scu/")
# what of it is none, each with why; what gets a page leaves this list
NOT_SPOKEN = {
    "diagnosis/evidence_pack/": "a pack is in English, for a maker",
    "diagnosis/sends/invented_object.py": "what an object says that was made to be removed again",
    "diagnosis/logs/": "what is looked for in logs of others",
    "diagnosis/requests/service.py": "what a step says that was made to be removed again",
    "diagnosis/rules/sop_class_not_accepted.py:10": "names of SOP classes are the standard's in every language",
    "diagnosis/sends/sendable.py": "what an object says that was made to be removed again",
    "registry/formats/as_toml.py:2": "the head of a file that is written",
    "scu/asking.py": "what an object is answered that nobody asked for",
    "scu/performed_steps.py": "a type, and what a step holds",
    "scu/proposing.py": "names of SOP classes are the standard's in every language",
    "scu/query_keys.py": "names of character sets, and what a sequence holds",
    "scu/sop_classes.py": "names of the standard, and groups of the matrix that have no page yet",
    "/relaxing.py": "names of character sets",
}
BEFORE = f"{VALUE} "  # a sentence of its own that this one follows
FIGURES = ("journal_mode is", "objects/", ", 7 left out")  # no sentence; the last is a count, which engine_words has


@pytest.mark.parametrize("folder", ["pacsdesk/engine", "pacsdesk/link"])
def test_every_sentence_that_reaches_the_window_is_known_to_it(folder: str) -> None:
    missing = [
        f"{where}: {text}"
        for where, text in said(folder)
        if not where.startswith(tuple(ELSEWHERE))
        and not any(sign in text for sign in (*BY_COMMAND, *FIGURES))
        and not knows(text)
    ]
    assert missing == []


def test_every_place_that_is_left_out_says_something() -> None:
    places = [where for folder in ("pacsdesk/engine", "pacsdesk/link") for where, _text in said(folder)]
    assert [place for place in ELSEWHERE if not any(where.startswith(place) for where in places)] == []


def test_every_text_of_the_diagnosis_is_known_to_the_window() -> None:
    missing = [
        f"{where}: {text}"
        for where, text in spoken("pacsdesk/engine")
        if where.startswith(SPOKEN)
        and not any(place in where for place in NOT_SPOKEN)
        and not knows(text.removeprefix(BEFORE))
        and not knows(text)
    ]
    assert missing == []


def test_every_place_of_the_diagnosis_that_is_left_out_says_something_unknown() -> None:
    unknown = [where for where, text in spoken("pacsdesk/engine") if where.startswith(SPOKEN) and not knows(text)]
    assert [place for place in NOT_SPOKEN if not any(place in where for where in unknown)] == []
