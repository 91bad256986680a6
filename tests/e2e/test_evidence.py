"""From a caller that is refused to what its maker gets: explained, its log beside our journal, packed."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.link.client import Client
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port
from tests.support.peers import dcmtk

pytestmark = pytest.mark.e2e


def test_a_refused_caller_is_explained_with_its_log_beside_and_packed(
    engine: EngineProcess, link: Client, tmp_path: Path
) -> None:
    said = dcmtk("echoscu", "-d", "-aet", "SCANNER9", "-aec", "PACSDESK", LOOPBACK, str(engine.dicom_port))
    (refused,) = engine.cli("associations", "list", "SCANNER9", "--failed")

    explained = engine.site.run("associations", "explain", refused["association_id"])
    assert explained.exit_code == 1
    assert explained.document[0]["code"] == "calling-ae-unknown"

    log = tmp_path / "echoscu.log"
    log.write_text(said.stdout, encoding="utf-8")
    timeline = engine.cli("logs", "read", log, "--association", refused["association_id"])
    assert [event["kind"] for event in timeline["events"]][:2] == ["request", "reject"]
    assert timeline["events"][0]["association_id"] == refused["association_id"]

    pack = tmp_path / "scanner.zip"
    told = engine.cli("evidence", "pack", "--association", refused["association_id"], "--to", pack)
    with ZipFile(pack) as opened:
        assert opened.namelist() == told["files"]
        assert json.loads(opened.read("association.json"))["findings"][0]["code"] == "calling-ae-unknown"
        assert "SCANNER9 -> PACSDESK" in opened.read("journal.txt").decode()
    assert "evidence.pack" in {entry.action for entry in link.services.audit.entries(PageRequest()).items}


def test_a_peer_is_tested_for_its_pack(engine: EngineProcess, link: Client, tmp_path: Path) -> None:
    link.services.peers.add(Peer("Dark", AETitle("DARK"), LOOPBACK, free_port(), notes="Frau Muster ruft an"))
    pack = tmp_path / "dark.zip"
    engine.cli("evidence", "pack", "Dark", "--test", "--to", pack, "--without", "versions.json")
    with ZipFile(pack) as opened:
        assert "versions.json" not in opened.namelist()
        assert "connection-refused" in opened.read("ladder.txt").decode()
        assert not [name for name in opened.namelist() if b"Muster" in opened.read(name)]
