"""Orthanc sends its instances to us: what it counts as sent is here, in the same syntax, with the same values."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.e2e.callers import let_in
from tests.engine.network.listening import OWN_TITLE
from tests.engine.network.sending import object_of
from tests.support.data import shared_data
from tests.support.engine import EngineProcess
from tests.support.part10 import dataset_of
from tests.support.peers import ORTHANC_AE_TITLE, OrthancPeer, orthanc

FILES = [*sorted(shared_data("mr-transfer-syntaxes").glob("*.dcm")), *sorted(shared_data("mr-t1").glob("*.dcm"))[:20]]


def ask(peer: OrthancPeer, path: str, body: bytes) -> Any:
    """POST to its REST interface; the JSON of its answer."""
    with urlopen(Request(f"{peer.http_address}{path}", body), timeout=60) as answer:
        return json.loads(answer.read())


@pytest.fixture(scope="module")
def sent(engine: EngineProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """An Orthanc that was given files and has stored them to us; what it says about that."""
    with engine.link() as link:
        let_in(link, ORTHANC_AE_TITLE)
    folder = tmp_path_factory.mktemp("orthanc")
    with orthanc(folder, {"pacsdesk": (OWN_TITLE, engine.dicom_port)}) as peer:
        held = [ask(peer, "/instances", file.read_bytes())["ID"] for file in FILES]
        order = json.dumps({"Resources": held, "Synchronous": True}).encode()
        yield ask(peer, "/modalities/pacsdesk/store", order)


def test_orthanc_counts_every_instance_as_sent(sent: dict[str, Any]) -> None:
    assert (sent["InstancesCount"], sent["FailedInstancesCount"]) == (len(FILES), 0)


def test_every_instance_has_arrived_as_its_file_is(sent: dict[str, Any], engine: EngineProcess) -> None:
    with engine.link() as link:
        objects = [object_of(file) for file in FILES]
        arrived = {one: dataset_of(link.read_bytes(f"instance/{one.sop_instance_uid}")) for one in objects}
    assert [one.sop_instance_uid for one, dataset in arrived.items() if dataset != one.content] == []
