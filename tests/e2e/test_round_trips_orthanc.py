"""Orthanc stores to us, forgets, and has everything back by C-MOVE: its files are then the bytes that it sent.

Orthanc keeps a file that it is given as it is, but reads each dataset and writes it anew onto the wire: a receiver that
keeps every bit says what it sends. What it receives it writes anew as well, and deflates anew what is deflated.
Orthanc 1.10 has no C-GET.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from pydicom.uid import DeflatedExplicitVRLittleEndian

from pacsdesk.link.client import Client
from tests.e2e.storescu import witness
from tests.engine.network.listening import OWN_TITLE
from tests.engine.network.sending import object_of
from tests.support.announced_files import announced_files
from tests.support.engine import EngineProcess
from tests.support.part10 import dataset_of
from tests.support.peers import ORTHANC_AE_TITLE, OrthancPeer, orthanc
from tests.support.round_trips import HeldInstance, held, let_round_trip, studies_in, unequal

US, WITNESS = "pacsdesk", "witness"
# Their identity has the VR UN: Orthanc announces "31", two digits of its bytes, which is no instance of theirs
MISANNOUNCED = {"explicit_VR-UN.dcm", "rtdose_rle.dcm"}


@dataclass(frozen=True)
class Trip:
    """An Orthanc that was given files and has sent them. said: what it says of that. sent: what went on the wire."""

    peer: OrthancPeer
    ids: dict[str, str]  # its own name for each SOP Instance UID
    said: dict[str, Any]
    sent: dict[str, bytes]
    held: dict[str, HeldInstance]


def ask(peer: OrthancPeer, path: str, content: bytes | object | None = None) -> Any:
    """Its answer as JSON: GET without content, else POST."""
    return json.loads(fetch(peer, path, content))


def fetch(peer: OrthancPeer, path: str, content: bytes | object | None = None) -> bytes:
    """Its answer. Raises HTTPError for a refusal."""
    body = content if content is None or isinstance(content, bytes) else json.dumps(content).encode()
    with urlopen(Request(f"{peer.http_address}{path}", body), timeout=100) as answer:
        answered: bytes = answer.read()
        return answered


def give(peer: OrthancPeer) -> dict[str, str]:
    """Put the files into it; those that it does not take, for want of a Patient ID or a study, are left out."""
    ids = {}
    for uid, path in announced_files().items():
        if path.name in MISANNOUNCED:
            continue
        try:
            ids[uid] = ask(peer, "/instances", path.read_bytes())["ID"]
        except HTTPError as refusal:
            refusal.close()
    return ids


def files_of(peer: OrthancPeer) -> dict[str, bytes]:
    """The dataset of every file that it has, by SOP Instance UID."""
    instances = ask(peer, "/instances?expand")
    return {
        one["MainDicomTags"]["SOPInstanceUID"]: dataset_of(fetch(peer, f"/instances/{one['ID']}/file"))
        for one in instances
    }


def inflate(content: bytes) -> bytes:
    """A dataset without its deflation (PS3.5 A.5: without a header of its own)."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(content)


@pytest.fixture(scope="module")
def trip(engine: EngineProcess, link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trip]:
    """The same instances go to us and to a receiver that keeps every bit."""
    folder = tmp_path_factory.mktemp("orthanc")
    with witness(folder / "witness") as other:
        modalities = {US: (OWN_TITLE, engine.dicom_port), WITNESS: (other.ae_title, other.port)}
        with orthanc(folder / "orthanc", modalities, DicomAssociationCloseDelay=0) as peer:
            let_round_trip(link, ORTHANC_AE_TITLE, peer.dicom_port)
            ids = give(peer)
            order = {"Resources": list(ids.values()), "Synchronous": True}
            ask(peer, f"/modalities/{WITNESS}/store", order)
            said = ask(peer, f"/modalities/{US}/store", order)
            arrived = map(object_of, (folder / "witness").iterdir())
            sent = {one.sop_instance_uid: one.content for one in arrived}
            yield Trip(peer, ids, said, sent, held(link, sent))


def test_orthanc_counts_every_instance_as_sent(trip: Trip) -> None:
    assert len(trip.ids) > 200
    assert (trip.said["InstancesCount"], trip.said["FailedInstancesCount"]) == (len(trip.ids), 0)


def test_every_instance_is_held_as_orthanc_sent_it(trip: Trip) -> None:
    assert len(trip.sent) == len(trip.ids)
    assert unequal(trip.sent, trip.held) == []


def test_orthanc_finds_every_study(trip: Trip) -> None:
    query = {"Level": "Study", "Query": {"StudyInstanceUID": ""}}
    asked = ask(trip.peer, f"/modalities/{US}/query", query)["ID"]
    answers = ask(trip.peer, f"/queries/{asked}/answers?expand&simplify")
    assert sorted(answer["StudyInstanceUID"] for answer in answers) == studies_in(trip.held)


def test_after_forgetting_orthanc_has_by_c_move_the_bytes_that_it_sent(trip: Trip) -> None:
    fetch(trip.peer, "/tools/bulk-delete", {"Resources": list(trip.ids.values())})
    assert ask(trip.peer, "/instances") == []
    studies = [{"StudyInstanceUID": uid} for uid in studies_in(trip.held)]
    order = {"Level": "Study", "Resources": studies, "TargetAet": ORTHANC_AE_TITLE, "Synchronous": True}
    ask(trip.peer, f"/modalities/{US}/move", order)
    files = files_of(trip.peer)
    (deflated,) = unequal(files, trip.held)
    assert trip.held[deflated].transfer_syntax_uid == DeflatedExplicitVRLittleEndian
    assert inflate(files[deflated]) == inflate(trip.held[deflated].content)
