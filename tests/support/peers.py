"""Other people's DICOM programs as peers: DCMTK's tools and an Orthanc, each as its makers built it.

All run with TCP_NODELAY=1: without it they wait for delayed acknowledgements and send 20 files a second.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.network import LOOPBACK, free_port
from tests.support.processes import LIFETIME_S, ServerProcess

ORTHANC_AE_TITLE = "ORTHANC"


def peer_environment() -> dict[str, str]:
    """This process's environment with what peers need."""
    return {**os.environ, "TCP_NODELAY": "1"}


def system_program(name: str) -> str:
    """Path of a system program, never of one with the same name in the virtual environment (pynetdicom brings echoscu).

    Raises FileNotFoundError that says how to get it.
    """
    own = Path(sys.executable).parent
    folders = [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if folder and Path(folder) != own]
    found = shutil.which(name, path=os.pathsep.join([*folders, "/usr/sbin"]))
    if found is None:
        raise FileNotFoundError(f"{name} is not installed: `make test` installs it on Debian.")
    return found


def dcmtk(program: str, *arguments: str | Path, seconds: float = 100.0) -> subprocess.CompletedProcess[str]:
    """Run one of DCMTK's programs to its end; its output as text, stderr within. No exit code raises."""
    return subprocess.run(
        [system_program(program), *map(str, arguments)],
        env=peer_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=seconds,
        check=False,
    )


@dataclass(frozen=True, slots=True)
class OrthancPeer:
    """A running Orthanc that accepts every caller on the loopback."""

    server: ServerProcess
    folder: Path
    dicom_port: int
    http_port: int

    @property
    def http_address(self) -> str:
        """Its REST interface, open to this computer."""
        return f"http://{LOOPBACK}:{self.http_port}"


@contextmanager
def orthanc(
    folder: Path,
    modalities: Mapping[str, tuple[str, int]] | None = None,
    lifetime_s: float = LIFETIME_S,
    **options: object,
) -> Iterator[OrthancPeer]:
    """An Orthanc with its configuration and storage in `folder`, ready when given, ended after.

    modalities: what it may send to, as name -> (AE title, port on the loopback). options: more of its configuration.
    """
    dicom_port, http_port = free_port(), free_port()
    known = {name: [ae_title, LOOPBACK, port] for name, (ae_title, port) in (modalities or {}).items()}
    configuration = {
        "Name": "Peer",
        "StorageDirectory": str(folder / "storage"),
        "IndexDirectory": str(folder / "storage"),
        "DicomAet": ORTHANC_AE_TITLE,
        "DicomPort": dicom_port,
        "HttpPort": http_port,
        "RemoteAccessAllowed": False,
        "AuthenticationEnabled": False,
        "DicomAlwaysAllowStore": True,
        "DicomModalities": known,
        **options,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "orthanc.json").write_text(json.dumps(configuration, indent=1), encoding="utf-8")
    command = [system_program("Orthanc"), str(folder / "orthanc.json")]
    with ServerProcess(command, peer_environment(), lifetime_s) as server:
        server.wait_for_line(lambda line: "Orthanc has started" in line)
        yield OrthancPeer(server, folder, dicom_port, http_port)
