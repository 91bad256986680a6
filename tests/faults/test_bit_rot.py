"""Bytes that change on the disk, files that vanish, appear or trade places: the check names every one, and no other."""

import random
from pathlib import Path

import pytest

from pacsdesk.engine.runtime.paths import DataFolder
from tests.faults.devices import ToSend, image, new_uid, send_all
from tests.faults.extent import randomness
from tests.faults.journal import STORED, Journal
from tests.support.engine import EngineProcess

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

FLIPPED, DELETED, STRANGERS, SWAPPED, SOUND = 200, 20, 20, 2, 30


def flip_a_bit(path: Path, source: random.Random) -> None:
    """Of the dataset: what stands before it is ours and not what a device sent."""
    content = bytearray(path.read_bytes())
    content[source.randrange(len(content) // 2, len(content))] ^= 1 << source.randrange(8)
    path.write_bytes(content)


def swap(first: Path, second: Path) -> None:
    """Let two files trade places."""
    aside = first.with_suffix(".aside")
    first.rename(aside)
    second.rename(first)
    aside.rename(second)


@pytest.fixture
def objects(resting: EngineProcess, journal: Journal) -> list[ToSend]:
    """Stored on an engine that rests again."""
    source = randomness("bit rot")
    series = new_uid(source), new_uid(source)
    number = FLIPPED + DELETED + SWAPPED + SOUND
    made = [image(source, series, pixels=source.randrange(1500, 9000)) for _ in range(number)]
    resting.start()
    send_all(resting.dicom_port, journal, made)
    resting.stop()
    return made


def test_every_damage_is_named_and_what_is_sent_again_mends_it(
    resting: EngineProcess, journal: Journal, objects: list[ToSend]
) -> None:
    source = randomness("damage")
    stored = sorted(DataFolder(resting.site.data_dir).objects.rglob("*.dcm"))
    source.shuffle(stored)
    flipped, deleted, swapped = stored[:FLIPPED], stored[FLIPPED:][:DELETED], stored[FLIPPED + DELETED :][:SWAPPED]
    strangers = [swapped[0].with_name(f"stranger{number}.dcm") for number in range(STRANGERS)]

    for path in flipped:
        flip_a_bit(path, source)
    for path in deleted:
        path.unlink()
    for path in strangers:
        path.write_bytes(stored[-1].read_bytes())
    swap(*swapped)

    found = resting.site.run("check", "--offline")
    assert found.exit_code == 1
    assert names_in(found.document["changed_files"]) == names_of([*flipped, *swapped])
    assert names_in(found.document["missing_files"]) == names_of(deleted)
    assert names_in(found.document["stray_files"]) == names_of(strangers)
    assert (found.document["wrong_counters"], found.document["database_faults"]) == ([], [])

    for path in strangers:
        path.unlink()
    resting.start()
    send_all(resting.dicom_port, journal, objects)
    resting.stop()
    assert {answer.status for answer in journal.answers} == {STORED}
    mended = resting.site.run("check", "--offline")
    assert mended.exit_code == 0, mended.output


def names_in(listed: list[str]) -> set[str]:
    """The last parts of the names in a report."""
    return {name.rpartition("/")[2] for name in listed}


def names_of(paths: list[Path]) -> set[str]:
    """The same of files."""
    return {path.name for path in paths}
