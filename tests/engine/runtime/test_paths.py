"""What makes a folder a site, and what is said about one that is none."""

from pathlib import Path

import pytest

from pacsdesk.contract.errors import NotFound
from pacsdesk.engine.runtime.paths import DataFolder


def test_a_folder_with_a_settings_file_is_a_site(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").touch()
    DataFolder(tmp_path).check_is_site()


def test_what_is_no_site_is_named_with_the_way_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="is no PACSDesk site") as told:
        DataFolder(tmp_path / "nowhere").check_is_site()
    assert "pacsdesk init" in told.value.hint


def test_looking_makes_nothing(tmp_path: Path) -> None:
    assert not DataFolder(tmp_path / "nowhere").is_site()
    assert list(tmp_path.iterdir()) == []


def test_every_path_at_the_top_is_known_as_ours(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    paths = [getattr(folder, name) for name, member in vars(DataFolder).items() if isinstance(member, property)]
    assert [path for path in paths if not folder.is_ours(path.name)] == []
