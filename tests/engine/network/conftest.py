"""A listening site for tests of the wire."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.network.listening import ListeningSite, listening_site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ListeningSite]:
    """A site that knows nobody."""
    with listening_site(tmp_path) as listening:
        yield listening
