"""A site is told from every other one by those who have not signed in."""

from pathlib import Path

from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.site_id import site_id_of


def folder_at(root: Path) -> DataFolder:
    folder = DataFolder(root)
    folder.make()
    return folder


def test_it_stays_the_same(tmp_path: Path) -> None:
    folder = folder_at(tmp_path)
    assert len(site_id_of(folder)) == 32 and site_id_of(folder) == site_id_of(folder)


def test_another_folder_has_another(tmp_path: Path) -> None:
    assert site_id_of(folder_at(tmp_path / "one")) != site_id_of(folder_at(tmp_path / "two"))


def test_a_folder_that_cannot_be_written_has_none(tmp_path: Path) -> None:
    assert site_id_of(DataFolder(tmp_path / "gone")) == ""


def test_it_does_not_make_a_folder_look_foreign(tmp_path: Path) -> None:
    folder = folder_at(tmp_path)
    site_id_of(folder)
    assert [path.name for path in tmp_path.iterdir() if not folder.is_ours(path.name)] == []
