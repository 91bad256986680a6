"""Questions to an index in keywords, answered as pydicom reads them."""

from io import BytesIO
from typing import Any

from pydicom import Dataset, filereader

from pacsdesk.contract.types import ProvidedModel
from pacsdesk.engine.archive.dataset.reading import read_dataset
from pacsdesk.engine.archive.matching.answers import AnswerFormat
from pacsdesk.engine.archive.matching.finder import Finder, Search
from pacsdesk.engine.archive.matching.query import Negotiated, Query, query_of
from pacsdesk.engine.runtime.database import Database
from tests.support.datasets import encode

NOTHING = Negotiated()
# by keyword; Any: whatever pydicom takes for a value
Keys = dict[str, Any]


def identifier(*, explicit: bool = True, **keys: Any) -> bytes:
    """The bytes of an identifier; values as pydicom takes them."""
    dataset = Dataset()
    for keyword, value in keys.items():
        setattr(dataset, keyword, value)
    return encode(dataset, explicit=explicit)


def query(model: ProvidedModel = ProvidedModel.STUDY_ROOT, negotiated: Negotiated = NOTHING, **keys: Any) -> Query:
    """The query that these keywords ask."""
    return query_of(read_dataset(identifier(**keys), is_explicit=True), model, negotiated)


def search(database: Database, asked: Query, *, explicit: bool = True) -> Search:
    """A search for it that has not begun."""
    return Finder(database).search(asked, AnswerFormat(explicit, "PACSDESK"))


def find(database: Database, asked: Query, *, explicit: bool = True) -> list[Dataset]:
    """All answers."""
    return [decoded(content, explicit) for content, _ in search(database, asked, explicit=explicit).identifiers()]


def decoded(content: bytes, explicit: bool = True) -> Dataset:
    """An answer as pydicom reads it, texts decoded."""
    dataset = filereader.read_dataset(BytesIO(content), not explicit, True)
    dataset.decode()
    return dataset


def found(database: Database, keyword: str = "StudyInstanceUID", **keys: Any) -> list[str]:
    """One attribute of each answer to a study root query at STUDY level, sorted."""
    asked: Keys = {"QueryRetrieveLevel": "STUDY", keyword: "", **keys}
    return sorted(str(answer[keyword].value) for answer in find(database, query(**asked)))
