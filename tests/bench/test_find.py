"""What is taken off each query is what costs as much outside of what is measured."""

from pytest import approx

from tests.bench.find import NOTHING, Question, paired

START, EACH, EACH_ANSWER = 0.030, 0.001, 0.0005  # seconds


def ask(key: str, times: int) -> float:
    """A caller who needs 30 ms for itself, at an archive that needs 1 ms and half a millisecond for an answer."""
    return START + times * (EACH + (0 if key == NOTHING else EACH_ANSWER))


def test_the_caller_s_start_is_taken_off_a_query_as_a_whole() -> None:
    whole, _ = paired(Question("find", "PatientID=P1", 1, 1000), ask)
    assert whole == approx((EACH + EACH_ANSWER) * 1000, rel=0.01)


def test_a_query_that_matches_nothing_is_taken_off_the_answers_alone() -> None:
    _, answers = paired(Question("find", "PatientID=P1", 1, 200), ask)
    assert answers == approx(EACH_ANSWER * 1000)


def test_of_a_single_query_the_one_that_matches_nothing_is_all_that_can_be_taken_off() -> None:
    whole, answers = paired(Question("find", "", 1, 1), ask)
    assert whole == answers == approx(EACH_ANSWER * 1000)
