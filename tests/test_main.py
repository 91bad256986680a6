"""Which face a line of words opens."""

import pytest

from pacsdesk.__main__ import has_display, main, opens_the_desktop


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


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_where_the_environment_names_one(name: str) -> None:
    assert has_display("linux", {name: "x"})
    assert not has_display("linux", {name: ""})


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_display(platform: str) -> None:
    assert has_display(platform, {})


def test_without_a_display_the_way_to_an_engine_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("sys.argv", ["pacsdesk"])
    assert main() == 1
    said = capsys.readouterr().err
    assert said.startswith("There is no display") and "`pacsdesk serve`" in said
