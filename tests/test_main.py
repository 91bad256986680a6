"""Which face a line of words opens."""

import pytest

from pacsdesk.__main__ import opens_the_desktop


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--data-dir", "here"],
        ["--data-dir=here"],
        ["--engine", "http://127.0.0.1:1"],
        ["--data-dir", "here", "--engine", "http://127.0.0.1:1"],
        ["--data-dir", "status"],
        ["--data-dir"],
    ],
)
def test_without_a_command_the_desktop_opens(words: list[str]) -> None:
    assert opens_the_desktop(words)


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["--data-dir", "here", "status"],
        ["--data-dir=here", "status"],
        ["--user", "anna", "peers", "list"],
        ["--json"],
        ["--help"],
        ["--data-dir", "here", "--help"],
    ],
)
def test_with_anything_else_the_command_line_answers(words: list[str]) -> None:
    assert not opens_the_desktop(words)
