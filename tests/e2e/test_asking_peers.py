"""`pacsdesk echo` and `pacsdesk find` on a running engine against Orthanc, and why a query there matches nothing."""

from collections.abc import Iterator

import pytest

from pacsdesk.contract.records.peers import Peer, UsedService
from pacsdesk.contract.types import AETitle
from pacsdesk.link.client import Client
from tests.e2e.callers import small_ct
from tests.engine.network.sending import EXPLICIT, sender
from tests.support.datasets import CT_IMAGE
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port
from tests.support.peers import ORTHANC_AE_TITLE, orthanc

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module", autouse=True)
def _peers(link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An Orthanc with one study of MUSTER^EVA, and a peer that is not there."""
    with orthanc(tmp_path_factory.mktemp("orthanc"), DicomAlwaysAllowFind=True) as peer:
        with sender(peer.dicom_port, [(CT_IMAGE, EXPLICIT)], called=ORTHANC_AE_TITLE) as caller:
            sent = small_ct(PatientName="MUSTER^EVA", PatientID="004711", Modality="MR", StudyDate="20260305")
            assert caller.store(sent)[0] == 0
        uses = (UsedService.STORE, UsedService.FIND)
        link.services.peers.add(Peer("PACS", AETitle(ORTHANC_AE_TITLE), LOOPBACK, peer.dicom_port, uses=uses))
        link.services.peers.add(Peer("Dead", AETitle("DEAD"), LOOPBACK, free_port()))
        yield


def test_a_well_peer_is_climbed_without_a_finding(engine: EngineProcess) -> None:
    outcome = engine.cli("echo", "PACS")
    assert outcome["findings"] == []
    assert {step["name"]: step["state"] for step in outcome["steps"]}["find"] == "done"


def test_a_dead_peer_fails_with_its_cause(engine: EngineProcess) -> None:
    for words in (("echo", "Dead"), ("find", "Dead", "PatientID=1")):
        said = engine.site.run(*words)
        assert said.exit_code == 1
        assert said.document["findings"][0]["code"] == "connection-refused"


def test_a_query_answers_rows(engine: EngineProcess) -> None:
    outcome = engine.cli("find", "PACS", "PatientName=MUSTER*")
    (row,) = outcome["rows"]
    assert dict(zip(outcome["columns"], row, strict=True))["PatientID"] == "004711"


def test_the_key_that_hid_the_result_is_named(engine: EngineProcess) -> None:
    words = ("find", "PACS", "PatientName=MUSTER^EVA", "ModalitiesInStudy=CT", "StudyDate=20260305")
    assert engine.cli(*words)["rows"] == []
    first = engine.cli(*words, "--why", "--yes")["findings"][0]
    assert first["code"] == "query-matched-nothing"
    assert first["cause"].startswith("ModalitiesInStudy 'CT' hid the result")
    assert "ModalitiesInStudy=MR" in first["repair"][0]
