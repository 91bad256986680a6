"""Those who retrieve and those who are sent to: DCMTK's movescu, getscu and storescp, pynetdicom on both sides."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydicom import Dataset
from pydicom.uid import UID, ExplicitVRLittleEndian
from pynetdicom import AE, build_context, build_role, evt
from pynetdicom.association import Association
from pynetdicom.pdu_primitives import SOPClassExtendedNegotiation

from pacsdesk.contract.records.peers import Peer, PeerService
from pacsdesk.contract.types import AETitle
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite
from tests.engine.network.sending import SentObject, object_of
from tests.support.archive import arrival
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.part10 import dataset_of
from tests.support.peers import dcmtk, peer_environment, system_program
from tests.support.processes import ServerProcess

PATIENT_ROOT_MOVE, STUDY_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.1.2", "1.2.840.10008.5.1.4.1.2.2.2"
PATIENT_STUDY_MOVE, STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.3.2", "1.2.840.10008.5.1.4.1.2.2.3"
SINK = "SINK"


def keep(site: ListeningSite, *objects: SentObject) -> None:
    """Have the archive of a site hold these."""
    for one in objects:
        staged = site.ingest.stage()
        staged.write(one.content)
        said = arrival(one.sop_instance_uid, one.sop_class_uid, one.transfer_syntax_uid)
        assert site.ingest.store(said, staged).status == 0


def keep_files(site: ListeningSite, paths: Sequence[Path]) -> list[SentObject]:
    """The same for files; what they hold."""
    objects = [object_of(path) for path in paths]
    keep(site, *objects)
    return objects


def let_retrieve(site: ListeningSite, sink_port: int | None = None, host: str = LOOPBACK) -> None:
    """Let the known caller query, move and get, and enter the destination."""
    site.enter_peer(KNOWN, PeerService.FIND, PeerService.MOVE, PeerService.GET)
    if sink_port:
        site.peers.add(TESTER, Peer(SINK, AETitle(SINK), host, sink_port, allow=()))


@contextmanager
def storescp(folder: Path, *options: str) -> Iterator[int]:
    """DCMTK's receiver, which keeps what comes as it comes; its port."""
    folder.mkdir(exist_ok=True)
    port = free_port()
    command = [system_program("storescp"), *options, "-od", str(folder), str(port)]
    with ServerProcess(command, peer_environment()):
        wait_until_accepting(port)
        yield port


AS_IT_COMES = ("+B", "+xa")


def datasets_in(folder: Path) -> list[bytes]:
    """The datasets of all files in a folder, sorted."""
    return sorted(dataset_of(path.read_bytes()) for path in folder.iterdir())


def movescu(port: int, *keys: str, model: str = "-S", to: str = SINK) -> str:
    """Move as a person does at a terminal; what movescu says."""
    asked = [part for key in keys for part in ("-k", key)]
    caller = ("-aet", KNOWN, "-aec", OWN_TITLE, "-aem", to, LOOPBACK, str(port))
    return dcmtk("movescu", "-d", model, *asked, *caller).stdout


def getscu(port: int, folder: Path, *keys: str, options: Sequence[str] = ()) -> str:
    """Get as a person does at a terminal; what getscu says."""
    folder.mkdir(exist_ok=True)
    asked = [part for key in keys for part in ("-k", key)]
    caller = ("-aet", KNOWN, "-aec", OWN_TITLE, LOOPBACK, str(port))
    return dcmtk("getscu", "-d", "-S", "+B", "-od", folder, *options, *asked, *caller).stdout


@dataclass
class Sink:
    """A receiver on pynetdicom. status: what it answers, by turns the last for good."""

    port: int = 0
    statuses: list[int] = field(default_factory=lambda: [0])
    taken: list[Dataset] = field(default_factory=list)
    originators: list[tuple[str | None, int | None]] = field(default_factory=list)
    associations: int = 0
    contexts: list[int] = field(default_factory=list)
    aborts_at: set[int] = field(default_factory=set)
    _requests: int = 0

    def requested(self, event: Any) -> None:
        """An association is proposed."""
        self.associations += 1
        self.contexts.append(len(event.assoc.requestor.requested_contexts))

    def store(self, event: Any) -> int:
        """A C-STORE came."""
        self._requests += 1
        if self._requests in self.aborts_at:
            event.assoc.abort()
            return 0
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        if status >> 12 in (0, 0xB):
            dataset = event.dataset
            dataset.file_meta = event.file_meta
            self.taken.append(dataset)
        request = event.request
        self.originators.append((request.MoveOriginatorApplicationEntityTitle, request.MoveOriginatorMessageID))
        return status


@contextmanager
def sink(accepts: Mapping[str, str | list[str]], sink: Sink | None = None) -> Iterator[Sink]:
    """A receiver that accepts these SOP classes in these transfer syntaxes."""
    receiving = sink or Sink()
    ae = AE(SINK)
    for abstract, syntaxes in accepts.items():
        ae.add_supported_context(abstract, syntaxes)
    handlers: Any = [(evt.EVT_C_STORE, receiving.store), (evt.EVT_REQUESTED, receiving.requested)]
    server = ae.start_server((LOOPBACK, 0), block=False, evt_handlers=handlers)
    assert server is not None
    receiving.port = int(server.server_address[1])
    try:
        yield receiving
    finally:
        server.shutdown()


Answers = list[tuple[Dataset, Dataset | None]]


@contextmanager
def retriever(
    port: int,
    model: str,
    gets: Mapping[str, str | list[str]] | None = None,
    on_store: Any = None,
    extended: bytes = b"",
) -> Iterator[Association]:
    """An association that can retrieve by one model. gets: SOP classes of which it is the SCP. extended: proposed for
    the model (PS3.7 D.3.3.5). Any: what pynetdicom takes for a handler."""
    ae = AE(KNOWN)
    ae.dimse_timeout = ae.acse_timeout = ae.network_timeout = 30
    contexts = [build_context(UID(model), ExplicitVRLittleEndian)]
    contexts += [build_context(UID(abstract), syntaxes) for abstract, syntaxes in (gets or {}).items()]
    items: Any = [build_role(UID(abstract), scp_role=True) for abstract in (gets or {})]
    if extended:
        item = SOPClassExtendedNegotiation()
        item.sop_class_uid = UID(model)
        item.service_class_application_information = extended
        items.append(item)
    handlers: Any = [(evt.EVT_C_STORE, on_store)] if on_store else []
    association = ae.associate(LOOPBACK, port, contexts, ae_title=OWN_TITLE, ext_neg=items, evt_handlers=handlers)
    assert association.is_established, "the caller was not accepted"
    try:
        yield association
    finally:
        if association.is_established:
            association.release()


def move(port: int, model: str = STUDY_ROOT_MOVE, to: str = SINK, **keys: Any) -> Answers:
    """Command set and identifier of each answer to a C-MOVE. Any: whatever pydicom takes for a value."""
    with retriever(port, model) as association:
        return list(association.send_c_move(identifier(**keys), to, UID(model)))


def identifier(**keys: Any) -> Dataset:
    """An identifier of these keys."""
    asked = Dataset()
    for keyword, value in keys.items():
        setattr(asked, keyword, value)
    return asked


def counts(command: Dataset) -> tuple[int | None, int | None, int | None, int | None]:
    """Remaining, completed, failed, warning sub-operations; None for those that are not told."""
    return (
        command.get("NumberOfRemainingSuboperations"),
        command.get("NumberOfCompletedSuboperations"),
        command.get("NumberOfFailedSuboperations"),
        command.get("NumberOfWarningSuboperations"),
    )
