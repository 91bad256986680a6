"""Fixtures over real processes: `clinic` (a site), `engine_process` (an engine on it), `orthanc_peer`.

Loaded by tests/conftest.py; what needs other options calls the context managers beside it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.engine import EngineProcess, Site, make_site, running_engine
from tests.support.peers import OrthancPeer, orthanc


@pytest.fixture
def clinic(tmp_path: Path) -> Site:
    """A new clinic site with an administrator, no engine running."""
    return make_site(tmp_path)


@pytest.fixture
def engine_process(clinic: Site) -> Iterator[EngineProcess]:
    """An engine on the clinic site; stop, kill and start it at will."""
    with running_engine(clinic) as engine:
        yield engine


@pytest.fixture
def orthanc_peer(tmp_path: Path) -> Iterator[OrthancPeer]:
    """An Orthanc that accepts all on the loopback and knows nobody to send to."""
    with orthanc(tmp_path / "orthanc") as peer:
        yield peer
