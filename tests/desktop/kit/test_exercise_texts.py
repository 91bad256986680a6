"""No exercise of a classroom stays English in a window of another language: its title, what is seen, its cause."""

import pytest

from pacsdesk.desktop.kit.engine_words import in_own_words, knows
from pacsdesk.engine.training.faults.catalog import FAULTS
from pacsdesk.engine.training.faults.fault import Fault
from tests.desktop.kit.dashes import english_in


def texts_of(fault: Fault) -> tuple[str, str, str]:
    """All that the panel shows of it."""
    return fault.title, fault.what_a_person_sees, fault.what_is_wrong


@pytest.mark.usefixtures("dashes")
def test_no_exercise_says_a_word_of_english() -> None:
    texts = {text for fault in FAULTS for text in texts_of(fault)}
    assert {text: left for text in texts if (left := english_in(text))} == {}
    assert len(texts) > len(FAULTS)


@pytest.mark.usefixtures("german")
def test_every_exercise_has_its_german() -> None:
    texts = {text for fault in FAULTS for text in texts_of(fault)}
    assert [text for text in sorted(texts) if not knows(text) or in_own_words(text) == text] == []


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Rejected with 1/1/7", "Abgewiesen mit 1/1/7"),
        ("Not safe (0112)", "Nicht sicher (0112)"),
        ("The echo is green, nothing else is", "Das Echo ist grün, sonst nichts"),
    ],
)
def test_numbers_stay_in_the_german(said: str, shown: str) -> None:
    assert in_own_words(said) == shown
