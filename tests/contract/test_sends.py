"""Orders to send that cannot be made."""

import pytest

from pacsdesk.contract.records.sends import MOST_NAMED, SendOrder
from pacsdesk.contract.types import SOPInstanceUID, StudyInstanceUID


@pytest.mark.parametrize(
    "order",
    (
        {},
        {"is_test_object": True, "batch_id": "0a"},
        {"study_instance_uids": (StudyInstanceUID("1.2"),), "is_test_object": True},
        {"sop_instance_uids": tuple(SOPInstanceUID(f"1.{number}") for number in range(MOST_NAMED + 1))},
    ),
)
def test_an_order_of_nothing_of_two_things_or_of_too_much_is_refused(order: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a send "):
        SendOrder(**order)  # type: ignore[arg-type]  # each is an order that cannot be made


def test_the_audit_names_what_was_sent_and_does_not_run_over() -> None:
    studies = tuple(StudyInstanceUID(f"1.{number}") for number in range(22))
    assert SendOrder(studies[:2]).subject == "1.0 1.1"
    assert SendOrder(studies).subject.endswith("1.19 and 2 more")
    assert SendOrder(is_test_object=True).subject == "the test object"
