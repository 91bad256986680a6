"""Worklists of faulty peers: who waits elsewhere, nobody, others, and names that nobody can read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pacsdesk.contract.records.findings import Finding, FindingCode
from pacsdesk.contract.records.queries import QueryOutcome, RelaxedAnswer
from pacsdesk.contract.types import AETitle
from pacsdesk.contract.worklists import WorklistWish, days_of, worklist_order
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.queries.explaining import findings_of
from pacsdesk.engine.diagnosis.queries.relaxing import relaxations_of
from pacsdesk.engine.diagnosis.queries.service import Queries
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.runtime.clock import now
from tests.engine.diagnosis.requests.requesting import RequestingSite, requesting_site
from tests.engine.network.listening import OWN_TITLE, TESTER
from tests.support.jobs import JobsAtOnce

TODAY = date(2026, 11, 24)
AS_CT01 = WorklistWish(days_of("today", TODAY), "CT", "CT01")


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[RequestingSite]:
    """A site that asks."""
    with requesting_site(tmp_path) as site:
        yield site


def queries_of(asking: RequestingSite) -> Queries:
    site = asking.site

    def own_title() -> AETitle:
        return AETitle(OWN_TITLE)

    bench = Bench(site.used.ladder, site.peers, Gathering(lambda: (site.server.listener(),)), JobsAtOnce(), own_title)
    return Queries(site.used.querier, site.peers, bench, now, own_title)


def asked(asking: RequestingSite, fault_id: str) -> tuple[QueryOutcome, tuple[Finding, ...]]:
    """What came, and why when nothing did."""
    queries, order = queries_of(asking), worklist_order(AS_CT01)
    with asking.facing(fault_id):
        outcome = queries.find(TESTER, "Archive", order)
        findings = outcome.findings if outcome.rows else queries.explain(TESTER, "Archive", order).findings
    return outcome, findings


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_healthy_worklist_has_no_finding(asking: RequestingSite) -> None:
    outcome, findings = asked(asking, "healthy")
    assert (bool(outcome.rows), findings, outcome.problem) == (True, (), "")


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("fault_id", "words"),
    [
        ("worklist-other-station", "ScheduledStationAETitle 'CT01' hid the result"),
        ("worklist-other-day", "ScheduledProcedureStepStartDate '20261124' hid the result"),
        ("worklist-other-modality", "Modality 'CT' hid the result"),
        ("worklist-no-orders", "has nobody on its worklist"),
        ("worklist-foreign-orders", "entries for other stations than CT01"),
        ("worklist-garbled", "names that cannot be read"),
    ],
)
def test_every_faulty_worklist_is_named_by_the_first_finding(asking: RequestingSite, fault_id: str, words: str) -> None:
    _, findings = asked(asking, fault_id)
    assert findings[0].code is FindingCode.WORKLIST_EMPTY
    assert words in findings[0].cause


@pytest.mark.parametrize(
    ("words", "days"),
    [("today", "20261124"), ("2026-11-25", "20261125"), ("2026-11-24..2026-11-26", "20261124-20261126")],
)
def test_days_are_written_as_people_write_them(words: str, days: str) -> None:
    assert days_of(words, TODAY) == days


@pytest.mark.parametrize("words", ["", "tomorrow", "24.11.2026", "2026-11-26..2026-11-24", "2026-11-24.."])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"a day is|before it begins"):
        days_of(words, TODAY)


@pytest.mark.parametrize(("days", "hints"), [("20261124", 1), ("", 0)])
def test_when_nobody_waits_other_days_than_those_tried_are_pointed_to(days: str, hints: int) -> None:
    order = worklist_order(WorklistWish(days, "CT", "CT01"))
    relaxations = relaxations_of(order)
    tried = [RelaxedAnswer(one.changed, 0, False, ()) for one in relaxations]
    (finding,) = findings_of("RIS", order, relaxations, tried)
    assert sum("only two weeks before and after" in step for step in finding.repair) == hints
    assert any("20261109-20261209" in one.changed for one in relaxations) == bool(hints)
