"""What went wrong stands in sentences, with the numbers of the field beside them."""

import pytest

from pacsdesk.contract.records.associations import AssociationState, Direction
from pacsdesk.desktop.kit.uid_names import read_names
from pacsdesk.desktop.panels.associations.facts import story_of, text_of
from pacsdesk.desktop.panels.associations.statuses import status_words
from pacsdesk.desktop.panels.associations.words import done_so_far, problem_of
from tests.support.demo_associations import NOT_ENTERED, association, past_associations
from tests.support.demo_traces import demo_seen


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0x0000, "Success (0000)"),
        (0xA700, "Out of resources (A700)"),
        (0xA789, "Out of resources (A789)"),
        (0xA801, "Move destination unknown (A801)"),
        (0xC123, "Could not be understood or processed (C123)"),
        (0x0999, "A status that the standard does not list (0999)"),
    ],
)
def test_a_status_stands_in_words_and_as_a_number(status: int, words: str) -> None:
    assert status_words(status) == words


def refused() -> str:
    why = f"{NOT_ENTERED} (result 1, source 1, reason 3)"
    return problem_of(association("1", AssociationState.REFUSED, problem=why).summary)


def test_a_refusal_keeps_its_numbers() -> None:
    assert refused() == f"{NOT_ENTERED} (result 1, source 1, reason 3)"


@pytest.mark.usefixtures("german")
def test_a_refusal_is_told_in_the_language_of_the_window() -> None:
    assert refused() == "Keine Gegenstelle mit diesem AE-Titel ist eingetragen. (Ergebnis 1, Quelle 1, Grund 3)"


def test_what_a_caller_did_wrong_is_told_as_that() -> None:
    said = association("1", AssociationState.ABORTED, problem="an item's header is cut off")
    assert story_of(said) == (
        "One side gave it up before its end. It sent what DICOM does not allow: an item's header is cut off."
    )


def test_who_turns_us_away_is_the_other_side() -> None:
    said = association("1", AssociationState.REFUSED, direction=Direction.OUTGOING, problem="associate: rejected")
    assert story_of(said) == "There was no association: the other side turned us away. Associate: rejected."


def test_text_from_a_stranger_stays_on_its_line() -> None:
    said = association("1", AssociationState.ABORTED, calling="CT\n01", problem="a\nb\u202ec")
    assert text_of(said, {}).split("\n")[:2] == [
        "CT 01 \u2192 PACSDESK: Aborted",
        "One side gave it up before its end. It sent what DICOM does not allow: a bc.",
    ]


def test_each_kind_of_end_is_told_in_whole_sentences() -> None:
    assert all(story_of(one).endswith((".", ")")) for one in past_associations())


def test_requests_of_a_kind_are_counted_together() -> None:
    partly = next(one for one in past_associations() if len(one.operations) == 2)
    assert done_so_far(partly.operations) == "64 C-STORE"


def test_a_uid_that_is_none_is_its_own_name() -> None:
    assert read_names(["1.2.840.10008.1.1", "no UID?"]) == {
        "1.2.840.10008.1.1": "Verification SOP Class",
        "no UID?": "no UID?",
    }


def test_silence_is_nothing_that_was_sent() -> None:
    said = association("1", AssociationState.ABORTED, problem="It was silent for too long.")
    assert story_of(said) == "One side gave it up before its end. It was silent for too long."


def test_one_between_others_is_told_of_both_sides() -> None:
    rejected, stored = demo_seen()
    text = text_of(stored, {})
    assert "From: 10.1.2.4\nTo: 10.1.2.9:104\nPeer called: PACS\nEnded by: The caller\n" in text
    assert "Caller is: OFFIS_DCMTK_367\nCalled side is: OFFIS_DCMTK_367\n" in text
    assert story_of(rejected).startswith("There was no association: the called system turned the caller away.")
    assert "Ended by: The called side" in text_of(rejected, {})


@pytest.mark.usefixtures("german")
def test_what_a_relay_saw_is_told_in_the_language_of_the_window() -> None:
    assert problem_of(demo_seen()[0].summary) == (
        "Endgültig abgewiesen, durch die Anwendung: der rufende AE-Titel ist nicht bekannt "
        "(Ergebnis 1, Quelle 1, Grund 3)"
    )
