"""Associations count as held only while they are: accepted, silent, not cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.engine.network.limits import NetworkLimits
from tests.bench.held import held_associations
from tests.engine.network.listening import ListeningSite, listening_site

PLACES = 4


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ListeningSite]:
    """Four places, open to every caller of this computer."""
    limits = NetworkLimits(maximum_associations=PLACES, maximum_associations_per_host=PLACES)
    with listening_site(tmp_path, limits) as listening:
        listening.accept_unknown_callers = True
        yield listening


def test_as_many_as_are_asked_for_are_established(site: ListeningSite) -> None:
    with (
        held_associations(site.port, PLACES),
        pytest.raises(RuntimeError, match="not accepted"),
        held_associations(site.port, 1),
    ):
        pass


def test_one_that_was_cut_off_gives_no_figure(site: ListeningSite) -> None:
    with pytest.raises(RuntimeError, match="2 of 2 associations were not held"), held_associations(site.port, 2):
        site.server.stop(5)
