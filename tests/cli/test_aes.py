"""`pacsdesk aes` as a person types and reads it, over a real link to a site in memory."""

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import AETitle
from tests.cli.asking import Ask
from tests.support.fake_services import FakeSite

RESEARCH = OwnAE(AETitle("RESEARCH"), 11113, "127.0.0.1", (PeerService.ECHO,), (AETitle("OLD"),), "at night")


def test_a_title_alone_is_as_the_main_one(ask: Ask, site: FakeSite) -> None:
    said = ask("aes", "add", "RESEARCH")
    assert site.aes == [OwnAE(AETitle("RESEARCH"))]
    assert said.output == (
        "RESEARCH is ours: called where the main title is, provides echo, store, find, move, get, commitment.\n"
    )


def test_a_title_has_all_that_is_given(ask: Ask, site: FakeSite) -> None:
    given = ("--port", "11113", "--host", "127.0.0.1", "--allow", "echo", "--alias", "OLD", "--notes", "at night")
    said = ask("aes", "add", "RESEARCH", *given, "--reason", "for the study group")
    assert (site.aes, site.reasons) == ([RESEARCH], ["for the study group"])
    assert said.output == "RESEARCH is ours: called at port 11113 of 127.0.0.1, provides echo. Also called OLD.\n"


def test_a_title_keeps_what_is_not_changed(ask: Ask, site: FakeSite) -> None:
    site.aes.append(RESEARCH)
    ask("aes", "change", "RESEARCH", "--rename", "TEACHING")
    assert site.aes == [
        OwnAE(AETitle("TEACHING"), 11113, "127.0.0.1", (PeerService.ECHO,), (AETitle("OLD"),), "at night")
    ]


def test_a_title_goes_back_to_the_main_port_and_loses_its_aliases(ask: Ask, site: FakeSite) -> None:
    site.aes.append(RESEARCH)
    ask("aes", "change", "RESEARCH", "--main-port", "--alias", "")
    assert site.aes == [OwnAE(AETitle("RESEARCH"), None, "", (PeerService.ECHO,), (), "at night")]


def test_an_address_without_a_port_is_wrong_usage(ask: Ask) -> None:
    said = ask("aes", "add", "RESEARCH", "--host", "127.0.0.1")
    assert (said.exit_code, "needs a port" in said.complaint) == (Exit.WRONG_USAGE, True)


@pytest.mark.parametrize("wrong", [("A" * 17,), ("RESEARCH", "--alias", "A\\B"), ("RESEARCH", "--allow", "ech")])
def test_what_is_given_wrongly_is_refused(ask: Ask, wrong: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        ask("aes", "add", *wrong)
    assert ended.value.code == Exit.WRONG_USAGE


def test_titles_are_listed_with_where_they_are_called(ask: Ask, site: FakeSite) -> None:
    site.aes += [RESEARCH, OwnAE(AETitle("SHARED"))]
    lines = ask("aes", "list").output.splitlines()
    assert "127.0.0.1  11113" in lines[1] and "as the main one" in lines[2]


def test_without_titles_the_main_one_is_named(ask: Ask) -> None:
    assert "settings get dicom.ae_title" in ask("aes", "list").output


def test_a_removed_title_is_told(ask: Ask, site: FakeSite) -> None:
    site.aes.append(RESEARCH)
    said = ask("aes", "remove", "RESEARCH", "--reason", "the study ended")
    assert (said.output, site.aes, site.reasons) == (
        "RESEARCH is no title of ours any more.\n",
        [],
        ["the study ended"],
    )


def test_a_mistyped_title_is_suggested(ask: Ask, site: FakeSite) -> None:
    site.aes.append(RESEARCH)
    for words in (("remove", "RESERCH"), ("change", "RESERCH", "--notes", "x")):
        assert "Did you mean 'RESEARCH'?" in ask("aes", *words).complaint


def test_the_status_tells_aliases(ask: Ask, site: FakeSite) -> None:
    further = Listener("RESEARCH", "127.0.0.1", 11113, ListenerState.UP, 0, aliases=("OLD",))
    site.listeners = (*site.listeners, further)
    assert "DICOM: RESEARCH (also OLD) at 127.0.0.1:11113 listens" in ask("status").output
