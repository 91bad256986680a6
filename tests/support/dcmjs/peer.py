"""Runs dcmjs-dimse, which shares no code with us, DCMTK or pynetdicom, as a caller and as a receiver."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.data import ROOT
from tests.support.network import free_port
from tests.support.peers import peer_environment, system_program
from tests.support.processes import ServerProcess

_PROGRAM = Path(__file__).with_name("peer.js")
_INSTALLED = ROOT / ".venv" / "dcmjs" / "pacsdesk.stamp"


def dcmjs(action: str, seconds: float = 60.0, **options: object) -> Any:
    """Have it do one thing; the JSON document that peer.js describes. Raises AssertionError with its complaint."""
    done = subprocess.run(
        _command(action, options),
        env=peer_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, f"dcmjs {action}: {(done.stderr or done.stdout)[-2000:]}"
    return json.loads(done.stdout)


@contextmanager
def dcmjs_receiver(folder: Path) -> Iterator[tuple[ServerProcess, int]]:
    """A receiver that accepts the first syntax of every context and keeps what comes in `folder`; its port.

    It says "released" or "aborted" for each caller that leaves.
    """
    folder.mkdir()
    port = free_port()
    with ServerProcess(_command("serve", {"port": port, "folder": str(folder)}), peer_environment()) as server:
        server.wait_for_line(lambda line: line == "ready")
        yield server, port


def received_by_dcmjs(folder: Path) -> dict[str, tuple[str, bytes]]:
    """Transfer syntax and dataset by SOP Instance UID, as they came on the wire."""
    found = {}
    for path in folder.iterdir():
        syntax, _, uid = path.name.partition("_")
        found[uid] = (syntax, path.read_bytes())
    return found


def _command(action: str, options: dict[str, object]) -> list[str]:
    if not _INSTALLED.is_file():
        raise FileNotFoundError("dcmjs-dimse is not installed: `packaging/bootstrap.sh test` installs it.")
    return [system_program("node"), str(_PROGRAM), action, json.dumps(options)]
