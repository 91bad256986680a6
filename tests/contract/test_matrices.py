"""What a peer accepts, and where two differ."""

from datetime import UTC, datetime

from pacsdesk.contract.records.matrices import CellState, MatrixCell, NegotiationMatrix, differences
from pacsdesk.contract.types import AETitle

CT, MR, EXPLICIT, JPEG = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4", "1.2.840.10008.1.2.1", "1.2.4.70"


def cell(sop_class: str, syntax: str, state: CellState, result: int | None) -> MatrixCell:
    return MatrixCell(sop_class, syntax, state, result, "")


def matrix(*cells: MatrixCell) -> NegotiationMatrix:
    return NegotiationMatrix("PACS", AETitle("US"), datetime(2026, 11, 24, tzinfo=UTC), 1.0, cells=cells)


def test_peers_that_accept_the_same_do_not_differ_though_they_refuse_by_other_numbers() -> None:
    one = matrix(cell(CT, EXPLICIT, CellState.ACCEPTED, 0), cell(CT, JPEG, CellState.REFUSED, 4))
    other = matrix(cell(CT, JPEG, CellState.REFUSED, 3), cell(CT, EXPLICIT, CellState.ACCEPTED, 0))
    assert differences(one, other) == ()


def test_a_pair_that_one_accepts_and_the_other_refuses_is_a_difference_with_both_answers() -> None:
    one, other = cell(CT, JPEG, CellState.ACCEPTED, 0), cell(CT, JPEG, CellState.REFUSED, 4)
    (found,) = differences(matrix(one), matrix(other))
    assert (found.sop_class_uid, found.transfer_syntax_uid, found.one, found.other) == (CT, JPEG, one, other)


def test_what_only_one_was_asked_stands_as_a_difference_the_firsts_order_before_the_others() -> None:
    one = matrix(cell(MR, EXPLICIT, CellState.ACCEPTED, 0))
    other = matrix(cell(CT, EXPLICIT, CellState.REFUSED, 3), cell(MR, EXPLICIT, CellState.UNANSWERED, None))
    assert [(each.sop_class_uid, each.one is None) for each in differences(one, other)] == [(MR, False), (CT, True)]
