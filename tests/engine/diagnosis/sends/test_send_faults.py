"""Every faulty peer of the training that a send meets is named by the first finding; healthy ones have none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.records.findings import FindingCode, Severity
from pacsdesk.contract.records.sends import Going, SentState
from pacsdesk.contract.types import JobId
from pacsdesk.engine.training.faults.catalog import FAULTS, HEALTHY
from pacsdesk.engine.training.faults.fault import Fault
from tests.engine.diagnosis.sends.sending_site import SendingSite, of_study, sending_site

pytestmark = [
    pytest.mark.thorough,
    # pynetdicom 3.0 leaves its socket to the garbage when a caller goes while it answers
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

MET = (
    *("no-ct", "echo-only", "user-rejection", "no-reason"),
    *("aborted-after-bytes", "reset-after-bytes", "closed-after-bytes"),
)


def is_met(fault: Fault) -> bool:
    """Whether a send of CT images meets it, and shows it by itself."""
    return fault.id in MET or (fault.id.startswith("store-") and fault.code is not None)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SendingSite]:
    """With a study of images of 128 KiB."""
    with sending_site(tmp_path) as sending:
        sending.fill(3, Rows=256, Columns=256, PixelData=bytes(256 * 256 * 2))
        yield sending


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if is_met(fault)], ids=lambda fault: fault.id)
def test_a_faulty_peer_is_named_by_the_first_finding(fault: Fault, site: SendingSite) -> None:
    with site.facing(fault.id) as port:
        outcome = site.send(of_study(port))
    assert [str(one.code) for one in outcome.findings][:1] == [fault.code]


@pytest.mark.parametrize("status", ("b000", "b006", "b007"))
def test_what_is_kept_with_a_warning_has_arrived(status: str, site: SendingSite) -> None:
    with site.facing(f"store-{status}") as port:
        outcome = site.send(of_study(port))
    assert (outcome.warning, outcome.failed, outcome.has_failed, outcome.has_faults) == (3, 0, False, False)
    assert outcome.findings[0].severity is Severity.WARNING
    assert {one.state for one in site.lines(JobId("job1"))} == {SentState.WARNING}


def test_a_failure_that_nobody_explains_is_a_fault_with_little_confidence(site: SendingSite) -> None:
    with site.facing("store-0110") as port:
        outcome = site.send(of_study(port))
    assert (outcome.findings[0].severity, outcome.findings[0].confidence) == ("fault", "possible")


def test_a_peers_own_words_stand_in_the_line_and_in_the_finding(site: SendingSite) -> None:
    with site.facing("store-a700") as port:
        outcome = site.send(of_study(port))
    assert site.lines(JobId("job1"))[0].comment == "Disk usage above high watermark"
    assert "Disk usage above high watermark" in " ".join(outcome.findings[0].evidence)


def test_a_plan_names_what_would_fail_before_anything_is_sent(site: SendingSite) -> None:
    with site.facing("no-ct"):
        plan = site.plan()
    assert (plan.number_that_goes, plan.kinds[0].going, plan.has_failed) == (0, Going.NOT, True)
    assert plan.findings[0].code is FindingCode.SOP_CLASS_NOT_ACCEPTED


@pytest.mark.parametrize("fault", [one for one in HEALTHY if "tls" not in one.id], ids=lambda fault: fault.id)
def test_a_healthy_peer_has_no_finding(fault: Fault, site: SendingSite) -> None:
    with site.facing(fault.id) as port:
        outcome = site.send(of_study(port))
    assert (outcome.sent, outcome.findings) == (3, ())
