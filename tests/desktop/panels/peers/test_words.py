"""What peers and ladders say of themselves."""

from dataclasses import replace

import pytest

from pacsdesk.contract.records.peers import PeerService, TlsMode, UsedService
from pacsdesk.contract.records.probes import ProbeState, ProbeStep, StepOutcome
from pacsdesk.desktop.kit.ladder_steps import step_name
from pacsdesk.desktop.panels.peers.as_text import text_of
from pacsdesk.desktop.panels.peers.words import (
    context_word,
    service_name,
    state_of,
    step_time,
    step_word,
    tls_words,
)
from tests.support.demo_peers import ARCHIVE, CT, MR, demo_outcomes, refused_tcp, works


def test_a_step_that_was_not_reached_took_no_time() -> None:
    assert step_time(StepOutcome(ProbeStep.TCP, ProbeState.NOT_REACHED, 3.0)) == ""


def test_every_step_state_service_and_mode_has_its_word() -> None:
    words = [
        *map(step_name, ProbeStep),
        *map(step_word, ProbeState),
        *map(service_name, (*PeerService, *UsedService)),
        *map(tls_words, TlsMode),
    ]
    assert all(words)


def test_a_ladder_stopped_by_a_person_is_neither_good_nor_bad() -> None:
    assert state_of(replace(refused_tcp(MR), is_stopped=True))[1] == "Stopped"


def test_an_association_that_did_not_come_about_does_not_work_even_without_a_finding() -> None:
    assert state_of(replace(refused_tcp(MR), findings=()))[1] == "Does not work"


@pytest.mark.parametrize(("host", "port"), [("any", 104), ("192.0.2.0/24", 104), ("192.0.2.9", None)])
def test_who_has_no_single_place_is_not_called(host: str, port: int | None) -> None:
    assert not replace(CT, host=host, port=port).can_be_called


def test_results_that_the_standard_does_not_list_are_shown_as_numbers() -> None:
    context = works(ARCHIVE).contexts[0]
    assert [context_word(replace(context, result=result)) for result in (9, None)] == ["Result 9", "Not answered"]


def test_the_text_has_all_steps_and_both_sides() -> None:
    text = text_of(works(ARCHIVE))
    wanted = (*map(step_name, ProbeStep), "OFFIS_DCMTK_367", "PACSDESK_0.1", "takes PDUs up to 16384")
    assert [part for part in wanted if part not in text] == []


def test_nothing_from_a_peer_breaks_the_lines_of_the_text() -> None:
    outcome = demo_outcomes()["MR room 2"]
    steps = tuple(replace(step, detail="bad\ndetail\u202e") for step in outcome.steps)
    assert "bad\n" not in text_of(replace(outcome, steps=steps))
