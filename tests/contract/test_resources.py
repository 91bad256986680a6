"""Data files are found in a checkout, in a frozen program and in an installed environment."""

import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

import pacsdesk
from pacsdesk.contract.resources import resources_path


@pytest.fixture(autouse=True)
def _ask_anew() -> Iterator[None]:
    resources_path.cache_clear()
    yield
    resources_path.cache_clear()


def test_a_checkout_has_them_beside_the_package() -> None:
    assert (resources_path() / "icons" / "home.svg").is_file()


def test_a_frozen_program_has_them_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_path() == tmp_path / "resources"


def test_an_installed_environment_has_them_in_its_share_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "share" / "pacsdesk" / "resources"
    (installed / "icons").mkdir(parents=True)
    monkeypatch.setattr(pacsdesk, "__file__", str(tmp_path / "lib" / "pacsdesk" / "__init__.py"))
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(tmp_path))
    assert resources_path() == installed


def test_missing_resources_name_the_places_that_were_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacsdesk, "__file__", str(tmp_path / "lib" / "pacsdesk" / "__init__.py"))
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(tmp_path))
    with pytest.raises(FileNotFoundError, match="share"):
        resources_path()
