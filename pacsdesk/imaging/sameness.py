"""Whether two objects show the same pixels, however each is encoded; used where only the transfer syntax differs."""

from pathlib import Path

import numpy as np

from pacsdesk.imaging.objects import OpenedObject, open_object
from pacsdesk.imaging.undisplayable import Undisplayable


def same_frames(first: Path, second: Path) -> bool:
    """Compare every decoded frame of two Part 10 files. Frames that cannot be decoded are never the same."""
    with first.open("rb") as one, second.open("rb") as two:

        def read_one(start: int, length: int) -> bytes:
            one.seek(start)
            return one.read(length)

        def read_two(start: int, length: int) -> bytes:
            two.seek(start)
            return two.read(length)

        try:
            return _same(
                open_object(read_one, first.stat().st_size),
                open_object(read_two, second.stat().st_size),
            )
        except Undisplayable:
            return False


def _same(one: OpenedObject, two: OpenedObject) -> bool:
    if one.number_of_frames != two.number_of_frames:
        return False
    return all(
        np.array_equal(one.picture(index).stored, two.picture(index).stored) for index in range(one.number_of_frames)
    )
