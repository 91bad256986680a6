"""Walking what a person chose for an import, and sending it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file

from pacsdesk.contract.errors import InvalidInput, JobCancelled
from pacsdesk.contract.records.jobs import JobProblem
from pacsdesk.contract.types import JobId
from pacsdesk.link.sending import files_to_send, send_files
from tests.support.data import shared_data


class FakeTransfers:
    """Batches in memory."""

    def __init__(self) -> None:
        self.started: list[str] = []
        self.titles: list[str] = []
        self.dropped: list[str] = []
        self.left_out: tuple[JobProblem, ...] = ()

    def open_batch(self, title: str) -> str:
        self.titles.append(title)
        return "b1"

    def drop_batch(self, batch_id: str) -> None:
        self.dropped.append(batch_id)

    def start_import(self, batch_id: str, left_out: tuple[JobProblem, ...] = (), number_left_out: int = 0) -> JobId:
        assert number_left_out == len(left_out)
        self.started.append(batch_id)
        self.left_out = left_out
        return JobId("j1")


class FakeServices:
    """The one service that sending needs."""

    def __init__(self) -> None:
        self.transfer = FakeTransfers()


class FakeClient:
    """Remembers what was uploaded."""

    def __init__(self) -> None:
        self.services = FakeServices()
        self.uploaded: list[tuple[str, str, bytes]] = []

    def upload(self, path: str, file_name: str, source: Path, report: Callable[[int, int], None] | None = None) -> None:
        content = source.read_bytes()
        if report is not None:
            report(len(content), len(content))
        self.uploaded.append((path, file_name, content))


def dicomdir_tests() -> Path:
    """The folder of directories that pydicom ships."""
    return Path(str(get_testdata_file("dicomdirtests")))


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


def names(*paths: Path) -> list[str]:
    return [file.name for file in files_to_send(paths) if not file.problem]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    write(tmp_path / "disc", "b/2", "b/1", "a", "c/d/e")
    assert names(tmp_path / "disc") == ["disc/a", "disc/b/1", "disc/b/2", "disc/c/d/e"]


def test_hidden_files_and_those_of_the_system_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "disc", "a", ".DS_Store", "Thumbs.db", "__MACOSX/a", ".git/config", "System Volume Information/x")
    assert names(tmp_path / "disc") == ["disc/a"]


def test_a_hidden_file_that_was_chosen_itself_is_sent(tmp_path: Path) -> None:
    write(tmp_path, ".dicom")
    assert names(tmp_path / ".dicom") == [".dicom"]


def test_what_is_chosen_twice_is_sent_once(tmp_path: Path) -> None:
    write(tmp_path / "disc", "a", "b")
    assert names(tmp_path / "disc" / "b", tmp_path / "disc") == ["b", "disc/a"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "outside", "secret")
    write(tmp_path / "disc", "a")
    (tmp_path / "disc" / "out").symlink_to(tmp_path / "outside", target_is_directory=True)
    (tmp_path / "disc" / "loop").symlink_to(tmp_path / "disc", target_is_directory=True)
    (tmp_path / "disc" / "file").symlink_to(tmp_path / "outside" / "secret")
    (tmp_path / "disc" / "broken").symlink_to(tmp_path / "nowhere")
    assert names(tmp_path / "disc") == ["disc/a"]
    client = FakeClient()
    send_files(client, "Import disc", [tmp_path / "disc"])
    assert [(one.subject, one.reason.split(":")[0]) for one in client.services.transfer.left_out] == [
        ("disc/broken", "It is a link to something that is not there."),
        ("disc/file", "It is a link to a file, which is not followed"),
        ("disc/loop", "It is a link to a folder, which is not followed"),
        ("disc/out", "It is a link to a folder, which is not followed"),
    ]


def test_a_dicomdir_means_the_files_that_it_names() -> None:
    folder = shared_data("ct-phantom")
    sent = [file.source for file in files_to_send([folder / "DICOMDIR"])]
    assert (len(sent), {path.is_relative_to(folder) for path in sent}) == (29, {True})


@pytest.mark.parametrize("name", ["DICOMDIR-reordered", "DICOMDIR-bigEnd", "DICOMDIR-implicit"])
def test_a_dicomdir_under_another_name_means_the_files_that_it_names_too(name: str) -> None:
    folder = dicomdir_tests()
    named = {file.source for file in files_to_send([folder / "DICOMDIR"])}
    assert {file.source for file in files_to_send([folder / name])} == named


def test_a_lone_dicomdir_under_another_name_does_not_mean_the_folder_it_was_saved_in(tmp_path: Path) -> None:
    write(tmp_path, "a person's letter")
    shutil.copy(dicomdir_tests() / "DICOMDIR", tmp_path / "index")
    assert names(tmp_path / "index") == ["index"]


def test_a_dicomdir_that_cannot_be_read_means_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "disc", "DICOMDIR", "a")
    assert names(tmp_path / "disc" / "DICOMDIR") == ["disc/DICOMDIR", "disc/a"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="nothing"):
        names(tmp_path / "nothing")


def test_every_file_is_uploaded_and_the_import_started(tmp_path: Path) -> None:
    write(tmp_path / "disc", "a", "b")
    client = FakeClient()
    job_id = send_files(client, "Import disc", [tmp_path / "disc"])
    assert (job_id, client.uploaded, client.services.transfer.started) == (
        "j1",
        [("uploads/b1", "disc/a", b"a"), ("uploads/b1", "disc/b", b"b")],
        ["b1"],
    )


def test_progress_names_the_file_and_reaches_its_total(tmp_path: Path) -> None:
    write(tmp_path / "disc", "a", "b")
    reports: list[tuple[int, int, str]] = []
    send_files(FakeClient(), "Import disc", [tmp_path / "disc"], lambda *report: reports.append(report))
    assert (reports[0], reports[-1]) == ((0, 2, "disc/a"), (2, 2, ""))


def test_a_report_that_raises_stops_before_the_import(tmp_path: Path) -> None:
    def stop(done: int, total: int, name: str) -> None:
        if done == 1:
            raise JobCancelled("stop")

    write(tmp_path / "disc", "a", "b")
    client = FakeClient()
    with pytest.raises(JobCancelled):
        send_files(client, "Import disc", [tmp_path / "disc"], stop)
    transfer = client.services.transfer
    assert (len(client.uploaded), transfer.started, transfer.dropped) == (1, [], ["b1"])


def test_ctrl_c_removes_what_was_uploaded(tmp_path: Path) -> None:
    def stop(done: int, total: int, name: str) -> None:
        raise KeyboardInterrupt

    write(tmp_path / "disc", "a")
    client = FakeClient()
    with pytest.raises(KeyboardInterrupt):
        send_files(client, "Import disc", [tmp_path / "disc"], stop)
    assert client.services.transfer.dropped == ["b1"]


def test_what_is_imported_is_not_removed(tmp_path: Path) -> None:
    write(tmp_path / "disc", "a")
    client = FakeClient()
    send_files(client, "Import disc", [tmp_path / "disc"])
    assert client.services.transfer.dropped == []


def test_nothing_to_import_opens_no_batch(tmp_path: Path) -> None:
    client = FakeClient()
    with pytest.raises(InvalidInput):
        send_files(client, "Import", [tmp_path])
    assert client.services.transfer.titles == []
