"""Folders that the engine may not write: what can go on goes on, the rest says what is missing and what to do."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.datasets import ct_bytes
from tests.support.engine import PROGRAM, EngineProcess, Site, make_local_site, running_engine
from tests.support.peers import system_program


@pytest.fixture
def bench(tmp_path: Path) -> Site:
    """A bench whose programs have the rights of their account and no more, also where that is the administrator's."""
    site = make_local_site(tmp_path, "bench")
    if os.geteuid() != 0:
        return site
    without = (system_program("setpriv"), "--bounding-set=-dac_override,-dac_read_search,-fowner")
    return replace(site, program=(*without, *PROGRAM))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An instance to import."""
    file = tmp_path / "one.dcm"
    file.write_bytes(ct_bytes())
    return file


def all_answer(engine: EngineProcess) -> list[int]:
    """Exit codes of the commands with which a person looks and ends it."""
    return [engine.site.run(*words).exit_code for words in (("status",), ("studies", "list"), ("stop",))]


@pytest.mark.parametrize("denied", ["objects", "staging"])
def test_a_right_that_was_missing_is_missed_until_it_is_given(bench: Site, file: Path, denied: str) -> None:
    folder = bench.data_dir / denied
    with running_engine(bench) as engine:
        folder.chmod(0o500)
        refused = bench.run("import", file)
        state = engine.cli("status")["state"]
        folder.chmod(0o700)
        engine.cli("import", file)
        assert (refused.exit_code, state, all_answer(engine)) == (1, "running", [0, 0, 0])


def test_a_read_only_archive_is_looked_at_and_stopped_by_the_command_line(bench: Site, file: Path) -> None:
    with running_engine(bench) as engine:
        (bench.data_dir / "staging").rename(bench.data_dir / "staging away")
        (bench.data_dir / "staging").touch()  # no folder any more: as strange a disk as one that fails
        bench.run("import", file)
        state = engine.cli("status")["state"]
        assert (state, all_answer(engine)) == ("read-only", [0, 0, 0])


def test_a_data_folder_that_may_only_be_read_is_served_read_only(bench: Site) -> None:
    bench.data_dir.chmod(0o500)
    (bench.data_dir / "logs").chmod(0o500)
    with running_engine(bench) as engine:
        assert engine.cli("status")["state"] == "read-only"
        assert "replaced" not in "".join(engine.server.lines)
        assert engine.stop() == 0


def test_an_index_that_cannot_be_had_is_told_with_what_to_do(bench: Site) -> None:
    index = bench.data_dir / "index.db"
    index.unlink()
    index.symlink_to(bench.data_dir / "not mounted" / "index.db")
    started = bench.run("serve", "--set", "dicom.port=0", "--set", "http.port=0")
    assert (started.exit_code, "Traceback" in started.complaint) == (1, False)
    assert "index.db" in started.complaint and "account" in started.complaint
