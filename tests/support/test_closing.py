"""What CI reads as the last line of a run says what happened, whatever the runner's mood."""

from pathlib import Path

import pytest

from tests.support.closing import closing_line, main, sum_of

LOG = "....\n=== short test summary info ===\nFAILED x - AssertionError: 3 passed in 1.00s today\n"


@pytest.mark.parametrize(
    "line", ["812 passed in 95.12s (0:01:35)", "1 failed, 811 passed, 2 warnings in 3.10s", "3 errors in 0.88s"]
)
def test_the_last_line_of_the_runner_is_found_with_and_without_rulers(line: str) -> None:
    assert [closing_line(f"{LOG}{line}\n"), closing_line(f"{LOG}===== {line} =====\n")] == [line, line]


def test_a_run_that_was_cut_has_no_closing_line() -> None:
    assert closing_line(LOG) == ""


def test_the_sum_adds_each_outcome() -> None:
    lines = ["1 failed, 10 passed in 1.50s", "2 passed, 1 error in 60.25s (0:01:00)"]
    assert sum_of(lines) == "1 failed, 12 passed, 1 error in 61.75s"


def test_a_run_without_an_end_shows_in_the_sum() -> None:
    assert sum_of(["10 passed in 1.00s", ""]) == "10 passed, 1 unfinished in 1.00s"


def test_the_last_line_says_what_this_computer_could_not_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "unit.log").write_text("10 passed in 1.00s\n")
    (tmp_path / "faults.log").write_text("not run: no loop device\n5 passed, 2 deselected in 2.00s\n")
    main(tmp_path)
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "15 passed, 2 deselected in 3.00s, not run: no loop device"
