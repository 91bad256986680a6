"""A requirement is met by what was measured alone; what was not, or is noise, is said to be so."""

from tests.bench.report import Figure
from tests.bench.requirements import INDEX_KEYS, REQUIREMENTS, Reading, Requirement, Verdict, table_of

LEAST = Requirement("twice as fast", "store", Reading.RATIO, 2.0, 2.5)
MOST = Requirement("half the time", "find", Reading.RATIO, 0.5, is_least=False)
THEIRS = Figure("store", "Orthanc", "instances/s", (100.0,))
NOISE = (-0.1, 0.0, 0.1)


def ours(rate: float) -> Figure:
    return Figure("store", "PACSDesk", "instances/s", (rate,), compared_with="Orthanc")


def found(own: tuple[float, ...], peers: tuple[float, ...]) -> list[Figure]:
    return [Figure("find", "PACSDesk", "ms", own, compared_with="Orthanc"), Figure("find", "Orthanc", "ms", peers)]


def test_floor_and_goal_are_told_apart() -> None:
    verdicts = [LEAST.verdict([ours(rate), THEIRS]) for rate in (199.0, 200.0, 249.0, 250.0)]
    assert verdicts == [Verdict.MISSED, Verdict.FLOOR, Verdict.FLOOR, Verdict.GOAL]


def test_less_is_better_where_time_is_measured() -> None:
    verdicts = [MOST.verdict(found((time,), (2.0,))) for time in (1.0, 1.1)]
    assert verdicts == [Verdict.MET, Verdict.MISSED]


def test_what_was_not_measured_is_not_met() -> None:
    assert LEAST.verdict([THEIRS]) is Verdict.ABSENT


def test_what_is_lost_in_noise_proves_nothing() -> None:
    verdicts = [MOST.verdict(found(own, peers)) for own, peers in ((NOISE, (2.0,)), ((2.0,), NOISE), (NOISE, NOISE))]
    assert verdicts == [Verdict.UNMEASURABLE] * 3


def test_the_slow_one_of_many_rounds_counts_where_a_bound_is_for_most() -> None:
    most = Requirement("quick", "index", Reading.NINETY_FIFTH, 10.0, is_least=False)
    figures = [Figure("index", "PACSDesk", "ms", (*[1.0] * 18, 11.0, 11.0))]
    assert most.verdict(figures) is Verdict.MISSED


def test_the_worst_round_counts_where_a_bound_is_for_all() -> None:
    most = Requirement("small", "memory", Reading.MOST, 64.0, is_least=False)
    assert most.verdict([Figure("memory", "PACSDesk", "MiB", (*[1.0] * 99, 65.0))]) is Verdict.MISSED


def test_the_table_has_a_line_for_each_requirement() -> None:
    lines = table_of([]).splitlines()
    assert len(lines) == 1 + len(REQUIREMENTS)
    assert all(line.endswith(Verdict.ABSENT) for line in lines[1:])


def test_each_key_of_the_index_is_bounded_at_three_sizes_and_flat() -> None:
    assert [sum(key in one.what for one in REQUIREMENTS) for key in INDEX_KEYS] == [4] * len(INDEX_KEYS)
