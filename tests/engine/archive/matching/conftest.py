"""An empty index for tests of matching."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.engine.runtime.database import Database
from tests.support.index_rows import open_index


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Database]:
    """An index without rows."""
    database = open_index(tmp_path / "index.db")
    yield database
    database.close()
