"""An error is told to people without the system's numbers."""

import ast
import re

import pytest

from pacsdesk.contract.errors import StorageBroken, Unavailable
from pacsdesk.desktop.kit.engine_words import ALL_SENTENCES, in_own_words, pattern_of, recognise
from pacsdesk.desktop.kit.errors import explain
from pacsdesk.link.transport import no_engine
from tests.desktop.kit.spoken import spoken
from tests.house.tree import source_files

# said by the system alone, as what follows an address is
BY_SYSTEM = (
    "Name or service not known",
    "nodename nor servname provided, or not known",
    "No address associated with hostname",
    "Temporary failure in name resolution",
)
# said in pieces, and whole only when somebody reads it
JOINED = (
    "`pacsdesk peers change` sets another.",
    "{name} ({uid}): result {number}, {words}.",
    "{name} ({uid}): not answered.",
    "status {status}, {meaning} ({comment})",
    "status {status}: {comment}",
    "{what}, after {pending} answers to a question that nothing can match",
    "accepted, {number} of {contexts} contexts, PDUs up to {length} bytes, {name}",
    *("{name}: refused by its user", "{name}: refused without a reason", "{name}: not supported", "{name}: accepted"),
    *("{name}: no common transfer syntax", "{name}: result {number}", "{name}: not answered"),
    *("certificate of nobody", "{name} and {number} more"),
    *("That means: {meaning}.", "our AE title"),
    "The association was accepted, and the request sent; then {problem}. {number} answers had come before.",
    *("resolve: {problem}", "connect: {problem}", "associate: {problem}"),
    "it called nobody here.",
    "{key} and {other} hid the result: asked {change} and at the same time {another}, {peer} answers.",
    "Asked {change} and at the same time {another}, {peer} has {count}.",
    "Ask {change} and at the same time {another}.",
    "we asked as {title}, which none of our listeners is called.",
    "It does not know {title} as a place to report to, knows it at another address or port, or cannot reach this "
    "computer.",
    "Tried again, everything went on.",
    "{peer} took the order, but could not send anything to us: the way from {peer} to {destination} is broken, not the "
    "way from here to {peer}.",
    *("{name}: SOP class not supported", "{name}: transfer syntaxes not supported", "{values} and others"),
    "{name}: result {number}, which is not listed",
    *("rejected for good by {whom}: {why}", "rejected for now by {whom}: {why}", "aborted by the upper layer: {why}"),
)


def test_a_lost_connection_tells_the_next_step_alone() -> None:
    error = Unavailable("No engine answers.", "[Errno 111] Connection refused", "Start one.")
    assert explain(error) == "Start one."


def test_the_step_of_a_terminal_is_none_of_the_window() -> None:
    assert explain(no_engine("http://127.0.0.1:8980", "")) == "The page loads by itself once it answers."


def test_an_engine_that_says_why_it_cannot_is_quoted() -> None:
    assert explain(Unavailable("The engine did not start.", "The port is taken.")) == "The port is taken."


def test_a_system_number_is_left_out_of_a_reason() -> None:
    assert explain(StorageBroken("It failed.", "[Errno 5] Input/output error")) == "Input/output error"


def said_in_the_engine() -> set[str]:
    """Every text of engine and link, "7" in place of each value."""
    said = {text for _, text in spoken("pacsdesk/engine")}
    folders = ("pacsdesk/engine", "pacsdesk/link", "pacsdesk/contract")
    for file in (file for folder in folders for file in source_files(folder)):
        for node in ast.walk(file.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                said.add("".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values))
    return said


def test_every_sentence_kept_for_translation_is_said_somewhere() -> None:
    said = said_in_the_engine()
    unsaid = [sentence for sentence in ALL_SENTENCES if not any(pattern_of(sentence).fullmatch(one) for one in said)]
    known = (*JOINED, *BY_SYSTEM)
    assert [sentence for sentence in unsaid if sentence not in known and not sentence.startswith("{address}: ")] == []
    assert [sentence for sentence in JOINED if sentence not in unsaid] == []


@pytest.mark.parametrize("sentence", [sentence for sentence in ALL_SENTENCES if "{" in sentence])
def test_a_sentence_with_values_is_not_taken_for_another(sentence: str) -> None:
    assert recognise(re.sub(r"\{\w+\}", "7", sentence)) == (
        sentence,
        dict.fromkeys(re.findall(r"\{(\w+)\}", sentence), "7"),
    )


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("It is empty.", "Sie ist leer."),
        ("Export of 1 study", "Export von 1 Studie"),
        ("1,204 instances stored, 1 conflict, 5 refused", "1.204 Instanzen gespeichert, 1 Konflikt, 5 abgewiesen"),
        ("DOE, Jane", "DOE, Jane"),
        ("Wait 1 second, then try again.", "Warten Sie 1 Sekunde, dann versuchen Sie es erneut."),
        ("Wait 45 seconds, then try again.", "Warten Sie 45 Sekunden, dann versuchen Sie es erneut."),
        ("No engine answers at http://10.1.2.3:8980.", "Unter http://10.1.2.3:8980 antwortet kein Dienst."),
        ("Ada Lovelace may not do this.", "Ada Lovelace darf das nicht."),
        (
            "it is not among the peers: enter the port on which CT01 takes associations",
            "der Absender ist keine Gegenstelle: Tragen Sie den Port ein, auf dem CT01 Assoziationen annimmt",
        ),
        (
            "HTTP cannot listen: port 8980 on 127.0.0.1 is taken by orthanc (process 812).",
            "HTTP kann nicht lauschen: Port 8980 auf 127.0.0.1 ist belegt von: orthanc (Prozess 812).",
        ),
        ("A value with {braces} cannot be read.", "A value with {braces} kann nicht gelesen werden."),
        (
            "The classroom is at its start: 200 instances of invented patients.",
            "Die Schulung ist am Anfang: 200 Instanzen erfundener Patienten.",
        ),
        (
            "12 instances and 12 files compared: all is well.",
            "12 Instanzen und 12 Dateien verglichen: alles in Ordnung.",
        ),
        ("12 instances and 9 files compared: 3 findings.", "12 Instanzen und 9 Dateien verglichen: 3 Auffälligkeiten."),
        ("", ""),
    ],
)
def test_what_the_engine_says_every_day_is_in_the_language_of_the_window(said: str, shown: str) -> None:
    assert in_own_words(said) == shown
