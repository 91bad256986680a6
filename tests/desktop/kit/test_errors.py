"""An error is told to people without the system's numbers."""

import pytest

from pacsdesk.contract.errors import StorageBroken, Unavailable
from pacsdesk.desktop.kit.engine_words import SENTENCES, in_own_words
from pacsdesk.desktop.kit.errors import explain
from tests.house.tree import ROOT


def test_a_lost_connection_tells_the_next_step_alone() -> None:
    error = Unavailable("No engine answers.", "[Errno 111] Connection refused", "Start one.")
    assert explain(error) == "Start one."


def test_an_engine_that_says_why_it_cannot_is_quoted() -> None:
    assert explain(Unavailable("The engine did not start.", "The port is taken.")) == "The port is taken."


def test_a_system_number_is_left_out_of_a_reason() -> None:
    assert explain(StorageBroken("It failed.", "[Errno 5] Input/output error")) == "Input/output error"


def test_every_sentence_kept_for_translation_is_said_somewhere() -> None:
    folders = (ROOT / "pacsdesk" / name for name in ("engine", "link"))
    said = "\n".join(file.read_text("utf-8") for folder in folders for file in folder.rglob("*.py"))
    assert [sentence for sentence in SENTENCES if sentence not in said] == []


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("It is empty.", "Sie ist leer."),
        ("Export of 1 study", "Export von 1 Studie"),
        ("1,204 instances stored, 1 conflict, 5 refused", "1.204 Instanzen gespeichert, 1 Konflikt, 5 abgewiesen"),
        ("DOE, Jane", "DOE, Jane"),
        ("", ""),
    ],
)
def test_what_the_engine_says_every_day_is_in_the_language_of_the_window(said: str, shown: str) -> None:
    assert in_own_words(said) == shown
