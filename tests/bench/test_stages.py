"""Stages are timed where the archive does its work: a name that moved is told by a test, not by a long measurement."""

import pytest

from tests.bench.stages import STAGES


@pytest.mark.parametrize(("stage", "owner", "name"), STAGES, ids=[stage for stage, _, _ in STAGES])
def test_what_is_timed_is_there(stage: str, owner: object, name: str) -> None:
    assert callable(getattr(owner, name, None)), f"{stage}: {owner} has no {name}"
