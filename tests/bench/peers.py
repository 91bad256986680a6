"""The archives that are compared: each new and empty, on the loopback, with the settings of its makers."""

import json
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.engine import make_site, running_engine
from tests.support.peers import ORTHANC_AE_TITLE, orthanc

PACSDESK, ORTHANC = "PACSDesk", "Orthanc"


@dataclass(frozen=True, slots=True)
class Archive:
    """A running archive. count: how many instances it says it holds."""

    ae_title: str
    port: int
    count: Callable[[], int]


@contextmanager
def pacsdesk_archive(folder: Path) -> Iterator[Archive]:
    """Ours, on a clinic site: every promise on, as for real patients."""
    with running_engine(make_site(folder), "dicom.accept_unknown_callers=true") as engine:
        engine.cli("peers", "add", "Caller", "--ae-title", "FINDSCU", "--host", "any", "--allow", "find")

        def count() -> int:
            return sum(study["number_of_instances"] for study in engine.cli("studies", "list"))

        yield Archive("PACSDESK", engine.dicom_port, count)


@contextmanager
def orthanc_archive(folder: Path) -> Iterator[Archive]:
    """Orthanc as Debian builds it."""
    with orthanc(folder, DicomAlwaysAllowFind=True) as peer:

        def count() -> int:
            with urllib.request.urlopen(f"{peer.http_address}/statistics", timeout=10) as answer:
                return int(json.load(answer)["CountInstances"])

        yield Archive(ORTHANC_AE_TITLE, peer.dicom_port, count)


ARCHIVES: dict[str, Callable[[Path], AbstractContextManager[Archive]]] = {
    PACSDESK: pacsdesk_archive,
    ORTHANC: orthanc_archive,
}
