"""An index filled as objects would fill it, and questions to it in keywords, answered as pydicom reads them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any

from pydicom import Dataset
from pydicom.filereader import read_dataset
from sqlalchemy import select

from pacsdesk.contract.types import QueryModel, SeriesInstanceUID, SOPClassUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.engine.archive.filing import Filing
from pacsdesk.engine.archive.index import IndexEntry, add_entries
from pacsdesk.engine.archive.keys import IndexKeys
from pacsdesk.engine.archive.matching.answers import AnswerFormat
from pacsdesk.engine.archive.matching.finder import Finder, Search
from pacsdesk.engine.archive.matching.identifier import read_identifier
from pacsdesk.engine.archive.matching.query import Negotiated, Query, query_of
from pacsdesk.engine.archive.tables import StudyRow
from pacsdesk.engine.runtime.database import Database
from tests.support.datasets import CT_IMAGE, encode

NOTHING = Negotiated()
# by keyword; Any: whatever pydicom takes for a value
Keys = dict[str, Any]
_NUMBERS = count(1)


def instance(study: str = "1.2.3", series: str = "", sop_instance_uid: str = "", **keys: Any) -> IndexKeys:
    """The keys of an object; UIDs that are not given are made, others are empty."""
    identity: Keys = {
        "study_instance_uid": study,
        "series_instance_uid": series or f"{study}.1",
        "sop_instance_uid": sop_instance_uid or f"{study}.1.{next(_NUMBERS)}",
        "sop_class_uid": CT_IMAGE,
    }
    return IndexKeys(**{**identity, **keys})


def fill(database: Database, objects: Sequence[IndexKeys]) -> None:
    """Index objects without files."""
    with database.write() as connection:
        add_entries(connection, [_entry(keys) for keys in objects])


def _entry(keys: IndexKeys) -> IndexEntry:
    return IndexEntry(
        keys=keys,
        filing=Filing(
            SOPClassUID(keys.sop_class_uid),
            SOPInstanceUID(keys.sop_instance_uid),
            StudyInstanceUID(keys.study_instance_uid),
            SeriesInstanceUID(keys.series_instance_uid),
            "",
        ),
        transfer_syntax_uid="1.2.840.10008.1.2.1",
        size_bytes=10,
        digest="0" * 64,
        object_name=f"00000000/{keys.sop_instance_uid}.dcm",
        dataset_offset=1024,
        received_at=datetime(2026, 3, 11, tzinfo=UTC),
        sending_ae_title="CT01",
        association_id="a1",
    )


def identifier(*, explicit: bool = True, **keys: Any) -> bytes:
    """The bytes of an identifier; values as pydicom takes them."""
    dataset = Dataset()
    for keyword, value in keys.items():
        setattr(dataset, keyword, value)
    return encode(dataset, explicit=explicit)


def query(model: QueryModel = QueryModel.STUDY_ROOT, negotiated: Negotiated = NOTHING, **keys: Any) -> Query:
    """The query that these keywords ask."""
    return query_of(read_identifier(identifier(**keys), is_explicit=True), model, negotiated)


def search(database: Database, asked: Query, *, explicit: bool = True) -> Search:
    """A search for it that has not begun."""
    return Finder(database).search(asked, AnswerFormat(explicit, "PACSDESK"))


def find(database: Database, asked: Query, *, explicit: bool = True) -> list[Dataset]:
    """All answers."""
    return [decoded(content, explicit) for content in search(database, asked, explicit=explicit).identifiers()]


def decoded(content: bytes, explicit: bool = True) -> Dataset:
    """An answer as pydicom reads it, texts decoded."""
    dataset = read_dataset(BytesIO(content), not explicit, True)
    dataset.decode()
    return dataset


def found(database: Database, keyword: str = "StudyInstanceUID", **keys: Any) -> list[str]:
    """One attribute of each answer to a study root query at STUDY level, sorted."""
    asked: Keys = {"QueryRetrieveLevel": "STUDY", keyword: "", **keys}
    return sorted(str(answer[keyword].value) for answer in find(database, query(**asked)))


def studies_held(database: Database) -> int:
    """How many studies the index has."""
    with database.read() as connection:
        return len(connection.execute(select(StudyRow.row_id)).all())
