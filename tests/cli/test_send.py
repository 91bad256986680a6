"""`pacsdesk send`: what the peer shows of what it took, where that was asked."""

from dataclasses import replace
from typing import cast

import pytest

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.sends import SendOrder, SendOutcome
from pacsdesk.contract.types import AETitle, StudyInstanceUID
from tests.cli.asking import Ask
from tests.support.fake_sends import FakeSends
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

WELL = SendOutcome(
    "PACS",
    SendOrder((StudyInstanceUID("1.2.3"),)),
    AETitle("PACS"),
    "192.0.2.10",
    104,
    AETitle("PACSDESK"),
    NOW,
    number_of_instances=2,
    sent=2,
    is_over=True,
)


@pytest.mark.parametrize(
    ("words", "shown", "told"),
    [
        (("--look-again",), 2, "PACS shows 2 of 2 objects in studies as they were sent."),
        (("--look-again",), None, "PACS does not tell by C-FIND what it has of them."),
        ((), None, ""),
    ],
    ids=["shown", "no answer", "not asked"],
)
def test_what_the_peer_shows_afterwards_is_told(
    ask: Ask, site: FakeSite, words: tuple[str, ...], shown: int | None, told: str
) -> None:
    site.peers.append(Peer("PACS", AETitle("PACS"), "192.0.2.10", 104))
    cast(FakeSends, site.services.sends).next_outcome = replace(WELL, shown=shown)
    lines = ask("send", "PACS", "--study", "1.2.3", *words).output.splitlines()
    assert [line for line in lines if line.startswith("PACS ")] == ([told] if told else [])
