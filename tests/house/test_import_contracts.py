"""Who may import whom, as pyproject.toml draws it, on every run."""

import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT


def test_all_import_contracts_are_kept(tmp_path: Path) -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint_imports, "--cache-dir", tmp_path], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
