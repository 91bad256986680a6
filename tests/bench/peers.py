"""The archives that are compared: each new and empty, on the loopback, with the settings of its makers."""

import json
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.engine import EngineProcess, Site, make_site
from tests.support.peers import ORTHANC_AE_TITLE, orthanc

PACSDESK, ORTHANC = "PACSDesk", "Orthanc"
LIFETIME_S = 1800.0  # 20,000 studies are stored and asked for many times by one of each
UNKNOWN_CALLERS = "dicom.accept_unknown_callers=true"


@dataclass(frozen=True, slots=True)
class Archive:
    """A running archive. count: how many instances it says it holds. process_id: 0 when it is in this process."""

    ae_title: str
    port: int
    count: Callable[[], int]
    process_id: int = 0


@contextmanager
def long_lived_engine(site: Site, *settings: str) -> Iterator[EngineProcess]:
    """An engine for a long measurement, ready when given, drained after."""
    engine = EngineProcess(site, settings=settings, lifetime_s=LIFETIME_S)
    engine.start()
    try:
        yield engine
    finally:
        engine.end()


@contextmanager
def pacsdesk_archive(folder: Path) -> Iterator[Archive]:
    """Ours, on a clinic site: every promise on, as for real patients."""
    with long_lived_engine(make_site(folder), UNKNOWN_CALLERS) as engine:
        engine.cli("peers", "add", "Caller", "--ae-title", "FINDSCU", "--host", "any", "--allow", "find")

        yield archive_of(engine)


def archive_of(engine: EngineProcess) -> Archive:
    """An engine of ours, as the archive that it is."""

    def count() -> int:
        return sum(study["number_of_instances"] for study in engine.cli("studies", "list"))

    return Archive("PACSDESK", engine.dicom_port, count, engine.server.process_id)


@contextmanager
def orthanc_archive(folder: Path) -> Iterator[Archive]:
    """Orthanc as Debian builds it."""
    with orthanc(folder, lifetime_s=LIFETIME_S, DicomAlwaysAllowFind=True) as peer:

        def count() -> int:
            with urllib.request.urlopen(f"{peer.http_address}/statistics", timeout=10) as answer:
                return int(json.load(answer)["CountInstances"])

        yield Archive(ORTHANC_AE_TITLE, peer.dicom_port, count, peer.server.process_id)


ARCHIVES: dict[str, Callable[[Path], AbstractContextManager[Archive]]] = {
    PACSDESK: pacsdesk_archive,
    ORTHANC: orthanc_archive,
}
