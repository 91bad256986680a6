"""The settings file is read as a whole or refused with the line, and written with its comments kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.events import SettingChanged
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.engine.runtime.settings import all_declared, declared, value_of
from pacsdesk.engine.runtime.settings_file import (
    SettingsStore,
    read_settings,
    with_value,
    write_first_settings,
    write_setting,
)

SOMEBODY = Actor(ActorKind.PERSON, "ann", frozenset())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A settings file as `pacsdesk init` writes it."""
    made = tmp_path / "settings.toml"
    write_first_settings(made, {"site.profile": "bench", "dicom.port": 0})
    return made


def test_a_first_file_gives_the_defaults_and_what_was_chosen(path: Path) -> None:
    settings = read_settings(path)
    assert settings.dicom.port == 0
    assert value_of(settings, "dicom.ae_title") == "PACSDESK"


def test_every_setting_is_explained_in_the_first_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [one.name for one in all_declared() if one.about.help not in text] == []


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('[dicom]\nport = "x"', 2, "dicom.port"),
        ("[dicom]\n\nfoo = 1", 3, "dicom.foo"),
        ("[nonsense]\na = 1", 1, "nonsense"),
        ('# first\n[dicom]\nae_title = "ABCDEFGHIJKLMNOPQ"', 3, "16 characters"),
        ("[dicom]\n# the port\nport = 70000", 3, "0 to 65535"),
        ('[site]\nname = "a"\n[log]\nlevel = "loud"', 4, "warning, info, debug"),
        ("[dicom]\naccept_unknown_callers = 1", 2, "true or false"),
        ('[dicom]\nport = "11112"', 2, "a whole number, without quotes"),
        ('[dicom]\naccept_unknown_callers = "true"', 2, "true or false, without quotes"),
    ],
)
def test_a_wrong_value_is_refused_with_its_line(tmp_path: Path, text: str, line: int, word: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_settings(path)
    assert f"line {line}." in caught.value.title
    assert word in str(caught.value)


def test_broken_toml_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[dicom]\nport = \n", encoding="utf-8")
    with pytest.raises(InvalidInput, match="line 2"):
        read_settings(path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_settings(path)


def test_setting_a_value_keeps_every_comment(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    SettingsStore(path, lambda event: None).set(SOMEBODY, "dicom.port", 104)
    after = path.read_text(encoding="utf-8")
    comments = [line for line in before.splitlines() if line.startswith("# ")]
    assert [line for line in comments if line not in after] == []
    assert read_settings(path).dicom.port == 104


def test_a_commented_default_is_replaced_where_it_stands(path: Path) -> None:
    SettingsStore(path, lambda event: None).set(SOMEBODY, "dicom.accept_unknown_callers", "true")
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index("accept_unknown_callers = true")
    assert "Accept unknown callers" in lines[at - 1]


def test_a_changed_setting_is_told(path: Path) -> None:
    told: list[object] = []
    SettingsStore(path, told.append).set(SOMEBODY, "dicom.port", 104)
    assert told == [SettingChanged("dicom.port", True)]


def test_a_wrong_value_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    store = SettingsStore(path, lambda event: None)
    with pytest.raises(InvalidInput):
        store.set(SOMEBODY, "dicom.port", -1)
    assert path.read_bytes() == before


def test_the_profile_cannot_be_changed(path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be changed"):
        SettingsStore(path, lambda event: None).set(SOMEBODY, "site.profile", "clinic")


def test_the_profile_cannot_be_overridden_for_one_run(path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"site\.profile cannot be changed"):
        read_settings(path, {"site.profile": "classroom"})


def test_an_override_wins_over_the_file_and_is_not_written(path: Path) -> None:
    store = SettingsStore(path, lambda event: None, {"dicom.port": "4242"})
    assert store.current.dicom.port == 4242
    assert "4242" not in path.read_text(encoding="utf-8")


def test_an_unknown_override_is_refused(path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"no setting 'dicom\.colour'"):
        read_settings(path, {"dicom.colour": "red"})


def test_setting_a_value_without_an_engine_keeps_every_comment(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    write_setting(path, "dicom.port", "11113")
    assert path.read_text(encoding="utf-8") == before.replace("port = 0", "port = 11113", 1)


@pytest.mark.parametrize("text", ["[dicom]\nport = 70000\n", '[dicom]\nport = "11112"\n'])
def test_setting_a_value_mends_its_line(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    write_setting(path, "dicom.port", "11113")
    assert read_settings(path).dicom.port == 11113


@pytest.mark.parametrize("text", ["[dicom]\ncolour = 1\n", "[dicom]\nport = \n", "[dicom]\nacse_timeout = 0\n"])
def test_a_file_in_which_something_else_is_wrong_is_not_written(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput, match="line 2"):
        write_setting(path, "dicom.port", "11113")
    assert path.read_text(encoding="utf-8") == text


def test_the_profile_cannot_be_changed_without_an_engine_either(path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be changed"):
        write_setting(path, "site.profile", "clinic")


@given(st.sampled_from([one.name for one in all_declared()]), st.text() | st.integers() | st.booleans())
def test_any_value_is_taken_as_its_type_or_refused(name: str, value: str | int | bool) -> None:
    setting = declared(name)
    try:
        checked = setting.check(value)
    except InvalidInput:
        return
    assert isinstance(checked, setting.type)
    text = with_value("", name, checked)
    assert "\n" not in text.splitlines()[-1]
