"""After a send: whether what was stored stands where it belongs, by faulty peers that put it elsewhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pacsdesk.contract.records.findings import Finding, FindingCode
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.diagnosis.sends.second_look import SecondLook, StoredStudy
from pacsdesk.engine.diagnosis.targets import target_of
from pacsdesk.engine.network.scu.target import LadderLimits
from pacsdesk.engine.network.stopping import Stop
from tests.engine.diagnosis.requests.requesting import CT, RequestingSite, requesting_site
from tests.engine.diagnosis.sends.sending_site import of_study, sending_site
from tests.engine.network.listening import OWN_TITLE, TESTER
from tests.engine.network.sending import EXPLICIT, SentObject, sender
from tests.support.datasets import ct_bytes

STORED = StoredStudy("2.25.5", "4711", "MUSTER^EVA", 2)


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[RequestingSite]:
    """A site that asks."""
    with requesting_site(tmp_path) as site:
        yield site


def looked(asking: RequestingSite, fault_id: str) -> tuple[Finding, ...] | None:
    """Send two images of a study, then look."""
    with asking.facing(fault_id):
        peer = asking.site.peers.get(TESTER, "Archive")
        assert peer.port
        with sender(peer.port, [(CT, EXPLICIT)], calling=OWN_TITLE, called=peer.ae_title) as caller:
            for uid in ("2.25.5.1", "2.25.5.2"):
                content = ct_bytes(
                    uid,
                    PatientName="MUSTER^EVA",
                    PatientID="4711",
                    StudyInstanceUID="2.25.5",
                    SeriesInstanceUID="2.25.5.9",
                    StudyDate="20261124",
                )
                assert caller.store(SentObject(CT, uid, EXPLICIT, content))[0] == 0
        target = target_of(peer, AETitle(OWN_TITLE), LadderLimits())
        return SecondLook(asking.site.used.querier).look(target, STORED, Stop())


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_healthy_peer_shows_what_it_took(asking: RequestingSite) -> None:
    assert looked(asking, "healthy") == ()


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("fault_id", "words"),
    [
        ("stored-and-not-found", "does not show them"),
        ("stored-under-another-patient", "under another patient"),
        ("stored-in-pieces", "split the study"),
    ],
)
def test_what_is_stored_elsewhere_is_named(asking: RequestingSite, fault_id: str, words: str) -> None:
    found = looked(asking, fault_id)
    assert found
    first = found[0]
    assert first.code is FindingCode.STORED_ELSEWHERE
    assert words in first.cause


@pytest.mark.parametrize(
    ("fault_id", "codes", "shown"),
    [("healthy", [], 2), ("stored-and-not-found", [FindingCode.STORED_ELSEWHERE], 0)],
    ids=["shown", "not shown"],
)
def test_a_send_looks_again_when_it_is_told_to(
    tmp_path: Path, fault_id: str, codes: list[FindingCode], shown: int
) -> None:
    with sending_site(tmp_path) as sending:
        sending.fill(2, PatientID="4711", PatientName="MUSTER^EVA", StudyDate="20261124")
        with sending.facing(fault_id) as port:
            trusting = sending.send(of_study(port))
            doubting = sending.send(replace(of_study(port), looks_again=True))
    assert (trusting.sent, trusting.findings, trusting.shown) == (2, (), None)
    assert (doubting.sent, [one.code for one in doubting.findings], doubting.shown) == (2, codes, shown)
