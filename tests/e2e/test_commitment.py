"""Storage commitment with a real engine: Orthanc as the sender, and a result that outlives a killed engine."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any
from urllib.request import Request, urlopen

from pacsdesk.contract.records.commitments import Commitment, CommitmentState
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService
from pacsdesk.contract.types import AETitle
from pacsdesk.link.client import Client
from tests.e2e.callers import small_ct
from tests.engine.network.committing import Inbox, action_information, ask, requestor, result_listener
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.sending import SentObject, send_one
from tests.support.engine import EngineProcess
from tests.support.network import free_port
from tests.support.peers import ORTHANC_AE_TITLE, OrthancPeer, orthanc

MAY = (PeerService.ECHO, PeerService.STORE, PeerService.COMMITMENT)


def commitments(link: Client) -> list[Commitment]:
    """All requests, newest first."""
    return list(link.services.commitments.list(PageRequest()).items)


def wait_until(link: Client, is_true: Callable[[], bool]) -> None:
    """Look again whenever the engine tells something."""
    stop = Event()
    for _ in link.listen(stop):
        if is_true():
            stop.set()


def enter(link: Client, ae_title: str, port: int | None) -> None:
    """A sender that may ask, and where it takes results."""
    link.services.peers.add(Peer(ae_title, AETitle(ae_title), ANY_HOST, port, allow=MAY))


def rest(peer: OrthancPeer, path: str, body: object = None) -> Any:
    """Ask its REST interface, by POST with a body; the JSON of its answer."""
    content = None if body is None else json.dumps(body).encode()
    with urlopen(Request(f"{peer.http_address}{path}", content), timeout=60) as answer:
        return json.loads(answer.read())


def named(*objects: SentObject) -> dict[str, object]:
    """A request of Orthanc's for these instances."""
    return {"DicomInstances": [[one.sop_class_uid, one.sop_instance_uid] for one in objects]}


def test_orthanc_learns_what_is_safe_and_what_is_not(engine_process: EngineProcess, tmp_path: Path) -> None:
    held, unknown = small_ct(), small_ct()
    modalities = {"pacsdesk": (OWN_TITLE, engine_process.dicom_port)}
    with engine_process.link() as link, orthanc(tmp_path / "orthanc", modalities) as peer:
        enter(link, KNOWN, None)
        enter(link, ORTHANC_AE_TITLE, peer.dicom_port)
        assert send_one(engine_process.dicom_port, held)[0] == 0
        asked = [
            rest(peer, "/modalities/pacsdesk/storage-commitment", named(*objects))
            for objects in ((held,), (held, unknown))
        ]
        wait_until(link, lambda: [one.state for one in commitments(link)] == [CommitmentState.REPORTED] * 2)
        whole, partly = (rest(peer, one["Path"]) for one in asked)
    assert (whole["Status"], partly["Status"]) == ("Success", "Failure")
    assert [one["SOPInstanceUID"] for one in partly["Success"]] == [held.sop_instance_uid]
    assert [(one["SOPInstanceUID"], one["FailureReason"]) for one in partly["Failures"]] == [
        (unknown.sop_instance_uid, 0x0112)
    ]


def test_a_result_that_could_not_be_told_outlives_a_killed_engine(engine_process: EngineProcess) -> None:
    held, port, inbox = small_ct(), free_port(), Inbox()
    with engine_process.link() as link:
        enter(link, KNOWN, port)
        send_one(engine_process.dicom_port, held)
        with requestor(engine_process.dicom_port) as association:
            information = action_information("1.2.3.99", [(held.sop_class_uid, held.sop_instance_uid)])
            assert ask(association, information)[0] == 0
        wait_until(link, lambda: bool(commitments(link)[0].problem))
    engine_process.kill()
    engine_process.start()
    with engine_process.link() as link, result_listener(inbox, port=port):
        link.services.commitments.retry(commitments(link)[0].commitment_id)
        assert inbox.next().committed == [held.sop_instance_uid]
        wait_until(link, lambda: commitments(link)[0].state is CommitmentState.REPORTED)
    assert [one["state"] for one in engine_process.cli("call", "commitments.list", '{"page": {}}')["items"]] == [
        "reported"
    ]
