"""A retrieval that is stopped in its midst: what came stays, and the rest is fetched later, and no more."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pynetdicom import evt

from pacsdesk.contract.records.retrieves import Landing, RetrieveKind, RetrieveOutcome
from pacsdesk.engine.training.faults.serving import CANCELLED, PENDING, on_get, on_move
from tests.engine.diagnosis.retrieves.fetching import FetchingSite, fetching_site, healthy_but, move_of, study_of
from tests.engine.network.listening import TESTER

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
_LOOKS = 1000  # of 10 ms each


def stuck(handler: Any, hears: bool = True) -> Any:
    """The training's handler, which sends one object and then nothing until it is cancelled, if it hears that. Any: a
    handler of the training."""

    def handle(event: evt.Event, peer: Any) -> Iterator[object]:
        sent = 0
        for step in handler(event, peer):
            if isinstance(step, tuple) and step[0] == PENDING:
                sent += 1
            if sent == 2:
                for _ in range(_LOOKS):
                    if (hears and event.is_cancelled) or peer.stopping.wait(0.01):
                        break
                yield CANCELLED, None
                return
            yield step

    return handle


@pytest.fixture
def fetching(tmp_path: Path) -> Iterator[FetchingSite]:
    with fetching_site(tmp_path, grace=5.0) as site:
        yield site


def stopped_after_one(fetching: FetchingSite, kind: RetrieveKind) -> tuple[RetrieveOutcome, list[Landing]]:
    """A retrieval that is cancelled when one object has come, then what is missing of it."""
    study = study_of(fetching)
    fetching.jobs.stops_at = 1
    job_id = fetching.fetch(move_of(study, kind=kind))
    fetching.jobs.stops_at = None
    outcome, landed = fetching.outcome(job_id), [line.landing for line in fetching.lines(job_id)]
    again = fetching.retrieves.start_missing(TESTER, job_id)
    rest = fetching.outcome(again)
    assert (rest.resumes, rest.status, rest.completed, rest.ledger.stored) == (job_id, 0, 1, 1)
    assert fetching.lines(again, only_missing=True) == ()
    return outcome, landed


@pytest.mark.parametrize(("kind", "handler"), [(RetrieveKind.MOVE, on_move), (RetrieveKind.GET, on_get)])
def test_a_peer_that_hears_it_ends_and_the_rest_is_fetched_alone(
    fetching: FetchingSite, kind: RetrieveKind, handler: Any
) -> None:
    event = evt.EVT_C_MOVE if kind is RetrieveKind.MOVE else evt.EVT_C_GET
    with healthy_but(fetching, handlers={event: stuck(handler)}):
        outcome, landed = stopped_after_one(fetching, kind)
    assert (outcome.is_stopped, outcome.status, outcome.findings) == (True, CANCELLED, ())
    assert sorted(landed) == [Landing.MISSING, Landing.STORED]


@pytest.mark.thorough
def test_one_that_does_not_hear_it_is_cut_off(tmp_path: Path) -> None:
    with (
        fetching_site(tmp_path, grace=0.3) as fetching,
        healthy_but(fetching, handlers={evt.EVT_C_GET: stuck(on_get, hears=False)}),
    ):
        study = study_of(fetching)
        fetching.jobs.stops_at = 1
        outcome = fetching.outcome(fetching.fetch(move_of(study, kind=RetrieveKind.GET)))
    assert (outcome.is_stopped, outcome.status, outcome.is_over, outcome.ledger.stored) == (True, None, True, 1)
