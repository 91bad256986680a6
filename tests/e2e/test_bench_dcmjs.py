"""The bench on a receiver of dcmjs-dimse, which shares no code with us, DCMTK or pynetdicom: well, and gone."""

from pathlib import Path

import pytest

from pacsdesk.contract.records.peers import Peer, UsedService
from pacsdesk.contract.types import AETitle
from pacsdesk.link.client import Client
from tests.support.dcmjs.peer import dcmjs_receiver, received_by_dcmjs
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK

pytestmark = pytest.mark.e2e


def test_a_receiver_of_dcmjs_is_well_takes_a_test_object_and_is_missed_when_it_is_gone(
    engine: EngineProcess, link: Client, tmp_path: Path
) -> None:
    with dcmjs_receiver(tmp_path / "received") as (_, port):
        link.services.peers.add(Peer("dcmjs", AETitle("DCMJS"), LOOPBACK, port, uses=(UsedService.STORE,)))
        climbed = engine.cli("echo", "dcmjs")
        accepted = engine.cli("accepts", "dcmjs")
        sent = engine.cli("send", "dcmjs", "--test-object")["outcome"]
        kept = received_by_dcmjs(tmp_path / "received")
    assert {one["severity"] for one in climbed["findings"]} <= {"remark"}
    assert {step["name"]: step["state"] for step in climbed["steps"]}["store"] == "done"
    assert accepted
    assert (sent["sent"], sent["findings"]) == (1, [])
    assert list(kept) == [sent["test_object"]["sop_instance_uid"]]
    gone = engine.site.run("echo", "dcmjs")
    assert (gone.exit_code, gone.document["findings"][0]["code"]) == (1, "connection-refused")
