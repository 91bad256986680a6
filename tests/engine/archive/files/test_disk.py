"""What the disk answers is told apart: what passes leaves the archive as it is, what has failed stops all writing."""

import errno
import os

import pytest

from pacsdesk.contract.errors import StorageBroken, StorageFull
from pacsdesk.engine.archive.files.disk import translated


class Archive:
    """Hears that the disk has failed."""

    def __init__(self) -> None:
        self.broken_by: list[str] = []

    def mark_broken(self, reason: str) -> None:
        self.broken_by.append(reason)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EMFILE])
def test_no_right_and_no_room_refuse_the_one_store(number: int) -> None:
    archive = Archive()
    with pytest.raises(StorageFull), translated(archive, "The object could not be written."):
        raise OSError(number, os.strerror(number), "staging/1.dcm")
    assert archive.broken_by == []


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.ENOTDIR])
def test_every_other_answer_stops_all_writing(number: int) -> None:
    archive = Archive()
    with pytest.raises(StorageBroken), translated(archive, "The object could not be written."):
        raise OSError(number, os.strerror(number), "staging/1.dcm")
    assert archive.broken_by == [f"the disk answered: {os.strerror(number)}"]


def test_a_missing_right_is_told_with_what_to_do() -> None:
    with pytest.raises(StorageFull) as told, translated(Archive(), "The object could not be written."):
        raise PermissionError(errno.EACCES, "Permission denied", "staging/1.dcm")
    assert told.value.hint == "Let the engine's account write in the data folder."
