"""Finds the data files of the program (icons, themes, help, lists) wherever it runs from, by name when one is gone.

Three places, in this order: beside a frozen program (PyInstaller unpacks to `sys._MEIPASS/resources`), in a checkout
(`resources/` beside the package), in an installed environment (the data files
of the distribution, `<data>/share/pacsdesk/resources`).
"""

import sys
import sysconfig
from functools import cache
from pathlib import Path

import pacsdesk


def _candidates() -> tuple[Path, ...]:
    beside_package = Path(pacsdesk.__file__).resolve().parent.parent / "resources"
    installed = Path(sysconfig.get_path("data")) / "share" / "pacsdesk" / "resources"
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return (Path(unpacked) / "resources", beside_package)
    return (beside_package, installed)


@cache
def resources_path() -> Path:
    """The folder of icons/, themes/ and the rest. Raises FileNotFoundError naming every place that was tried."""
    tried = _candidates()
    for folder in tried:
        if (folder / "icons").is_dir():
            return folder
    raise FileNotFoundError(f"the program's resources are missing; looked in {', '.join(map(str, tried))}")
