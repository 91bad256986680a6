"""Storage commitment asked of peers: reports on either way, what they say, and why none comes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom.dataset import Dataset
from pynetdicom import AE, build_context

from pacsdesk.contract.errors import InvalidInput, JobCancelled, NotFound
from pacsdesk.contract.events import CommitmentReported
from pacsdesk.contract.records.findings import Confidence, FindingCode
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.records.requests import CommitOrder, ReportWay
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import JobId, StudyInstanceUID
from pacsdesk.engine.runtime.jobs.work import JobOrder, StoppedHalfway
from pacsdesk.engine.training.faults.manner import COMMITMENT, COMMITMENT_INSTANCE, HEALTHY_OFFERS, Address, Manner
from pacsdesk.engine.training.faults.reporting import REPORTING
from tests.engine.diagnosis.requests.requesting import CT, UNHELD, RequestingSite, one, requesting_site
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER
from tests.engine.network.sending import EXPLICIT, SentObject, send_one
from tests.support.datasets import ct_bytes
from tests.support.jobs import Context
from tests.support.late_reports import LateReports, sending_reports
from tests.support.network import free_port

ECHO = "1.2.840.10008.1.1"
pytestmark = [
    pytest.mark.thorough,
    # pynetdicom 3.0 leaves its socket to the garbage when a caller goes while it answers
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class JobsLater:
    """Takes orders and runs none."""

    def __init__(self) -> None:
        self.orders: list[JobOrder] = []

    def start(self, actor: Actor, order: JobOrder) -> JobId:
        self.orders.append(order)
        return JobId("job1")


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[RequestingSite]:
    """A site whose peers may do nothing but echo."""
    with requesting_site(tmp_path) as site:
        yield site


@pytest.mark.parametrize("fault_id", ["healthy", *(one.id for one in REPORTING if one.id.startswith("commitment-0"))])
def test_a_report_that_comes_by_our_listener_is_told_with_its_reasons(asking: RequestingSite, fault_id: str) -> None:
    with asking.facing(fault_id):
        outcome = asking.commit("Archive", one())
    assert (outcome.way, outcome.status, outcome.problem, outcome.findings) == (ReportWay.NEW_ASSOCIATION, 0, "", ())
    (failed,) = outcome.failed
    assert failed.sop_instance_uid == UNHELD.sop_instance_uid
    assert failed.reason == (0x0112 if fault_id == "healthy" else int(fault_id[-4:], 16))
    assert failed.meaning and "no standard" not in failed.meaning
    assert not outcome.is_all_safe


def test_a_study_that_the_peer_has_is_safe_by_the_same_association(asking: RequestingSite) -> None:
    site = asking.site
    site.enter_peer(KNOWN)
    for number in (1, 2):
        content = ct_bytes(f"1.2.9.1.{number}", StudyInstanceUID="1.2.9", SeriesInstanceUID="1.2.9.1")
        assert send_one(site.port, SentObject(CT, f"1.2.9.1.{number}", EXPLICIT, content)) == (0, "")
    site.commitments.start()
    asking.enter("Itself", OWN_TITLE, site.port, *PeerService)
    outcome = asking.commit("Itself", CommitOrder(StudyInstanceUID("1.2.9"), wait_seconds=10))
    assert (outcome.way, outcome.is_all_safe, len(outcome.committed)) == (ReportWay.SAME_ASSOCIATION, True, 2)
    assert outcome.reported_after is not None and outcome.is_over
    assert asking.jobs.results[0].summary == "2 of 2 are safe."


def test_who_never_reports_is_told_with_where_it_should_call(asking: RequestingSite) -> None:
    with asking.facing("commitment-never-told"):
        outcome = asking.commit("Archive", one(wait_seconds=1))
    (finding,) = outcome.findings
    assert (finding.code, finding.confidence) == (FindingCode.COMMITMENT_UNANSWERED, Confidence.LIKELY)
    assert "called nobody here" in finding.cause and str(asking.site.port) in finding.repair[0]


def test_who_asks_under_a_title_that_is_not_ours_hears_it(asking: RequestingSite) -> None:
    with asking.facing("commitment-never-told"):
        outcome = asking.commit("Archive", one(wait_seconds=1, calling="CT99"))
    (finding,) = outcome.findings
    assert (finding.code, finding.confidence) == (FindingCode.COMMITMENT_UNANSWERED, Confidence.CERTAIN)
    assert "none of our listeners is called" in finding.cause


def test_a_peer_that_we_turn_away_when_it_calls_back_is_named(asking: RequestingSite) -> None:
    with asking.facing(Manner(registered_as="RIS01", minds_called_ae_title=False)):
        outcome = asking.commit("Archive", one(wait_seconds=1))
    (finding,) = outcome.findings
    assert (finding.code, finding.confidence) == (FindingCode.COMMITMENT_UNANSWERED, Confidence.CERTAIN)
    assert "it called us back as ARCHIVE, and we turned it away" in finding.cause
    assert finding.repair[0].startswith("Enter ARCHIVE at 127.0.0.1")


def test_a_report_that_comes_late_completes_the_outcome(asking: RequestingSite) -> None:
    late = LateReports(OWN_TITLE)
    with asking.facing(late.manner):
        job_id = asking.requests.start_commit(TESTER, "Archive", one(wait_seconds=1))
        assert asking.requests.commit(TESTER, job_id).has_faults
        assert asking.published == []
        late.tell()
    outcome = asking.requests.commit(TESTER, job_id)
    assert (outcome.is_all_safe, outcome.findings, outcome.way) == (True, (), ReportWay.NEW_ASSOCIATION)
    assert asking.requests.commits(TESTER) == (outcome,)
    assert asking.published == [CommitmentReported(outcome.transaction_uid)]


def test_a_report_that_nobody_asked_for_is_refused(asking: RequestingSite) -> None:
    asking.enter("Archive", "ARCHIVE", 104, PeerService.ECHO)
    report = Dataset()
    report.TransactionUID = "2.25.1"
    with sending_reports(AE("ARCHIVE"), Address("127.0.0.1", asking.site.port, OWN_TITLE)) as association:
        status, _ = association.send_n_event_report(report, 1, COMMITMENT, COMMITMENT_INSTANCE)
        assert status.Status == 0x0115
        status, _ = association.send_n_event_report(report, 3, COMMITMENT, COMMITMENT_INSTANCE)
        assert status.Status == 0x0113


@pytest.mark.parametrize(("allow", "is_taken"), [(PeerService.COMMITMENT, True), (PeerService.ECHO, False)])
def test_without_the_role_a_report_is_taken_from_who_may_ask_as_well(
    asking: RequestingSite, allow: PeerService, is_taken: bool
) -> None:
    asking.enter("Archive", "ARCHIVE", 104, PeerService.ECHO, allow)
    ae = AE("ARCHIVE")
    association = ae.associate(
        "127.0.0.1", asking.site.port, ae_title=OWN_TITLE, contexts=[build_context(COMMITMENT), build_context(ECHO)]
    )
    accepted = [str(one.abstract_syntax) for one in association.accepted_contexts]
    try:
        assert (COMMITMENT in accepted) is is_taken
        if is_taken:
            report = Dataset()
            report.TransactionUID = "2.25.1"
            status, _ = association.send_n_event_report(report, 1, COMMITMENT, COMMITMENT_INSTANCE)
            assert status.Status == 0x0115
    finally:
        association.release()


def test_a_peer_that_does_not_provide_it_is_told(asking: RequestingSite) -> None:
    with asking.facing(Manner(offers=tuple(one for one in HEALTHY_OFFERS if one.abstract_syntax != COMMITMENT))):
        outcome = asking.commit("Archive", one())
    assert outcome.problem and outcome.findings[0].code is FindingCode.SOP_CLASS_NOT_ACCEPTED


def test_a_person_who_stops_has_what_was_until_then(asking: RequestingSite) -> None:
    def stop(done: int) -> None:
        raise JobCancelled("Enough.")

    with asking.facing("commitment-never-told"):
        started = JobsLater()
        asking.requests = asking.make_requests(started)
        job_id = asking.requests.start_commit(TESTER, "Archive", one(wait_seconds=60))
        with pytest.raises(StoppedHalfway):
            started.orders[0].work(Context(job_id, TESTER, stop))
    outcome = asking.requests.commit(TESTER, job_id)
    assert (outcome.is_stopped, outcome.is_over, outcome.findings) == (True, True, ())


def test_a_refused_request_is_shown_as_what_it_is(asking: RequestingSite) -> None:
    with asking.facing("commitment-refused-0110"):
        outcome = asking.commit("Archive", one())
    assert (outcome.status, outcome.way) == (0x0110, ReportWay.NONE)
    assert outcome.problem == "it refused the request: it failed to process it"


def test_a_dead_peer_is_told_with_its_cause(asking: RequestingSite) -> None:
    asking.enter("Dead", "DEAD", free_port())
    assert asking.commit("Dead", one()).findings[0].code is FindingCode.CONNECTION_REFUSED


def test_what_cannot_be_asked_is_refused_before_it_is(asking: RequestingSite) -> None:
    asking.enter("Itself", OWN_TITLE, asking.site.port)
    with pytest.raises(NotFound):
        asking.commit("nobody", one())
    with pytest.raises(NotFound):
        asking.commit("Itself", CommitOrder(StudyInstanceUID("1.2.3")))
    asking.enter("Sender", "SENDER", 104)
    peers = asking.site.peers
    peers.change(TESTER, "Sender", replace(peers.get(TESTER, "Sender"), port=None))
    with pytest.raises(InvalidInput):
        asking.commit("Sender", one())
