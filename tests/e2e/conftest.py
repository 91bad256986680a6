"""One engine for all tests of a file: each test brings its own objects, so they may run in any order."""

from collections.abc import Iterator

import pytest

from pacsdesk.link.client import Client
from tests.e2e.callers import let_in
from tests.engine.network.listening import KNOWN
from tests.support.engine import EngineProcess, make_site, running_engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    """A clinic's engine that knows the sender CT01."""
    with running_engine(make_site(tmp_path_factory.mktemp("clinic"))) as engine:
        with engine.link() as link:
            let_in(link, KNOWN)
        yield engine


@pytest.fixture(scope="module")
def link(engine: EngineProcess) -> Iterator[Client]:
    """The link to that engine, signed in as its administrator."""
    with engine.link() as link:
        yield link


@pytest.fixture
def engine_with_nothing(engine_process: EngineProcess) -> EngineProcess:
    """An empty engine for one test alone, which knows the sender CT01."""
    with engine_process.link() as link:
        let_in(link, KNOWN)
    return engine_process
