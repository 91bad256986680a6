"""A receiving site for tests of receivers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.network.receiving.receiving_site import ReceivingSite, receiving_site


@pytest.fixture
def receiving(tmp_path: Path) -> Iterator[ReceivingSite]:
    """A site with a receiver."""
    with receiving_site(tmp_path) as site:
        yield site
