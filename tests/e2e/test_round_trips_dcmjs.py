"""dcmjs-dimse stores to us and has everything back, by C-MOVE and by C-GET: the same bytes that it sent.

dcmjs reads a file into values and writes these anew, so what it sends is seldom what the file holds: it says itself
what it put on the wire. Left to itself it proposes each SOP class once, uncompressed, and converts; here it proposes
each class in each syntax that the files have, as it is free to do, and sends each in its own.
"""

import hashlib
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pydicom.encaps import generate_fragments, parse_basic_offsets
from pydicom.filereader import read_dataset
from pydicom.uid import UID

from pacsdesk.link.client import Client
from tests.engine.network.listening import OWN_TITLE
from tests.engine.network.sending import object_of
from tests.support.announced_files import announced_files
from tests.support.dcmjs.peer import dcmjs, dcmjs_receiver, received_by_dcmjs
from tests.support.engine import EngineProcess
from tests.support.round_trips import HeldInstance, held, let_round_trip, studies_in, unequal

TITLE = "DCMJS"
SUCCESS, STORED_UNREADABLE, PENDING, CANNOT_UNDERSTAND = 0x0000, 0xB007, 0xFF00, 0xC000
# dcmjs takes their implicit elements for explicit ones and makes a gigabyte of a length that is none
MISREAD = {"SC_rgb_jpeg.dcm", "rtdose_rle.dcm"}
# its own checks refuse the dates in these
UNFIT = {"color-pl.dcm", "ExplVR_BigEnd.dcm"}
# it writes deflated datasets without deflating them
NOT_DEFLATED = "image_dfl.dcm"
# segmentation, retired ultrasound, 12-lead ECG: not among the classes that it asks for by C-GET
UNKNOWN_CLASSES = {"1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.6", "1.2.840.10008.5.1.4.1.1.9.1.1"}


@dataclass(frozen=True)
class Trip:
    """A dcmjs that has sent its files. said: what it says of that. folder: where its receiver keeps what comes."""

    caller: dict[str, Any]  # what peer.js takes
    said: dict[str, Any]
    held: dict[str, HeldInstance]
    folder: Path

    @property
    def contexts(self) -> list[tuple[str, str]]:
        """Each SOP class in each transfer syntax that the archive has it in."""
        return sorted({(one.sop_class_uid, one.transfer_syntax_uid) for one in self.held.values()})


def digest_of(content: bytes) -> str:
    """As peer.js says it."""
    return hashlib.sha256(content).hexdigest()


def pixels_of(content: bytes, transfer_syntax_uid: str) -> bytes:
    """The pixel data of a dataset; of encapsulated ones what is in all fragments.

    dcmjs cuts frames into fragments of 64 KiB, and its offset table counts each of these as a frame.
    """
    syntax = UID(transfer_syntax_uid)
    dataset = read_dataset(BytesIO(content), syntax.is_implicit_VR, syntax.is_little_endian)
    pixels: bytes = dataset.get("PixelData", b"")
    if not (pixels and syntax.is_encapsulated):
        return pixels
    encapsulated = BytesIO(pixels)
    parse_basic_offsets(encapsulated)
    return b"".join(generate_fragments(encapsulated))


def pixels_of_file(path: Path) -> bytes:
    """The same for a file."""
    original = object_of(path)
    return pixels_of(original.content, original.transfer_syntax_uid)


@pytest.fixture(scope="module")
def trip(engine: EngineProcess, link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trip]:
    """Sent by one association, with the receiver open for what will come back."""
    files = [path for path in announced_files().values() if path.name not in MISREAD]
    folder = tmp_path_factory.mktemp("dcmjs") / "received"
    with dcmjs_receiver(folder) as (_, port):
        let_round_trip(link, TITLE, port)
        caller: dict[str, Any] = {"port": engine.dicom_port, "calling": TITLE, "called": OWN_TITLE}
        contexts = sorted({(one.sop_class_uid, one.transfer_syntax_uid) for one in map(object_of, files)})
        said = dcmjs("send", files=[str(path) for path in files], contexts=contexts, **caller)
        kept = [
            stored["instance"] for stored in said["answers"][1:] if stored["status"] in (SUCCESS, STORED_UNREADABLE)
        ]
        yield Trip(caller, said, held(link, kept), folder)


def test_everything_that_dcmjs_can_send_is_kept(trip: Trip) -> None:
    echo, *stores = trip.said["answers"]
    refused = [answer["instance"] for answer in stores if answer["status"] == CANNOT_UNDERSTAND]
    assert echo["status"] == SUCCESS
    assert {Path(file).name for file in trip.said["unfit"]} == UNFIT
    assert [announced_files()[uid].name for uid in refused] == [NOT_DEFLATED]
    assert len(trip.held) == len(announced_files()) - len(MISREAD | UNFIT | {NOT_DEFLATED})


def test_every_instance_is_held_as_dcmjs_sent_it(trip: Trip) -> None:
    sent = {uid: (one["syntax"], one["digest"]) for uid, one in trip.said["sent"].items() if uid in trip.held}
    arrived = {uid: (one.transfer_syntax_uid, digest_of(one.content)) for uid, one in trip.held.items()}
    assert arrived == sent


def test_every_instance_is_held_with_the_pixels_of_its_file(trip: Trip) -> None:
    """Beside them dcmjs changes how numbers are written and the character set, and leaves private elements out."""
    with warnings.catch_warnings(action="ignore"):  # some samples are odd on purpose
        changed = [
            uid
            for uid, one in trip.held.items()
            if pixels_of(one.content, one.transfer_syntax_uid) != pixels_of_file(announced_files()[uid])
        ]
    assert changed == []


def test_dcmjs_finds_every_study(trip: Trip) -> None:
    found = dcmjs("find", queries=[{"StudyInstanceUID": "", "PatientName": "", "StudyDate": ""}], **trip.caller)
    *answers, last = found["answers"]
    studies = {answer["elements"]["StudyInstanceUID"] for answer in answers if answer["status"] == PENDING}
    assert (last["status"], found["ending"]) == (SUCCESS, "released")
    assert studies >= set(studies_in(trip.held))


def test_dcmjs_has_everything_back_by_c_move(trip: Trip) -> None:
    moved = dcmjs("move", studies=studies_in(trip.held), to=TITLE, **trip.caller)
    assert {answer["status"] for answer in moved["answers"]} == {PENDING, SUCCESS}
    given_back = received_by_dcmjs(trip.folder)
    wanted = trip.held
    assert unequal({uid: content for uid, (_, content) in given_back.items()}, wanted) == []
    assert {uid: given_back[uid][0] for uid in wanted} == {uid: one.transfer_syntax_uid for uid, one in wanted.items()}


def test_dcmjs_has_back_by_c_get_each_class_that_it_knows(trip: Trip, tmp_path: Path) -> None:
    """It proposes the SCP role for the classes on its own list, which is short."""
    got = dcmjs("get", studies=studies_in(trip.held), contexts=trip.contexts, folder=str(tmp_path), **trip.caller)
    assert got["ending"] == "released"
    given_back = received_by_dcmjs(tmp_path)
    wanted = {uid: one for uid, one in trip.held.items() if one.sop_class_uid not in UNKNOWN_CLASSES}
    assert unequal({uid: content for uid, (_, content) in given_back.items()}, wanted) == []
    assert given_back.keys() == wanted.keys()


def test_each_association_is_released_by_dcmjs(trip: Trip) -> None:
    asked = dcmjs("find", queries=[{"StudyInstanceUID": "1.2.3"}], **trip.caller)
    assert (asked["ending"], asked["complaints"]) == ("released", [])
    assert trip.said["ending"] == "released"
