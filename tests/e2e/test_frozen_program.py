"""The program with its own Python does what the checkout does: its engine starts, takes an image, and finds it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.data import ROOT, ct_phantom_slices
from tests.support.engine import EngineProcess, make_site, running_engine
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

PROGRAM = ROOT / "dist" / "pacsdesk" / ("pacsdesk.exe" if sys.platform == "win32" else "pacsdesk")
BUILD_S = 600

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(BUILD_S)]


def newest_source() -> float:
    """When anything that goes into the program was last written."""
    folders = [ROOT / "pacsdesk", ROOT / "resources", ROOT / "packaging"]
    files = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]
    return max(path.stat().st_mtime for path in [*files, ROOT / "pyinstaller.spec"])


@pytest.fixture(scope="module")
def program() -> Path:
    """The built program, built now when a source is newer."""
    if not PROGRAM.is_file() or PROGRAM.stat().st_mtime < newest_source():
        command = ["-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--workpath", "build/package"]
        build = subprocess.run(
            [sys.executable, *command, "pyinstaller.spec"], cwd=ROOT, capture_output=True, text=True, timeout=BUILD_S
        )
        assert build.returncode == 0, build.stderr
    return PROGRAM


@pytest.fixture
def frozen_engine(program: Path, tmp_path: Path) -> Iterator[EngineProcess]:
    """An engine of the built program on a site that the built program made."""
    site = make_site(tmp_path, program=[str(program)])
    with running_engine(site, "dicom.accept_unknown_callers=true") as engine:
        yield engine


def test_the_frozen_program_stores_a_ct_and_finds_it(frozen_engine: EngineProcess) -> None:
    sent = dcmtk("storescu", "-aec", "PACSDESK", LOOPBACK, str(frozen_engine.dicom_port), ct_phantom_slices()[0])
    assert sent.returncode == 0, sent.stdout

    (study,) = frozen_engine.cli("studies", "list")
    assert (study["number_of_instances"], study["modalities_in_study"]) == (1, ["CT"])
