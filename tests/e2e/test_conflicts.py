"""The same SOP Instance UID again: nothing new for the same content, a decision for a person when it differs."""

from dataclasses import dataclass

import pytest

from pacsdesk.contract.records.archive import Conflict
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.link.client import Client
from tests.e2e.callers import small_ct
from tests.engine.network.sending import SentObject, send_one
from tests.support.engine import EngineProcess
from tests.support.part10 import dataset_of

STORED, STORED_IN_CONFLICT = 0x0000, 0xB000


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two objects under one UID, both sent."""

    first: SentObject
    second: SentObject
    conflict: Conflict


def open_conflicts(link: Client, sent: SentObject) -> list[Conflict]:
    """Those of one UID."""
    page = link.services.conflicts.list(PageRequest(limit=1000))
    return [conflict for conflict in page.items if conflict.sop_instance_uid == sent.sop_instance_uid]


def instance_bytes(link: Client, sop_instance_uid: str) -> bytes:
    """The dataset that the archive gives for a UID."""
    return dataset_of(link.read_bytes(f"instance/{sop_instance_uid}"))


@pytest.fixture
def dispute(engine: EngineProcess, link: Client) -> Dispute:
    """A device that sends another image under a UID it has used."""
    first = small_ct(PatientName="FIRST^ONE")
    second = small_ct(first.sop_instance_uid, PatientName="SECOND^ONE")
    assert send_one(engine.dicom_port, first)[0] == STORED
    assert send_one(engine.dicom_port, second)[0] == STORED_IN_CONFLICT
    (conflict,) = open_conflicts(link, first)
    return Dispute(first, second, conflict)


def resolve(engine: EngineProcess, dispute: Dispute, resolution: str) -> str:
    """Decide on the command line; the UID that the second object has now."""
    decided = engine.cli("conflicts", "resolve", dispute.conflict.conflict_id, resolution, "--reason", "looked at both")
    return str(decided["sop_instance_uid"])


def test_the_same_object_again_is_a_success_and_changes_nothing(engine: EngineProcess, link: Client) -> None:
    sent = small_ct()
    assert send_one(engine.dicom_port, sent)[0] == STORED
    before = link.services.studies.totals()

    assert send_one(engine.dicom_port, sent)[0] == STORED
    assert (link.services.studies.totals(), open_conflicts(link, sent)) == (before, [])


def test_other_content_under_a_uid_leaves_the_first_in_its_place(dispute: Dispute, link: Client) -> None:
    assert instance_bytes(link, dispute.first.sop_instance_uid) == dispute.first.content


def test_the_second_object_is_kept_whole(dispute: Dispute, link: Client) -> None:
    assert dataset_of(link.read_bytes(f"conflict/{dispute.conflict.conflict_id}")) == dispute.second.content


def test_a_conflict_is_listed_with_what_differs(dispute: Dispute, engine: EngineProcess) -> None:
    listed = {one["conflict_id"]: one for one in engine.cli("conflicts", "list")}
    differences = " ".join(listed[dispute.conflict.conflict_id]["differences"])
    assert "Name" in differences


def test_the_second_object_again_opens_no_second_conflict(
    dispute: Dispute, engine: EngineProcess, link: Client
) -> None:
    assert send_one(engine.dicom_port, dispute.second)[0] == STORED_IN_CONFLICT
    assert open_conflicts(link, dispute.first) == [dispute.conflict]


def test_keep_first_ends_the_conflict_with_the_first_in_its_place(
    dispute: Dispute, engine: EngineProcess, link: Client
) -> None:
    uid = resolve(engine, dispute, "keep-first")
    assert (instance_bytes(link, uid), open_conflicts(link, dispute.first)) == (dispute.first.content, [])


def test_take_second_puts_the_second_into_the_place_of_the_first(
    dispute: Dispute, engine: EngineProcess, link: Client
) -> None:
    uid = resolve(engine, dispute, "take-second")
    assert (instance_bytes(link, uid), open_conflicts(link, dispute.first)) == (dispute.second.content, [])


def test_keep_both_gives_the_second_a_uid_of_its_own(dispute: Dispute, engine: EngineProcess, link: Client) -> None:
    uid = resolve(engine, dispute, "keep-both")
    assert instance_bytes(link, dispute.first.sop_instance_uid) == dispute.first.content
    assert uid != dispute.first.sop_instance_uid
    assert instance_bytes(link, uid) == renamed(dispute.second, uid)


@pytest.mark.parametrize("resolution", ["keep-first", "take-second"])
def test_what_loses_its_place_goes_to_the_trash(
    dispute: Dispute, engine: EngineProcess, link: Client, resolution: str
) -> None:
    resolve(engine, dispute, resolution)
    trashed = link.services.trash.entries(PageRequest(limit=1000)).items
    (entry,) = [entry for entry in trashed if entry.study_instance_uid == dispute.conflict.study_instance_uid]
    assert "looked at both" in entry.reason


def renamed(sent: SentObject, uid: str) -> bytes:
    """The object's bytes with nothing changed but its SOP Instance UID (0008,0018), explicit little endian."""
    old = sent.sop_instance_uid.encode()
    element = b"\x08\x00\x18\x00UI" + _even_length(old) + _padded(old)
    assert sent.content.count(element) == 1
    return sent.content.replace(element, b"\x08\x00\x18\x00UI" + _even_length(uid.encode()) + _padded(uid.encode()))


def _padded(value: bytes) -> bytes:
    return value + b"\0" * (len(value) % 2)


def _even_length(value: bytes) -> bytes:
    return len(_padded(value)).to_bytes(2, "little")
