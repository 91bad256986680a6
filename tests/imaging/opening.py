"""Opens files and bytes through the same door as the viewer, counting what is fetched."""

from dataclasses import dataclass, field
from pathlib import Path

from pacsdesk.imaging.objects import OpenedObject, open_object


@dataclass
class CountedBytes:
    """Bytes that note every range that is asked for."""

    data: bytes
    ranges: list[tuple[int, int]] = field(default_factory=list)

    def read_at(self, start: int, length: int) -> bytes:
        self.ranges.append((start, length))
        return self.data[start : start + length]

    @property
    def fetched(self) -> int:
        return sum(length for _, length in self.ranges)


def open_bytes(data: bytes) -> OpenedObject:
    """Open an object that lies in memory."""
    return open_object(CountedBytes(data).read_at, len(data))


def open_path(path: Path) -> OpenedObject:
    """Open a file."""
    return open_bytes(path.read_bytes())
