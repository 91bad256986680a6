"""What a retrieval asks for (PS3.4 C.4.2.1.4): the unique keys of its identifier, checked, and the instances that they
select, read piece by piece so that memory does not grow with their number.
"""

from array import array
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from pacsdesk.contract.types import ProvidedModel, QueryLevel
from pacsdesk.engine.archive.dataset.reading import Elements
from pacsdesk.engine.archive.matching.keys import INSTANCES, SERIES, STUDIES, UNIQUE_KEYS, Key
from pacsdesk.engine.archive.matching.query import Criterion, IdentifierRefused, Negotiated, query_of
from pacsdesk.engine.archive.matching.values import TextTest
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder

_CHUNK = 256  # rows
_LONE_KEY = UNIQUE_KEYS[QueryLevel.PATIENT]  # PS3.4 C.2.2.2.2: lists are of UIDs


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be sent: all instances below what has one of these values in each of these keys."""

    level: QueryLevel
    values: tuple[tuple[Key, frozenset[str]], ...]


def wanted_of(identifier: Elements, model: ProvidedModel, relational: bool) -> Wanted:
    """What an identifier asks to be sent; relational: as negotiated. Raises IdentifierRefused.

    A key that would narrow the selection and is no unique key is refused: passing over it would send more than was
    asked for.
    """
    query = query_of(identifier, model, Negotiated(relational=relational))
    values = tuple((criterion.key, _values_of(criterion)) for criterion in query.criteria)
    own = UNIQUE_KEYS[query.level]
    if own not in [key for key, _ in values]:
        raise IdentifierRefused(own.tag, f"{own} must be given at {query.level} level")
    return Wanted(query.level, values)


def _values_of(criterion: Criterion) -> frozenset[str]:
    key, test = criterion.key, criterion.test
    if key not in UNIQUE_KEYS.values():
        raise IdentifierRefused(key.tag, f"{key} is no key of a retrieval")
    if not isinstance(test, TextTest) or test.wild:
        raise IdentifierRefused(key.tag, f"{key} takes no wild cards in a retrieval")
    if key is _LONE_KEY and len(test.exact) > 1:
        raise IdentifierRefused(key.tag, f"{key} takes one value")
    return test.exact


@dataclass(frozen=True, slots=True)
class Kind:
    """What instances have in common that a receiver must accept."""

    sop_class_uid: str
    transfer_syntax_uid: str
    has_pixels: bool


@dataclass(frozen=True, slots=True)
class HeldInstance:
    """A stored instance: where its dataset lies, its size in bytes and its hex SHA-256, "" where nobody keeps one."""

    kind: Kind
    sop_instance_uid: str
    path: Path
    dataset_offset: int
    size_bytes: int
    digest: str


class Retriever:
    """Finds what retrievals want."""

    def __init__(self, database: Database, folder: DataFolder) -> None:
        self._database = database
        self._folder = folder

    def select(self, wanted: Wanted) -> "Selection":
        """The instances of this moment, series by series. Raises what reading an index raises."""
        rows = INSTANCES.join(SERIES, INSTANCES.c.series_row_id == SERIES.c.row_id)
        rows = rows.join(STUDIES, SERIES.c.study_row_id == STUDIES.c.row_id)
        columns = (key.column_at(QueryLevel.IMAGE) for key, _ in wanted.values)
        conditions = [
            column.in_(values) for column, (_, values) in zip(columns, wanted.values, strict=True) if column is not None
        ]
        order = (INSTANCES.c.series_row_id, INSTANCES.c.instance_number, INSTANCES.c.row_id)
        statement = select(INSTANCES.c.row_id, *_KIND).select_from(rows).where(*conditions).order_by(*order)
        kinds: dict[Kind, int] = {}
        row_ids, places = array("q"), array("L")
        with self._database.read() as connection:
            for row_id, *kind in connection.execution_options(yield_per=_CHUNK).execute(statement):
                row_ids.append(row_id)
                places.append(kinds.setdefault(_kind(kind), len(kinds)))
        return Selection(self._database, self._folder, tuple(kinds), row_ids, places)


class Selection:
    """The instances of a retrieval as they stood when it began. scratch: the folder for what is made of them."""

    def __init__(
        self,
        database: Database,
        folder: DataFolder,
        kinds: tuple[Kind, ...],
        row_ids: "array[int]",
        places: "array[int]",
    ) -> None:
        """places: of each row's kind."""
        self.kinds = kinds
        self.scratch = folder.staging
        self._database = database
        self._objects = folder.objects
        self._row_ids = row_ids
        self._places = places

    def __len__(self) -> int:
        return len(self._row_ids)

    def instances(self, kinds: Set[Kind]) -> Iterator[HeldInstance | None]:
        """Those of these kinds; None for one that was deleted meanwhile. Raises what reading an index raises."""
        wanted = {place for place, kind in enumerate(self.kinds) if kind in kinds}
        chosen = [row_id for row_id, place in zip(self._row_ids, self._places, strict=True) if place in wanted]
        for start in range(0, len(chosen), _CHUNK):
            chunk = chosen[start : start + _CHUNK]
            with self._database.read() as connection:
                found = self._found(connection, chunk)
            for row_id in chunk:
                yield found.get(row_id)

    def _found(self, connection: Connection, row_ids: Sequence[int]) -> dict[int, HeldInstance]:
        instances = INSTANCES.c
        columns = (instances.row_id, instances.sop_instance_uid, instances.object_name)
        measures = (instances.dataset_offset, instances.size_bytes, instances.digest)
        statement = select(*columns, *measures, *_KIND).where(instances.row_id.in_(row_ids))
        return {
            row_id: HeldInstance(_kind(kind), uid, self._objects / name, offset, size, digest)
            for row_id, uid, name, offset, size, digest, *kind in connection.execute(statement)
        }


_KIND = (INSTANCES.c.sop_class_uid, INSTANCES.c.transfer_syntax_uid, INSTANCES.c.rows)


def _kind(values: Sequence[object]) -> Kind:
    sop_class_uid, transfer_syntax_uid, rows = values
    return Kind(str(sop_class_uid), str(transfer_syntax_uid), bool(rows))
