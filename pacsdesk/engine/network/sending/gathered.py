"""What is to be sent put together: selections of an archive, and objects that lie in files."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pacsdesk.engine.archive.matching.retrieval import HeldInstance, Kind
from pacsdesk.engine.network.sending.reading import Selected


@dataclass(frozen=True, slots=True)
class Together:
    """Implements reading.Selected: several one after the other; what is in two of them is sent twice."""

    parts: tuple[Selected, ...]
    scratch: Path

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All that are among them."""
        return tuple(dict.fromkeys(chain.from_iterable(part.kinds for part in self.parts)))

    def instances(self, kinds: Set[Kind]) -> Iterator[HeldInstance | None]:
        """Those of these kinds, part by part."""
        return chain.from_iterable(part.instances(kinds) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Files:
    """Implements reading.Selected: objects in files, of which nobody keeps a digest."""

    objects: Sequence[HeldInstance]
    scratch: Path

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All that are among them."""
        return tuple(dict.fromkeys(one.kind for one in self.objects))

    def instances(self, kinds: Set[Kind]) -> Iterator[HeldInstance | None]:
        """Those of these kinds."""
        return (one for one in self.objects if one.kind in kinds)
