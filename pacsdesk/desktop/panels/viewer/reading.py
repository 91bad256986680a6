"""Fetches and decodes on worker threads: objects stay open, their headers are read once, only wanted bytes travel.

Nothing here touches a widget. Several threads may ask at once; each object is read by one of them at a time.
"""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Protocol

from pacsdesk.contract.types import SOPInstanceUID
from pacsdesk.desktop.panels.viewer.stack import FrameAddress
from pacsdesk.imaging.describe import Description, describe
from pacsdesk.imaging.objects import OpenedObject, Picture, open_object
from pacsdesk.imaging.tags import TagList, list_tags
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable

MAX_OPEN_OBJECTS = 64
_DESCRIPTION_BYTES = 4096  # a rough price for the cache


class ByteClient(Protocol):
    """What is needed of the link's client."""

    def read_bytes(self, path: str, start: int, length: int) -> bytes:
        """Bytes of an object, fewer only at its end."""
        ...

    def size_of(self, path: str) -> int:
        """How many bytes there are."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class LoadedFrame:
    """What there is to show at an address: a picture, or the description of an object without, or a reason.

    number_of_frames: what the object really holds; frame_rate: how fast it wants to be played.
    """

    address: FrameAddress
    picture: Picture | None = None
    description: Description | None = None
    reason: Undisplayable | None = None
    number_of_frames: int = 1
    frame_rate: float = 15.0

    @property
    def size_bytes(self) -> int:
        """What it costs to keep."""
        return self.picture.size_bytes if self.picture else _DESCRIPTION_BYTES


class _Slot:
    """A place for one object, locked while it is read."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.opened: OpenedObject | None = None


class ObjectReader:
    """Opened objects of the archive. Raises PacsDeskError when the engine refuses or is gone."""

    def __init__(self, client: ByteClient) -> None:
        self._client = client
        self._slots: OrderedDict[SOPInstanceUID, _Slot] = OrderedDict()
        self._lock = Lock()

    def load(self, address: FrameAddress) -> LoadedFrame:
        """The frame, or what there is instead."""
        slot = self._slot(address.sop_instance_uid)
        try:
            with slot.lock:
                opened = self._opened(slot, address.sop_instance_uid)
                if not opened.number_of_frames:
                    return self._without_pictures(address, opened)
                data = opened.read_frame(address.frame)
            picture = opened.decode(data, address.frame)
        except Undisplayable as reason:
            return LoadedFrame(address, reason=reason)
        return LoadedFrame(
            address, picture=picture, number_of_frames=opened.number_of_frames, frame_rate=opened.frame_rate
        )

    def tags(self, sop_instance_uid: SOPInstanceUID) -> TagList:
        """The object's elements; none when its header cannot be read."""
        slot = self._slot(sop_instance_uid)
        try:
            with slot.lock:
                return list_tags(self._opened(slot, sop_instance_uid).header)
        except Undisplayable:
            return TagList((), True)

    def forget(self) -> None:
        """Close all objects."""
        with self._lock:
            self._slots.clear()

    def _slot(self, uid: SOPInstanceUID) -> _Slot:
        with self._lock:
            slot = self._slots.setdefault(uid, _Slot())
            self._slots.move_to_end(uid)
            if len(self._slots) > MAX_OPEN_OBJECTS:
                self._slots.popitem(last=False)
            return slot

    def _opened(self, slot: _Slot, uid: SOPInstanceUID) -> OpenedObject:
        if slot.opened is None:
            path = f"instance/{uid}"
            slot.opened = open_object(partial(self._client.read_bytes, path), self._client.size_of(path))
        return slot.opened

    def _without_pictures(self, address: FrameAddress, opened: OpenedObject) -> LoadedFrame:
        if opened.obstacle is not None and opened.obstacle.obstacle is not Obstacle.NO_PIXELS:
            return LoadedFrame(address, reason=opened.obstacle)
        return LoadedFrame(address, description=describe(opened.header))
