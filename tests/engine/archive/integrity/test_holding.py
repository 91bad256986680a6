"""What is held whole, and what is not: the bytes decide, and while two objects share a UID their sender."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from pacsdesk.engine.archive.integrity.holding import Holding, Holdings
from pacsdesk.engine.archive.tables import InstanceRow
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

CT = "1.2.840.10008.5.1.4.1.1.2"
MR = "1.2.840.10008.5.1.4.1.1.4"
UID = "1.2.3.1.1"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        opened.store(ct_bytes(UID), arrival(calling_ae_title="CT1"))
        yield opened


def holding(archive: OpenArchive, sender: str = "CT1", uid: str = UID, sop_class_uid: str = CT) -> Holding:
    return Holdings(archive.database, archive.folder).holding(sop_class_uid, uid, sender)


def only_file(archive: OpenArchive) -> Path:
    (path,) = archive.folder.objects.rglob("*.dcm")
    return path


def test_a_stored_instance_is_held_whoever_asks(archive: OpenArchive) -> None:
    assert [holding(archive, "CT1"), holding(archive, "ROUTER")] == [Holding.HELD, Holding.HELD]


def test_an_instance_that_never_came_is_not_held(archive: OpenArchive) -> None:
    assert holding(archive, uid="1.2.3.9") is Holding.NOT_HELD


def test_an_instance_is_of_its_own_class_only(archive: OpenArchive) -> None:
    assert holding(archive, sop_class_uid=MR) is Holding.OTHER_CLASS


def test_a_flipped_bit_is_found(archive: OpenArchive) -> None:
    path = only_file(archive)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert holding(archive) is Holding.DAMAGED


def test_a_file_that_is_cut_or_gone_is_damage(archive: OpenArchive) -> None:
    path = only_file(archive)
    path.write_bytes(path.read_bytes()[:-2])
    assert holding(archive) is Holding.DAMAGED
    path.unlink()
    assert holding(archive) is Holding.DAMAGED


def test_an_object_that_moves_while_it_is_read_is_looked_up_again(archive: OpenArchive) -> None:
    path = only_file(archive)

    class Moving(Holdings):
        def _is_whole(self, kept: object) -> bool:
            if path.exists():
                path.rename(path.with_name("moved.dcm"))
                with archive.database.write() as connection:
                    name = f"{path.parent.name}/moved.dcm"
                    connection.execute(update(InstanceRow).values(object_name=name))
                return False
            return super()._is_whole(kept)  # type: ignore[arg-type]  # what it was called with

    assert Moving(archive.database, archive.folder).holding(CT, UID, "CT1") is Holding.HELD


def test_while_two_objects_share_a_uid_only_the_sender_of_the_first_has_it_held(archive: OpenArchive) -> None:
    archive.store(ct_bytes(UID, PatientName="Other"), arrival(calling_ae_title="CT2"))
    answers = {sender: holding(archive, sender) for sender in ("CT1", "CT2", "ROUTER")}
    assert answers == {"CT1": Holding.HELD, "CT2": Holding.IN_CONFLICT, "ROUTER": Holding.IN_CONFLICT}


def test_who_sent_both_objects_has_neither_held_until_a_person_decides(archive: OpenArchive) -> None:
    archive.store(ct_bytes(UID, PatientName="Other"), arrival(calling_ae_title="CT1"))
    assert holding(archive) is Holding.IN_CONFLICT


def test_a_second_object_whose_first_is_gone_is_still_in_conflict(archive: OpenArchive) -> None:
    archive.store(ct_bytes(UID, PatientName="Other"), arrival(calling_ae_title="CT2"))
    with archive.database.write() as connection:
        connection.execute(delete(InstanceRow))
    assert [holding(archive, "CT1"), holding(archive, "CT2")] == [Holding.IN_CONFLICT, Holding.IN_CONFLICT]
