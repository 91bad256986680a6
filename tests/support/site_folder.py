"""A data folder as a face sees it: a site when it has settings, an engine when the lock file names an address."""

import json
from pathlib import Path

from pacsdesk.link.finding import LOCK_NAME, SETTINGS_NAME


def make_site_folder(folder: Path, address: str = "", run_id: str = "") -> None:
    """Make the two files that faces read; no engine is behind them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SETTINGS_NAME).touch()
    if address:
        held = {"pid": 1, "http": address, "dicom": "", "run_id": run_id}
        (folder / LOCK_NAME).write_text(json.dumps(held), encoding="utf-8")
