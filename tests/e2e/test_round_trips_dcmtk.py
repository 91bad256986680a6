"""DCMTK stores to us and has everything back, by C-MOVE and by C-GET: the same bytes that it sent.

storescu reads each file and writes it anew onto the wire, so DCMTK's receiver, which keeps every bit, says what it
sends. getscu keeps every bit too, but proposes one syntax for all classes, and that is none of the compressed
ones, whatever it is told to prefer (DCMTK 3.6.7).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.link.client import Client
from tests.e2e.storescu import Receiver, send_as_stored, witness
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.querying import STUDY_ROOT, findscu
from tests.engine.network.retrieving import AS_IT_COMES, SINK, getscu, movescu, storescp
from tests.engine.network.sending import object_of
from tests.support.announced_files import announced_files
from tests.support.engine import EngineProcess
from tests.support.round_trips import HeldInstance, held, let_round_trip, studies_in, unequal

# getscu's options, by the syntax that each has it propose; with all others it proposes explicit little endian
OPTIONS = {
    "1.2.840.10008.1.2.1": "+xe",
    "1.2.840.10008.1.2.2": "+xb",
    "1.2.840.10008.1.2.1.99": "+xd",
}


@dataclass(frozen=True)
class Trip:
    """What storescu put on the wire, and what the archive holds of it."""

    port: int
    sent: dict[str, bytes]
    held: dict[str, HeldInstance]


@pytest.fixture(scope="module")
def trip(engine: EngineProcess, link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trip]:
    """The same files go to us and to a receiver that keeps every bit."""
    folder = tmp_path_factory.mktemp("dcmtk")
    files = list(announced_files().values())
    known = next(peer for peer in link.services.peers.list() if peer.ae_title == KNOWN)
    services = (PeerService.STORE, PeerService.FIND, PeerService.MOVE, PeerService.GET)
    link.services.peers.change(known.name, replace(known, allow=services))
    with witness(folder / "witness") as other:
        send_as_stored(other, files, folder)
    send_as_stored(Receiver(OWN_TITLE, engine.dicom_port), files, folder)
    arrived = [object_of(path) for path in (folder / "witness").iterdir()]
    sent = {one.sop_instance_uid: one.content for one in arrived}
    yield Trip(engine.dicom_port, sent, held(link, sent))


def asked(instances: dict[str, HeldInstance]) -> tuple[str, str]:
    """The keys of a retrieval of all studies at once: a list of UIDs (PS3.4 C.2.2.2.2)."""
    return "QueryRetrieveLevel=STUDY", "StudyInstanceUID=" + "\\".join(studies_in(instances))


def received(folder: Path) -> dict[str, bytes]:
    """The datasets in a folder by SOP Instance UID."""
    return {one.sop_instance_uid: one.content for one in map(object_of, folder.iterdir())}


def test_every_instance_is_held_as_dcmtk_sent_it(trip: Trip) -> None:
    assert len(trip.sent) > 200
    assert unequal(trip.sent, trip.held) == []


def test_dcmtk_finds_every_study(trip: Trip, tmp_path: Path) -> None:
    found = findscu(trip.port, tmp_path, STUDY_ROOT, "QueryRetrieveLevel=STUDY", "StudyInstanceUID")
    assert found.values("StudyInstanceUID") == studies_in(trip.held)


def test_dcmtk_has_everything_back_by_c_move(trip: Trip, link: Client, tmp_path: Path) -> None:
    with storescp(tmp_path / "moved", *AS_IT_COMES) as port:
        let_round_trip(link, SINK, port)
        said = movescu(trip.port, *asked(trip.held))
    assert "0x0000: Success" in said
    assert unequal(received(tmp_path / "moved"), trip.held) == []


@pytest.mark.parametrize("syntax", OPTIONS)
def test_dcmtk_has_back_by_c_get_what_it_asks_for_in_its_syntax(trip: Trip, tmp_path: Path, syntax: str) -> None:
    wanted = {uid: one for uid, one in trip.held.items() if one.transfer_syntax_uid == syntax}
    assert wanted
    getscu(trip.port, tmp_path / "got", *asked(wanted), options=[OPTIONS[syntax]])
    assert unequal(received(tmp_path / "got"), wanted) == []
