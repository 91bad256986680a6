"""Performed procedure steps reported to peers: what goes out, what is taken, and why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydicom.dataset import Dataset
from pynetdicom import evt

from pacsdesk.contract.records.findings import Confidence, FindingCode
from pacsdesk.contract.records.performed_steps import PerformedOutcome, PerformedStatus, StepBegun, StepChange
from pacsdesk.contract.types import AETitle, SOPInstanceUID, StudyInstanceUID
from pacsdesk.engine.training.faults.healthy import Peer
from pacsdesk.engine.training.faults.manner import HEALTHY_OFFERS, PERFORMED_STEP, Manner, Offer
from tests.engine.diagnosis.requests.requesting import CT, RequestingSite, requesting_site
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER
from tests.engine.network.sending import EXPLICIT, SentObject, send_one
from tests.support.datasets import ct_bytes
from tests.support.network import free_port

pytestmark = [
    pytest.mark.thorough,
    # pynetdicom 3.0 leaves its socket to the garbage when a caller goes while it answers
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
INVENTED = StepBegun()
NOBODY_S = SOPInstanceUID("2.25.815")


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[RequestingSite]:
    """A site that asks."""
    with requesting_site(tmp_path) as site:
        yield site


def begin(asking: RequestingSite, order: StepBegun = INVENTED) -> PerformedOutcome:
    return asking.requests.begin_step(TESTER, "Archive", order)


def change(asking: RequestingSite, order: StepChange) -> PerformedOutcome:
    return asking.requests.change_step(TESTER, "Archive", order)


def values(outcome: PerformedOutcome) -> dict[str, str]:
    return {one.name: one.value for one in outcome.sent}


def test_a_step_begins_and_ends_with_an_invented_patient(asking: RequestingSite) -> None:
    came: list[Dataset] = []

    def note(event: evt.Event, peer: Peer) -> tuple[int, Dataset]:
        came.append(event.attribute_list if event.event is evt.EVT_N_CREATE else event.modification_list)
        return 0, Dataset()

    with asking.facing(Manner(handlers={evt.EVT_N_CREATE: note, evt.EVT_N_SET: note})):
        begun = begin(asking, StepBegun(description="Prüfung", accession_number="A1", modality="CT"))
        ended = change(asking, StepChange(begun.sop_instance_uid))
    assert (begun.is_done, begun.problem, begun.findings) == (True, "", ())
    assert (ended.is_done, ended.findings) == (True, ())
    create, modification = came
    assert (create.PatientName, create.PerformedProcedureStepStatus) == ("TEST^PACSDESK", "IN PROGRESS")
    assert create.PerformedProcedureStepDescription == "Prüfung"
    assert create.ScheduledStepAttributesSequence[0].AccessionNumber == "A1"
    assert create.PerformedStationAETitle == OWN_TITLE
    assert modification.PerformedProcedureStepStatus == "COMPLETED"
    assert len(modification.PerformedSeriesSequence) == 1
    assert values(begun)["PatientName"] == "TEST^PACSDESK"
    assert [one.depth for one in begun.sent if one.name == "AccessionNumber"] == [1]


def test_what_a_study_holds_is_told_at_the_end(asking: RequestingSite) -> None:
    asking.site.enter_peer(KNOWN)
    content = ct_bytes("1.2.9.1.1", StudyInstanceUID="1.2.9", SeriesInstanceUID="1.2.9.1")
    assert send_one(asking.site.port, SentObject(CT, "1.2.9.1.1", EXPLICIT, content)) == (0, "")
    with asking.facing("healthy"):
        begun = begin(asking)
        ended = change(
            asking,
            StepChange(begun.sop_instance_uid, PerformedStatus.DISCONTINUED, StudyInstanceUID("1.2.9"), "Stopped"),
        )
    assert ended.is_done
    told = values(ended)
    assert (told["SeriesInstanceUID"], told["ReferencedSOPInstanceUID"]) == ("1.2.9.1", "1.2.9.1.1")
    assert told["PerformedProcedureStepDescription"] == "Stopped"


def test_a_step_that_is_over_is_not_changed_and_we_know_why(asking: RequestingSite) -> None:
    with asking.facing("healthy"):
        begun = begin(asking)
        going_on = change(asking, StepChange(begun.sop_instance_uid, PerformedStatus.IN_PROGRESS))
        assert going_on.is_done and "PerformedSeriesSequence" not in values(going_on)
        assert change(asking, StepChange(begun.sop_instance_uid)).is_done
        again = change(asking, StepChange(begun.sop_instance_uid))
    (finding,) = again.findings
    assert (again.status, finding.code, finding.confidence) == (
        0x0110,
        FindingCode.MPPS_REFUSED,
        Confidence.CERTAIN,
    )
    assert "the step is over. It took COMPLETED from us before" in finding.cause


def test_an_end_without_a_beginning_is_told(asking: RequestingSite) -> None:
    with asking.facing("healthy"):
        (finding,) = change(asking, StepChange(NOBODY_S)).findings
    assert "it knows no step of this UID" in finding.cause


def test_a_beginning_told_twice_is_named(asking: RequestingSite) -> None:
    with asking.facing("healthy"):
        assert begin(asking, StepBegun(sop_instance_uid=NOBODY_S)).is_done
        (finding,) = begin(asking, StepBegun(sop_instance_uid=NOBODY_S)).findings
    assert "has a step of this UID already" in finding.cause


@pytest.mark.parametrize(
    "fault_id", ["mpps-set-0110", "mpps-set-0106", "mpps-set-0112", "mpps-create-0106", "mpps-create-0111"]
)
def test_every_faulty_peer_is_named_by_the_first_finding(asking: RequestingSite, fault_id: str) -> None:
    with asking.facing(fault_id):
        outcome = begin(asking)
        if "set" in fault_id:
            assert outcome.is_done
            outcome = change(asking, StepChange(outcome.sop_instance_uid))
    assert outcome.status == int(fault_id[-4:], 16)
    assert outcome.findings[0].code is FindingCode.MPPS_REFUSED


@pytest.mark.parametrize(
    ("offers", "code"),
    [
        ((), FindingCode.SOP_CLASS_NOT_ACCEPTED),
        ((Offer(PERFORMED_STEP, ("1.2.840.10008.1.2.2",)),), FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED),
    ],
)
def test_a_peer_that_does_not_provide_it_is_told(
    asking: RequestingSite, offers: tuple[Offer, ...], code: FindingCode
) -> None:
    others = tuple(one for one in HEALTHY_OFFERS if one.abstract_syntax != PERFORMED_STEP)
    with asking.facing(Manner(offers=(*others, *offers))):
        outcome = begin(asking)
    assert outcome.problem and outcome.findings[0].code is code


def test_who_is_not_let_in_and_who_is_not_there_are_told(asking: RequestingSite) -> None:
    with asking.facing(Manner(callers=("CT01",))):
        assert begin(asking).findings[0].code is FindingCode.CALLING_AE_UNKNOWN
        assert begin(asking, StepBegun(calling_ae_title=AETitle("CT01"))).is_done
    asking.enter("Dead", "DEAD", free_port())
    dead = asking.requests.begin_step(TESTER, "Dead", StepBegun())
    assert dead.findings[0].code is FindingCode.CONNECTION_REFUSED
