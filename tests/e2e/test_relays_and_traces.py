"""A relay between DCMTK and Orthanc, a sink, and traces of both directions, on a running engine."""

import json
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

from pacsdesk.contract.records.associations import AssociationDetail, AssociationState, EndedBy
from pacsdesk.contract.records.evidence import EvidenceOrder
from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import LadderOrder
from pacsdesk.contract.records.relays import ListenOrder
from pacsdesk.contract.records.traces import TracedKind, TraceFilter, TraceSource
from pacsdesk.contract.types import AETitle
from pacsdesk.link.client import Client
from tests.e2e.callers import small_ct
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.sending import EXPLICIT, sender
from tests.support.datasets import CT_IMAGE, ct_dataset
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import (
    ORTHANC_AE_TITLE,
    OrthancPeer,
    dcmtk,
    orthanc,
    peer_environment,
    system_program,
)
from tests.support.processes import ServerProcess

pytestmark = pytest.mark.e2e
EVERYTHING = TraceFilter()
NAME = "KRYPTISCH^WILHELMINE"


@pytest.fixture(scope="module")
def pacs(link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OrthancPeer]:
    with orthanc(tmp_path_factory.mktemp("orthanc"), DicomAlwaysAllowFind=True) as peer:
        link.services.peers.add(Peer("PACS", AETitle(ORTHANC_AE_TITLE), LOOPBACK, peer.dicom_port))
        yield peer


@pytest.fixture
def ct_file(tmp_path: Path) -> Path:
    """A CT of somebody with a strange name, in explicit little endian."""
    path = tmp_path / "ct.dcm"
    dataset = ct_dataset(str(generate_uid()), PatientName=NAME, PatientID="KR-4711")
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(path, implicit_vr=False, little_endian=True, enforce_file_format=True)
    return path


def eventually(found: Callable[[], bool], seconds: float = 20.0) -> None:
    """Return when it is so. Raises AssertionError when it does not come to be."""
    deadline = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < deadline, "It never came to be."
        time.sleep(0.05)


def has_ended(link: Client, relay_id: str, number: int) -> AssociationDetail:
    """The number-th relayed association, once it is over."""
    relays = link.services.relays
    eventually(lambda: len([one for one in relays.associations(relay_id) if one.summary.ended_at]) >= number)
    seen = sorted(relays.associations(relay_id), key=lambda one: one.summary.began_at)
    return link.services.associations.get(seen[number - 1].summary.association_id)


def test_a_relay_passes_stores_and_queries_and_shows_both_sides(link: Client, pacs: OrthancPeer, ct_file: Path) -> None:
    relay = link.services.relays.start("PACS", ListenOrder())
    port = str(relay.listening.port)
    sent = dcmtk("storescu", "-aet", "CT01", "-aec", ORTHANC_AE_TITLE, LOOPBACK, port, ct_file)
    assert sent.returncode == 0, sent.stdout
    asked = dcmtk("findscu", "-S", "-aec", "ORTHANC", "-k", "0008,0052=STUDY", "-k", "PatientName=K*", LOOPBACK, port)
    assert "KRYPTISCH^WILHELMINE" in asked.stdout

    stored = has_ended(link, relay.relay_id, 1)
    assert (stored.summary.state, stored.end.by) == (AssociationState.RELEASED, EndedBy.CALLER)
    assert (stored.summary.calling_ae_title, stored.summary.called_ae_title) == ("CT01", "ORTHANC")
    assert stored.summary.called_address == f"{LOOPBACK}:{pacs.dicom_port}"
    assert [(one.operation, one.status, one.count) for one in stored.operations] == [("C-STORE", 0, 1)]
    assert any(one.abstract_syntax == CT_IMAGE and one.accepted for one in stored.items)
    assert "DCMTK" in stored.implementation_version_name
    assert stored.called.implementation_version_name
    found = has_ended(link, relay.relay_id, 2)
    assert [one.operation for one in found.operations] == ["C-FIND"]

    link.services.relays.stop(relay.relay_id)
    trace = next(one for one in link.services.traces.list() if one.trace_id == relay.trace_id)
    assert (trace.source, trace.associations, trace.is_running) == (TraceSource.RELAY, 2, False)
    content = link.read_bytes(f"trace/{trace.trace_id}")
    assert all(word not in decoded_bytes(content) for word in (b"KRYPTISCH", b"WILHELMINE", b"KR-4711"))


@pytest.fixture
def destination(link: Client, tmp_path: Path) -> Iterator[int]:
    """A storescp that is a peer."""
    port = free_port()
    with ServerProcess([system_program("storescp"), "-od", str(tmp_path), str(port)], peer_environment()):
        link.services.peers.add(Peer("Destination", AETitle("DESTINATION"), LOOPBACK, port))
        wait_until_accepting(port)
        yield port
        link.services.peers.remove("Destination")


def test_what_a_relay_passed_on_is_listed_and_explained(
    link: Client, engine: EngineProcess, destination: int, ct_file: Path
) -> None:
    relay = link.services.relays.start("Destination", ListenOrder())
    port = str(relay.listening.port)
    assert dcmtk("storescu", "-aet", "CT09", "-aec", "DESTINATION", LOOPBACK, port, ct_file).returncode == 0
    stored = has_ended(link, relay.relay_id, 1)
    assert stored.summary.called_address == f"{LOOPBACK}:{destination}"
    (listed,) = engine.cli("associations", "list", "--direction", "relayed", "CT09")
    assert (listed["state"], listed["operations"], listed["failures"]) == ("released", 1, 0)
    assert listed["bytes_received"] > ct_file.stat().st_size // 2
    assert engine.cli("associations", "explain", listed["association_id"]) == []
    shown = engine.cli("associations", "show", listed["association_id"])
    assert shown["called"]["implementation_version_name"].startswith("OFFIS_DCMTK")
    assert shown["end"]["by"] == "caller"


def test_who_the_called_system_refused_is_listed_and_explained(link: Client, engine: EngineProcess) -> None:
    link.services.peers.add(Peer("This one", AETitle(OWN_TITLE), LOOPBACK, engine.dicom_port))
    relay = link.services.relays.start("This one", ListenOrder())
    port = str(relay.listening.port)
    assert dcmtk("echoscu", "-aet", "STRANGER9", "-aec", OWN_TITLE, LOOPBACK, port).returncode != 0
    refused = has_ended(link, relay.relay_id, 1).summary
    (listed,) = engine.cli("associations", "list", "--direction", "relayed", "--failed", "STRANGER9")
    assert (listed["association_id"], listed["state"]) == (refused.association_id, "refused")
    (finding,) = link.services.associations.explain(refused.association_id)
    assert finding.code is FindingCode.CALLING_AE_UNKNOWN
    assert finding.cause.startswith("This one turned STRANGER9 away: it does not know the AE title STRANGER9")
    order = EvidenceOrder(peer="This one", association_id=refused.association_id)
    told = {file.name: file.text for file in link.services.evidence.preview(order).files}
    assert f"passed on by a relay to {LOOPBACK}:{engine.dicom_port}" in told["association.txt"]
    assert "Ended by: called" in told["association.txt"]


def test_a_trace_of_a_store_is_read_and_opened_again(
    link: Client, ct_file: Path, tmp_path: Path, engine: EngineProcess
) -> None:
    trace = link.services.traces.start(name=f"Device {KNOWN}", seconds=60)
    with sender(engine.dicom_port, [(CT_IMAGE, EXPLICIT)]) as caller:
        assert caller.store(small_ct(PatientName=NAME))[0] == 0
    eventually(lambda: kinds(link, trace.trace_id)[-1:] == [TracedKind.CLOSED])
    ended = link.services.traces.stop(trace.trace_id)
    assert ended.associations == 1
    assert kinds(link, trace.trace_id)[:3] == [TracedKind.OPENED, TracedKind.ASSOCIATE_RQ, TracedKind.ASSOCIATE_AC]
    page = link.services.traces.pdus(trace.trace_id, TraceFilter(text="dataset"), PageRequest())
    decoded = link.services.traces.pdu(trace.trace_id, page.items[0].number)
    values = {field.name: field for field in decoded.fields}
    assert values["(0010,0010) PN Patient's Name"].is_masked
    assert values["(0008,0060) CS Modality"].value == "CT"

    saved = tmp_path / "saved.jsonl"
    saved.write_bytes(link.read_bytes(f"trace/{trace.trace_id}"))
    assert NAME.encode() not in decoded_bytes(saved.read_bytes())
    again = uuid4().hex
    link.upload(f"uploads/traces/{again}", "saved.jsonl", saved)
    opened = next(one for one in link.services.traces.list() if one.trace_id == again)
    assert (opened.source, opened.of, opened.pdus) == (TraceSource.FILE, "saved.jsonl", ended.pdus)
    assert link.services.traces.pdu(again, page.items[0].number).fields == decoded.fields
    (stored,) = (engine.site.data_dir / "traces").glob(f"{trace.trace_id}.*")
    assert stored.stat().st_mode & 0o777 == 0o600


def test_what_we_send_to_a_peer_is_traced_unmasked_when_that_is_asked(link: Client, pacs: OrthancPeer) -> None:
    trace = link.services.traces.start_unmasked(name="PACS", seconds=60)
    link.services.bench.ladder("PACS", LadderOrder())
    link.services.traces.stop(trace.trace_id)
    assert TracedKind.ASSOCIATE_RQ in kinds(link, trace.trace_id)
    said = [one.summary for one in link.services.traces.pdus(trace.trace_id, EVERYTHING, PageRequest()).items]
    assert any(summary.startswith("C-ECHO-RSP, message") for summary in said)


def test_a_sink_takes_what_comes_and_keeps_nothing(link: Client, ct_file: Path) -> None:
    sink = link.services.sinks.start(ListenOrder())
    port = str(sink.listening.port)
    assert dcmtk("echoscu", LOOPBACK, port).returncode == 0
    assert dcmtk("storescu", "-aet", "CT01", LOOPBACK, port, ct_file).returncode == 0
    sinks = link.services.sinks
    eventually(lambda: len([one for one in sinks.associations(sink.sink_id) if one.summary.ended_at]) == 2)
    stored = link.services.associations.get(sinks.associations(sink.sink_id)[0].summary.association_id)
    assert [(one.operation, one.status) for one in stored.operations] == [("C-STORE", 0)]
    assert all(one.accepted for one in stored.items)
    assert stored.summary.state is AssociationState.RELEASED
    assert link.services.sinks.stop(sink.sink_id).bytes_received > ct_file.stat().st_size // 2


def kinds(link: Client, trace_id: str) -> list[TracedKind]:
    """Of all lines of a trace."""
    return [one.kind for one in link.services.traces.pdus(trace_id, EVERYTHING, PageRequest()).items]


def decoded_bytes(content: bytes) -> bytes:
    """All that a trace's file says, its base64 decoded, and its own text."""
    found = [content]
    for line in content.splitlines():
        found += [b64decode(piece) for _, piece in json.loads(line).get("bytes", ())]
    return b"\n".join(found)


def test_a_sink_of_the_command_line_says_what_comes_on_lines(engine: EngineProcess) -> None:
    port = free_port()
    command = [*engine.site.program, "sink", "--port", str(port), "--seconds", "60", "--json"]
    running = ServerProcess(command, engine.site.environment())
    try:
        started = json.loads(running.wait_for_line(lambda line: line.startswith("{")))
        assert started["listening"]["port"] == port
        assert dcmtk("echoscu", "-aet", "CT07", LOOPBACK, str(port)).returncode == 0
        seen = json.loads(running.wait_for_line(lambda line: '"CT07"' in line))
        assert [one["operation"] for one in seen["operations"]] == ["C-ECHO"]
    finally:
        running.stop()


def test_a_trace_is_opened_and_read_from_the_command_line(engine: EngineProcess, tmp_path: Path) -> None:
    trace = engine.cli("traces", "start", "--address", LOOPBACK)
    called = ("echoscu", "-aet", KNOWN, "-aec", OWN_TITLE, LOOPBACK, str(engine.dicom_port))
    assert dcmtk(*called).returncode == 0
    ended = engine.cli("traces", "stop", trace["trace_id"])
    engine.cli("traces", "export", trace["trace_id"], "--to", tmp_path / "saved.jsonl")
    again = engine.cli("traces", "open", tmp_path / "saved.jsonl")
    assert (again["source"], again["pdus"]) == ("file", ended["pdus"])
    (request,) = engine.cli("traces", "show", again["trace_id"], "C-ECHO-RQ")
    decoded = engine.cli("traces", "show", again["trace_id"], "--pdu", str(request["number"]))
    assert "0030 C-ECHO-RQ" in [field["value"] for field in decoded["fields"]]
    engine.cli("traces", "remove", again["trace_id"])
    assert again["trace_id"] not in [one["trace_id"] for one in engine.cli("traces", "list")]
