"""State, problem and reason of a request in words."""

import pytest

from pacsdesk.contract.records.commitments import CommitmentState, UncommittedInstance
from pacsdesk.contract.types import DimseStatus, SOPInstanceUID
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.panels.commitments.words import (
    can_be_told_again,
    number_not_safe,
    problem_of,
    reason_of,
    state_shape,
    state_word,
)
from tests.support.demo_commitments import CT_IMAGE, commitment

UP, SLOW, DOWN, UNKNOWN = StateShape.UP, StateShape.SLOW, StateShape.DOWN, StateShape.UNKNOWN


@pytest.mark.parametrize(
    ("state", "values", "shape", "word"),
    [
        (CommitmentState.CHECKING, {"attempts": 0}, UNKNOWN, "Being checked"),
        (CommitmentState.REPORTING, {"attempts": 0}, UNKNOWN, "Being told"),
        (CommitmentState.REPORTING, {"problem": "nobody listens"}, SLOW, "Not told yet"),
        (CommitmentState.CHECKING, {"problem": "nobody listens"}, SLOW, "Not told yet"),
        (CommitmentState.CHECKING, {"problem": "nobody listens", "attempts": 0}, UNKNOWN, "Being checked"),
        (CommitmentState.REPORTED, {}, UP, "Told: all safe"),
        (CommitmentState.REPORTED, {"number_of_failures": 2}, SLOW, "Told: some not safe"),
        (CommitmentState.GIVEN_UP, {"problem": "nobody listens"}, DOWN, "Given up"),
    ],
)
def test_each_state_has_a_shape_and_a_word(
    state: CommitmentState, values: dict[str, object], shape: StateShape, word: str
) -> None:
    request = commitment(1, state, **values)
    assert (state_shape(request), state_word(request)) == (shape, word)


@pytest.mark.parametrize("state", CommitmentState)
def test_only_what_the_sender_has_taken_is_not_told_again(state: CommitmentState) -> None:
    assert can_be_told_again(commitment(1, state)) is (state is not CommitmentState.REPORTED)


def test_a_problem_is_a_sentence() -> None:
    assert problem_of(commitment(1, CommitmentState.REPORTING, problem="it answered 0110")) == "It answered 0110"


@pytest.mark.parametrize("reason", [DimseStatus.NO_SUCH_INSTANCE, DimseStatus.CLASS_INSTANCE_CONFLICT])
def test_a_reason_is_told_in_words_with_its_code(reason: DimseStatus) -> None:
    words, _, code = reason_of(UncommittedInstance(CT_IMAGE, SOPInstanceUID("1.2.3"), reason)).rpartition(" ")
    assert (len(words) > 10, code) == (True, f"({reason:04X})")


def test_a_reason_that_nobody_foresaw_is_its_code() -> None:
    instance = UncommittedInstance(CT_IMAGE, SOPInstanceUID("1.2.3"), DimseStatus.NOT_AUTHORIZED)
    assert reason_of(instance) == "0124"


def test_what_is_not_checked_yet_has_no_number() -> None:
    request = commitment(1, CommitmentState.CHECKING, number_of_failures=None)
    assert number_not_safe(request) == "\u2013"
