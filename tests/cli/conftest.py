"""A shell that finds `pacsdesk`, as after an installation: texts are the same wherever the tests run; a site to ask."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pacsdesk.cli.main import run
from pacsdesk.link.server import LinkServer
from tests.cli.asking import Ask, Said
from tests.support.fake_door import FakeDoor
from tests.support.fake_services import FakeSite
from tests.support.fake_state import PASSWORD, USER_NAME


@pytest.fixture(autouse=True)
def _found_by_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def site() -> FakeSite:
    """A site that holds nothing and knows nobody."""
    return FakeSite()


@pytest.fixture
def ask(site: FakeSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Ask]:
    """`pacsdesk WORDS` on the site."""
    door = FakeDoor(site)
    door.token = site.grant().token
    server = LinkServer(door)
    host, port = server.start()
    (tmp_path / "password").write_text(PASSWORD)

    def asked(*words: str) -> Said:
        exit_code = run([*_who(f"http://{host}:{port}", tmp_path / "password"), *words])
        return Said(exit_code, *capsys.readouterr())

    yield asked
    server.stop()


def _who(address: str, password_file: Path) -> Sequence[str]:
    """The common options, before the command."""
    return "--engine", address, "--user", USER_NAME, "--password-file", str(password_file)
