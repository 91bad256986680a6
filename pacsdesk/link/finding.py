"""Finds the engine of a data folder: where folders are, what a running engine wrote down, the secret of its owner."""

import json
import os
from pathlib import Path

import platformdirs

from pacsdesk.contract.records.engine import Health

LOCK_NAME = "engine.lock"
SECRET_NAME = "local-secret"
SETTINGS_NAME = "settings.toml"
DATABASE_NAME = "index.db"


def default_data_dir() -> Path:
    """PACSDESK_DATA_DIR, else the platform's folder for a person's data."""
    named = os.environ.get("PACSDESK_DATA_DIR", "")
    return Path(named) if named else Path(platformdirs.user_data_path("pacsdesk", appauthor=False))


def is_site(data_dir: Path) -> bool:
    """Whether `pacsdesk init` has run there."""
    return (data_dir / SETTINGS_NAME).is_file()


def has_lost_settings(data_dir: Path) -> bool:
    """Whether a site's database is there without the settings."""
    return (data_dir / DATABASE_NAME).is_file() and not is_site(data_dir)


def engine_address(data_dir: Path) -> str:
    """The HTTP address in the folder's lock file, "" when none is written. It may be left over: see `is_engine_of`."""
    return _announced(data_dir, "http")


def engine_process(data_dir: Path) -> int:
    """The process of the engine that has the folder, 0 when none is written. It may be left over, as the address."""
    written = _announced(data_dir, "pid")
    return int(written) if written.isdecimal() else 0


def is_engine_of(data_dir: Path, health: Health) -> bool:
    """Whether the engine that answered is the folder's own, and not another's at an address that was left over."""
    return health.run_id == _announced(data_dir, "run_id")


def _announced(data_dir: Path, what: str) -> str:
    try:
        content = json.loads((data_dir / LOCK_NAME).read_bytes())
        return str(content.get(what, ""))
    except (OSError, ValueError, AttributeError):
        return ""


def local_secret(data_dir: Path) -> str:
    """The folder's secret, "" when there is none or it is not ours to read."""
    try:
        return (data_dir / SECRET_NAME).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
