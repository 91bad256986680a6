"""Nothing that the diagnosis says of a fault stays English in a window of another language, down to its values."""

from dataclasses import replace

import pytest

from pacsdesk.contract.records.probes import (
    BrokenOff,
    NegotiatedContext,
    NoTls,
    ProbeOutcome,
    ProbeStep,
    ServiceAnswer,
    Speaks,
)
from pacsdesk.desktop.kit.engine_words import in_own_words, knows
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence, KnownPeer, TakenPort
from pacsdesk.engine.network.scu import words
from pacsdesk.engine.network.scu.proposing import OFFERS
from tests.desktop.kit.dashes import english_in, english_of, texts_of
from tests.engine.diagnosis.rules.test_rules import SITUATIONS, all_refused, healthy, without_tls

PEERS = (
    KnownPeer("Archive", "ARCHIVE", "192.0.2.7", 104),
    KnownPeer("Archive2", "ARCHIVE2", "192.0.2.7", 11112),
    KnownPeer("Archive3", "ARCHIVE3", "192.0.2.71", 104),
)
TAKEN = (TakenPort("PACSDESK", "192.0.2.7", 104, "Archive (process 4711)"), TakenPort("PACSDESK", "192.0.2.7", 104, ""))
FEW = tuple(OFFERS[1:4])


def evidence_of(outcome: ProbeOutcome, used: tuple[ProbeStep, ...] = ()) -> Evidence:
    """With peers and listeners beside it, and a detail for each step that has none."""
    steps = tuple(replace(one, detail=one.detail or "it did not answer in time") for one in outcome.steps)
    answers = tuple(replace(one, comment="DOE") for one in outcome.answers)
    told = replace(outcome, steps=steps, answers=answers, uses=used)
    return Evidence(told, peers=PEERS, own_titles=("PACSDESK1",), taken_ports=TAKEN, owner="Archive")


def context(number: int, result: int | None) -> NegotiatedContext:
    """One of storage, as it was answered."""
    offer = FEW[number]
    return NegotiatedContext(
        number,
        offer.step,
        offer.abstract_syntax,
        offer.name,
        offer.transfer_syntaxes,
        result,
        offer.transfer_syntaxes[0] if result == 0 else "",
    )


DETAILS = {
    words.of_contexts([context(0, 0), context(1, 0)]),
    words.of_contexts([context(0, 0)]),
    words.of_contexts([context(0, 0), context(1, 3), context(2, None)]),
    words.of_contexts([context(0, 1), context(1, 2), context(2, 9)]),
    words.of_first_bytes(Speaks.NOTHING, b""),
    *(words.of_first_bytes(one, b"7") for one in Speaks if one is not Speaks.NOTHING),
    *(words.of_answer(ServiceAnswer(ProbeStep.FIND, broken_off=one)) for one in BrokenOff),
    words.of_answer(ServiceAnswer(ProbeStep.ECHO, 0)),
    words.of_answer(ServiceAnswer(ProbeStep.FIND, 0)),
    words.of_answer(ServiceAnswer(ProbeStep.FIND, 0, pending=2)),
    words.of_answer(ServiceAnswer(ProbeStep.FIND, 0xA700, "DOE", pending=2)),
    words.of_answer(ServiceAnswer(ProbeStep.MOVE, 0xC000, "DOE")),
    "TLSv1.3, TLS_AES_256_GCM_SHA384, certificate of Archive for Archive, Archive and 2 more, 41 days left",
    "accepted, 12 of 27 contexts, PDUs up to 16384 bytes, ARCHIVE",
    "192.0.2.7 (name not known)",
    "not offered (not supported, not answered)",
    "rejected: result 1, source 1, reason 7",
}


@pytest.mark.usefixtures("dashes")
@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_fault_is_told_without_a_word_of_english(situation: str) -> None:
    outcome = SITUATIONS[situation][0]
    found = diagnose(evidence_of(outcome)) + diagnose(evidence_of(outcome, (ProbeStep.MOVE, ProbeStep.FIND)))
    assert english_of(found) == {}


@pytest.mark.usefixtures("dashes")
@pytest.mark.parametrize("outcome", [*map(without_tls, NoTls), healthy(CT=9, MR=2), all_refused(9)])
def test_so_is_what_is_seldom(outcome: ProbeOutcome) -> None:
    found = diagnose(evidence_of(outcome, (ProbeStep.STORE,)))
    assert english_of(found) == {}


@pytest.mark.usefixtures("dashes")
@pytest.mark.parametrize("detail", sorted(DETAILS))
def test_a_step_is_told_without_a_word_of_english(detail: str) -> None:
    assert english_in(detail) == []


@pytest.mark.usefixtures("german")
def test_every_text_of_every_fault_has_its_german() -> None:
    told = {text for outcome, _, _ in SITUATIONS.values() for text in texts_of(diagnose(evidence_of(outcome)))}
    assert [text for text in sorted(told) if not knows(text) or in_own_words(text) == text] == []
    assert len(told) > len(SITUATIONS)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "The step tcp ended after 3 ms: 192.0.2.7: Connection refused.",
            "Die Stufe TCP-Verbindung endete nach 3 ms: 192.0.2.7: Verbindung abgelehnt.",
        ),
        (
            "Look at the spelling of arkive in the entry of Archive. Did you mean 'archive'?",
            "Prüfen Sie im Eintrag von Archive, wie arkive geschrieben ist. Meinten Sie 'archive'?",
        ),
        ("takes 1 of 2 kinds (CT Image: not supported)", "nimmt 1 von 2 Arten (CT Image: nicht unterstützt)"),
        ("DOE. Jane", "DOE. Jane"),
    ],
)
def test_values_and_several_sentences_are_put_into_words(said: str, shown: str) -> None:
    assert in_own_words(said) == shown
