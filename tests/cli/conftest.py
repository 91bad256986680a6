"""A shell that finds `pacsdesk`, as after an installation: texts are the same wherever the tests run."""

import os
import sys
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _found_by_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
