"""Retrievals from a healthy peer: what lands, what the ledger says of it, and what is fetched again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from pacsdesk.contract.errors import InvalidInput, NotFound, Refused
from pacsdesk.contract.records.associations import Direction
from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.records.queries import QueryKey
from pacsdesk.contract.records.retrieves import Claim, Landing, LegState, RetrieveKind, RetrieveOrder
from pacsdesk.contract.types import JobId, QueryLevel
from pacsdesk.engine.archive.tables import InstanceRow
from tests.engine.diagnosis.retrieves.fetching import (
    PEER,
    FetchingSite,
    codes,
    faulty,
    fetching_site,
    move_of,
    study_of,
)
from tests.engine.network.listening import TESTER


@pytest.fixture
def fetching(tmp_path: Path) -> Iterator[FetchingSite]:
    with fetching_site(tmp_path) as site, faulty(site, "healthy"):
        yield site


@pytest.mark.parametrize("kind", RetrieveKind)
def test_a_study_comes_and_the_ledger_has_each_object(fetching: FetchingSite, kind: RetrieveKind) -> None:
    job_id = fetching.fetch(move_of(study_of(fetching), kind=kind))
    outcome = fetching.outcome(job_id)
    assert (outcome.status, outcome.completed, outcome.failed, outcome.problem) == (0, 2, 0, "")
    assert codes(outcome) == []
    assert (outcome.ledger.listed, outcome.ledger.stored, outcome.ledger.missing) == (2, 2, 0)
    lines = fetching.lines(job_id)
    assert [(line.claim, line.landing) for line in lines] == [(Claim.COMPLETED, Landing.STORED)] * 2
    assert all(line.size_bytes > 0 and line.series_instance_uid and line.transfer_syntax_uid for line in lines)
    assert len(fetching.site.datasets()) == 2


def test_what_came_on_an_association_of_ours_leads_to_it_in_the_journal(fetching: FetchingSite) -> None:
    fetching.fetch(move_of(study_of(fetching), kind=RetrieveKind.GET))
    with fetching.site.database.read() as connection:
        (association_id,) = set(connection.execute(select(InstanceRow.association_id)).scalars())
    found = fetching.site.past.find(association_id)
    assert found is not None and found.summary.direction is Direction.OUTGOING


def test_what_was_here_before_is_told_apart_from_what_came(fetching: FetchingSite) -> None:
    study = study_of(fetching)
    fetching.fetch(move_of(study))
    ledger = fetching.outcome(fetching.fetch(move_of(study))).ledger
    assert (ledger.stored, ledger.held, ledger.missing) == (0, 2, 0)


def test_nothing_is_fetched_again_when_nothing_is_missing(fetching: FetchingSite) -> None:
    job_id = fetching.fetch(move_of(study_of(fetching)))
    with pytest.raises(Refused, match="Nothing is missing"):
        fetching.retrieves.start_missing(TESTER, job_id)


def test_only_moves_have_a_second_leg(fetching: FetchingSite) -> None:
    job_id = fetching.fetch(move_of(study_of(fetching), kind=RetrieveKind.GET))
    with pytest.raises(Refused, match="no second leg"):
        fetching.retrieves.unfold(TESTER, job_id)


def test_what_nobody_has_is_told(fetching: FetchingSite) -> None:
    outcome = fetching.outcome(fetching.fetch(move_of("2.25.1")))
    assert codes(outcome) == ["move-nothing-sent"]
    assert "has nothing under these keys" in outcome.findings[0].cause


@pytest.mark.parametrize(
    "keys", [(QueryKey("StudyDate", "20260301"),), (QueryKey("StudyInstanceUID"),), (QueryKey("PatientID", "*"),)]
)
def test_keys_that_name_nothing_are_refused(fetching: FetchingSite, keys: tuple[QueryKey, ...]) -> None:
    with pytest.raises(InvalidInput):
        fetching.fetch(RetrieveOrder(keys))


@pytest.mark.parametrize(
    ("level", "needed"), [(QueryLevel.STUDY, "StudyInstanceUID"), (QueryLevel.IMAGE, "SOPInstanceUID")]
)
def test_the_unique_key_of_the_level_must_be_there(fetching: FetchingSite, level: QueryLevel, needed: str) -> None:
    order = RetrieveOrder((QueryKey("PatientID", "4711"),), RetrieveKind.MOVE, level)
    with pytest.raises(InvalidInput, match=f"{needed} is missing"):
        fetching.fetch(order)


def test_an_unknown_peer_and_an_unknown_retrieval_are_told(fetching: FetchingSite) -> None:
    with pytest.raises(NotFound):
        fetching.fetch(move_of("2.25.1"), "nobody")
    with pytest.raises(NotFound):
        fetching.outcome(JobId("none"))


def test_an_archive_that_may_not_store_here_is_named(tmp_path: Path) -> None:
    with fetching_site(tmp_path) as site, faulty(site, "healthy"):
        study = study_of(site)
        peer = site.site.peers.get(TESTER, PEER)
        site.site.peers.change(TESTER, PEER, replace(peer, allow=(PeerService.ECHO,)))
        job_id = site.fetch(move_of(study))
        first, second = site.retrieves.unfold(TESTER, job_id).legs
    assert codes(site.outcome(job_id))
    assert (first.state, second.state) == (LegState.WORKS, LegState.BROKEN)
    assert second.findings[0].code is FindingCode.CALLING_AE_UNKNOWN
