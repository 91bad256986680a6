"""A link server on the loopback with a hand-written door behind it, and a client that is signed in."""

from collections.abc import Iterator

import pytest

from pacsdesk.link.client import Client
from pacsdesk.link.server import LinkServer
from tests.link.support import SMALL_LIMITS
from tests.support.fake_door import TOKEN, FakeDoor
from tests.support.fake_services import FakeSite


@pytest.fixture
def door() -> FakeDoor:
    """An engine without an engine."""
    return FakeDoor(FakeSite())


@pytest.fixture
def address(door: FakeDoor) -> Iterator[tuple[str, int]]:
    """Host and port of a running link server."""
    server = LinkServer(door, limits=SMALL_LIMITS)
    yield server.start()
    assert server.stop(5.0), "The link server did not end in its time."


@pytest.fixture
def client(address: tuple[str, int]) -> Iterator[Client]:
    """A face that is signed in."""
    with Client(f"http://{address[0]}:{address[1]}", TOKEN, timeout_s=20.0) as client:
        yield client
