"""A series as a walk of frames: where we are, what comes next, what to fetch ahead. No widget, no byte."""

from collections.abc import Iterable
from dataclasses import dataclass

from pacsdesk.contract.records.archive import Instance
from pacsdesk.contract.types import SOPInstanceUID

MAX_FRAMES_OF_INSTANCE = 100_000
MODALITIES_WITHOUT_IMAGES = frozenset(("SR", "PR", "KO", "DOC", "RTSTRUCT", "RTPLAN", "AU", "ECG", "HD", "EPS", "PLAN"))


@dataclass(frozen=True, slots=True)
class FrameAddress:
    """One frame of one instance; frame counts from 0."""

    sop_instance_uid: SOPInstanceUID
    frame: int


class Stack:
    """The frames of a series in order, and a position in them."""

    def __init__(self) -> None:
        self._frames: list[FrameAddress] = []
        self._known: set[SOPInstanceUID] = set()
        self._position = 0
        self._direction = 1

    def __len__(self) -> int:
        return len(self._frames)

    @property
    def position(self) -> int:
        """Where we are, from 0."""
        return self._position

    @property
    def current(self) -> FrameAddress | None:
        """The frame we are at; None in an empty stack."""
        return self._frames[self._position] if self._frames else None

    def at(self, position: int) -> FrameAddress:
        """The frame at a position."""
        return self._frames[position]

    def append(self, instances: Iterable[Instance]) -> int:
        """Put further instances behind; those already here are passed over. Answers how many frames came."""
        before = len(self._frames)
        for instance in instances:
            if instance.sop_instance_uid not in self._known:
                self._known.add(instance.sop_instance_uid)
                count = min(max(1, instance.number_of_frames), MAX_FRAMES_OF_INSTANCE)
                self._frames.extend(FrameAddress(instance.sop_instance_uid, frame) for frame in range(count))
        return len(self._frames) - before

    def correct(self, sop_instance_uid: SOPInstanceUID, number_of_frames: int) -> bool:
        """The object turned out to hold another number of frames than the index says. True when that changed us."""
        here = [place for place, frame in enumerate(self._frames) if frame.sop_instance_uid == sop_instance_uid]
        wanted = max(1, number_of_frames)
        if not here or len(here) == wanted:
            return False
        first = here[0]
        self._frames[first : first + len(here)] = [FrameAddress(sop_instance_uid, frame) for frame in range(wanted)]
        self._position = min(self._position, len(self._frames) - 1)
        return True

    def go_to(self, position: int) -> bool:
        """Go to a position, at most to the ends. True when that is another one."""
        target = min(max(position, 0), max(len(self._frames) - 1, 0))
        if target == self._position:
            return False
        self._direction = 1 if target > self._position else -1
        self._position = target
        return True

    def next_in_loop(self) -> int:
        """The position after this one in the same instance, its first frame after its last; a stack of single frames
        is walked as a whole."""
        current = self.current
        if current is None:
            return 0
        following = self._position + 1
        has_next = following < len(self._frames)
        if has_next and self._frames[following].sop_instance_uid == current.sop_instance_uid:
            return following
        if current.frame > 0:
            return self._position - current.frame
        return following if has_next else 0

    def ahead(self, forward: int, backward: int) -> list[FrameAddress]:
        """Neighbours worth having soon, nearest first, more of them in the direction of the last step."""
        steps = [self._direction * distance for distance in range(1, forward + 1)]
        steps += [-self._direction * distance for distance in range(1, backward + 1)]
        places = (self._position + step for step in sorted(steps, key=abs))
        return [self._frames[place] for place in places if 0 <= place < len(self._frames)]
