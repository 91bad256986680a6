"""Which engine is asked and who asks: options before environment before what lies in the folder."""

import json
import secrets
from argparse import Namespace
from pathlib import Path

import pytest

from pacsdesk.cli.connection import Connection, connection_from
from pacsdesk.contract.errors import InvalidInput, NotSignedIn, Unavailable
from pacsdesk.link.server import LinkServer
from tests.support.fake_door import FakeDoor
from tests.support.fake_services import FakeSite
from tests.support.site_folder import make_site_folder

URL = "http://127.0.0.1:1"


def options(**given: object) -> Namespace:
    """The common options, as parsed when so many were given."""
    return Namespace(**{"data_dir": None, "engine": "", "user": "", "password_file": "", **given})


def asked_by(data_dir: Path, engine_url: str = URL, user: str = "", password_file: Path | None = None) -> Connection:
    """A connection of somebody."""
    return Connection(data_dir, engine_url, user, password_file)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a script has set for all its commands."""
    monkeypatch.setenv("PACSDESK_DATA_DIR", "of-the-environment")
    monkeypatch.setenv("PACSDESK_USER", "script")
    monkeypatch.setenv("PACSDESK_PASSWORD_FILE", "script-password")


def test_the_environment_fills_what_was_not_given(environment: None) -> None:
    made = connection_from(options())
    assert (made.data_dir, made.user_name, made.password_file) == (
        Path("of-the-environment"),
        "script",
        Path("script-password"),
    )


def test_options_come_before_the_environment(environment: None) -> None:
    made = connection_from(options(data_dir=Path("here"), user="ann", password_file="mine"))
    assert (made.data_dir, made.user_name, made.password_file) == (Path("here"), "ann", Path("mine"))


def test_a_named_engine_comes_before_the_folders(tmp_path: Path) -> None:
    (tmp_path / "engine.lock").write_text(json.dumps({"pid": 1, "http": "http://127.0.0.1:2"}))
    assert asked_by(tmp_path, URL).address() == URL


def test_without_a_name_the_engine_of_the_folder_is_asked(tmp_path: Path) -> None:
    (tmp_path / "engine.lock").write_text(json.dumps({"pid": 1, "http": "http://127.0.0.1:2"}))
    assert asked_by(tmp_path, "").address() == "http://127.0.0.1:2"


def test_a_folder_without_a_site_is_told_with_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as told:
        asked_by(tmp_path, "").address()
    assert f"pacsdesk init --data-dir {tmp_path} " in told.value.hint


def test_a_site_whose_engine_rests_is_told_with_what_starts_it(tmp_path: Path) -> None:
    folder = tmp_path / "North wing"
    make_site_folder(folder)
    with pytest.raises(Unavailable) as told:
        asked_by(folder, "").address()
    assert f"`pacsdesk serve --data-dir '{folder}'`" in told.value.hint


def test_a_user_without_a_password_file_is_asked_for_one(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as told:
        asked_by(tmp_path, user="ann").client()
    assert "--password-file" in told.value.hint


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_password_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InvalidInput, match="password"):
        asked_by(tmp_path, user="ann", password_file=file).client()


def test_a_wrong_password_is_looked_for_in_its_file_and_not_at_the_keyboard(tmp_path: Path) -> None:
    site = FakeSite()
    site.fail["sessions.sign_in"] = NotSignedIn("The name or the password is wrong.", "", "Check the keyboard.")
    server = LinkServer(FakeDoor(site))
    host, port = server.start()
    (tmp_path / "password").write_text("not this one")
    with pytest.raises(NotSignedIn) as told:
        asked_by(tmp_path, f"http://{host}:{port}", user="ann", password_file=tmp_path / "password").client()
    server.stop()
    assert str(tmp_path / "password") in told.value.hint and "keyboard" not in told.value.hint


def test_nobody_named_and_no_secret_is_told_how_to_sign_in(tmp_path: Path) -> None:
    with pytest.raises(NotSignedIn) as told:
        asked_by(tmp_path).client()
    assert "--user" in told.value.hint


def test_nothing_is_opened_before_a_command_needs_it(tmp_path: Path) -> None:
    connection = asked_by(tmp_path, f"http://{secrets.token_hex(4)}.invalid:1")
    connection.close()


def test_another_sites_engine_at_an_address_left_over_is_shown_no_password(tmp_path: Path) -> None:
    site = FakeSite()
    server = LinkServer(FakeDoor(site))
    host, port = server.start()
    make_site_folder(tmp_path, f"http://{host}:{port}", run_id="of a killed engine")
    (tmp_path / "password").write_text("long enough a password")
    with pytest.raises(Unavailable, match="No engine runs"):
        asked_by(tmp_path, "", user="ann", password_file=tmp_path / "password").client()
    server.stop()
    assert site.calls["sessions.sign_in"] == 0


def test_an_engine_that_has_gone_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("long enough a password")
    with pytest.raises(Unavailable):
        asked_by(tmp_path, user="ann", password_file=tmp_path / "password").client()
