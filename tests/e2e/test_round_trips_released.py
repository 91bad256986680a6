"""Each peer ends its association by A-RELEASE, and the engine says so: none is aborted, none is lost."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.querying import STUDY_ROOT, ask, findscu, querier
from tests.support.dcmjs.peer import dcmjs
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port
from tests.support.peers import orthanc
from tests.support.round_trips import let_round_trip


def dcmtk_finds(port: int, folder: Path) -> None:
    """C-FIND by findscu."""
    findscu(port, folder, STUDY_ROOT, "QueryRetrieveLevel=STUDY", "StudyInstanceUID")


def pynetdicom_finds(port: int, folder: Path) -> None:
    """C-FIND by pynetdicom."""
    with querier(port) as calling:
        ask(calling, QueryRetrieveLevel="STUDY", StudyInstanceUID="")


def dcmjs_finds(port: int, folder: Path) -> None:
    """C-FIND by dcmjs-dimse."""
    dcmjs("find", queries=[{"StudyInstanceUID": ""}], port=port, calling=KNOWN, called=OWN_TITLE)


def orthanc_finds(port: int, folder: Path) -> None:
    """C-FIND by Orthanc, which ends its association when it ends."""
    query = json.dumps({"Level": "Study", "Query": {"StudyInstanceUID": ""}}).encode()
    with orthanc(folder / "orthanc", {"us": (OWN_TITLE, port)}, DicomAet=KNOWN) as peer:
        urlopen(Request(f"{peer.http_address}/modalities/us/query", query), timeout=30).close()


@pytest.mark.parametrize("find", [dcmtk_finds, pynetdicom_finds, dcmjs_finds, orthanc_finds])
def test_a_peer_that_has_asked_releases_its_association(
    engine_process: EngineProcess, tmp_path: Path, find: Callable[[int, Path], None]
) -> None:
    with engine_process.link() as link:
        let_round_trip(link, KNOWN, free_port())
    find(engine_process.dicom_port, tmp_path)
    engine_process.stop()
    logs = "".join(path.read_text(encoding="utf-8") for path in (engine_process.site.data_dir / "logs").iterdir())
    assert re.findall(rf"of {KNOWN} from {re.escape(LOOPBACK)} ended: (\w+), (\d+) requests", logs) == [
        ("released", "1")
    ]
