"""A request that was lost is told as what was seen of it; what a ladder says of other services comes after."""

from dataclasses import replace

import pytest

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.lost_requests import finding_of_loss, service_first
from pacsdesk.engine.network.wire.opened import NoAnswer
from tests.engine.diagnosis.rules.test_rules import healthy


@pytest.mark.parametrize("lost", NoAnswer)
def test_a_lost_request_is_slow_or_cut_short(lost: NoAnswer) -> None:
    finding = finding_of_loss("RIS", "storage commitment", lost, "it ended")
    is_slow = lost is NoAnswer.OVERDUE
    assert finding.code == (FindingCode.SLOW_PEER if is_slow else FindingCode.ABORTED_IN_TRANSFER)
    assert finding.evidence == ("The association was accepted, and the request sent; then it ended.",)


def test_who_asked_for_no_objects_hears_first_of_what_was_asked() -> None:
    refused = healthy(CT=3, MR=3, Computed=3, Secondary=3, Comprehensive=3, Ultrasound=3, Digital=3, Study_Root=3)
    found = diagnose(Evidence(replace(refused, uses=(ProbeStep.STORE, ProbeStep.FIND))))
    codes = [one.code for one in service_first(found)]
    assert codes[-1] == FindingCode.SOP_CLASS_NOT_ACCEPTED
    assert set(codes) == {one.code for one in found}
