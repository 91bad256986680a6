"""C-GET as callers see it: what is stored comes back on their own association, in the contexts that they can take."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pydicom import Dataset, dcmread
from pydicom.uid import UID, CTImageStorage, MRImageStorage

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.dataset.writing import encode_element
from pacsdesk.engine.network.association import ProposedContext, RoleSelection
from pacsdesk.engine.network.command import Response
from pacsdesk.engine.network.wire.calling import Call
from pacsdesk.engine.network.wire.opened import Instance
from tests.engine.network.listening import KNOWN, OWN_TITLE, ListeningSite
from tests.engine.network.retrieving import (
    STUDY_ROOT_GET,
    Answers,
    counts,
    datasets_in,
    getscu,
    identifier,
    keep,
    keep_files,
    let_retrieve,
    retriever,
)
from tests.engine.network.sending import EXPLICIT, SentObject, small_object
from tests.engine.network.wire.calls import association
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.datasets import CT_IMAGE, ct_bytes

SUCCESS, WITH_FAILURES, CANCELLED, PENDING = 0x0000, 0xB000, 0xFE00, 0xFF00
NOT_PERFORMED, NO_MATCH_OF_CLASS, NOT_AUTHORIZED = 0xA702, 0xA900, 0x0124
UNCOMPRESSED = ["1.2.840.10008.1.2.1", "1.2.840.10008.1.2"]
STUDY = {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2.3"}


def ct(number: int) -> SentObject:
    """A tiny CT of study 1.2.3."""
    uid = f"1.2.3.1.{number}"
    return SentObject(CT_IMAGE, uid, EXPLICIT, ct_bytes(uid, InstanceNumber=number))


@pytest.fixture
def three(site: ListeningSite) -> Iterator[ListeningSite]:
    """A site that holds one study of three instances and lets one caller get."""
    keep(site, *(ct(number) for number in (1, 2, 3)))
    let_retrieve(site)
    yield site


class Taking:
    """What a getting caller is sent. statuses: its answers, the last for good."""

    def __init__(self, *statuses: int) -> None:
        self.taken: list[Dataset] = []
        self._statuses = list(statuses or (0,))

    def store(self, event: Any) -> int:
        """A C-STORE came on our association."""
        dataset = event.dataset
        dataset.file_meta = event.file_meta
        self.taken.append(dataset)
        return self._statuses.pop(0) if len(self._statuses) > 1 else self._statuses[0]


def get(port: int, gets: dict[str, list[str]], taking: Taking, **keys: Any) -> Answers:
    """Command set and identifier of each answer to a C-GET. Any: whatever pydicom takes for a value."""
    with retriever(port, STUDY_ROOT_GET, gets, taking.store) as calling:
        return list(calling.send_c_get(identifier(**keys), UID(STUDY_ROOT_GET)))


def test_dcmtk_gets_what_is_stored_byte_by_byte(site: ListeningSite, tmp_path: Path) -> None:
    objects = keep_files(site, ct_phantom_slices()[:5])
    let_retrieve(site)
    study = dcmread(ct_phantom_slices()[0], stop_before_pixels=True).StudyInstanceUID
    said = getscu(site.port, tmp_path / "got", "QueryRetrieveLevel=STUDY", f"StudyInstanceUID={study}")
    assert "0x0000: Success" in said
    assert datasets_in(tmp_path / "got") == sorted(one.content for one in objects)


def test_each_sub_operation_is_counted(three: ListeningSite) -> None:
    taking = Taking()
    answers = get(three.port, {CTImageStorage: UNCOMPRESSED}, taking, **STUDY)
    assert [(command.Status, counts(command)) for command, _ in answers] == [
        (PENDING, (2, 1, 0, 0)),
        (PENDING, (1, 2, 0, 0)),
        (PENDING, (0, 3, 0, 0)),
        (SUCCESS, (None, 3, 0, 0)),
    ]
    assert [one.InstanceNumber for one in taking.taken] == [1, 2, 3]


def test_warnings_and_failures_of_the_caller_are_counted_each_for_itself(three: ListeningSite) -> None:
    command, failed = get(three.port, {CTImageStorage: UNCOMPRESSED}, Taking(0xB007, 0xA700, 0), **STUDY)[-1]
    assert (command.Status, counts(command)) == (WITH_FAILURES, (None, 1, 1, 1))
    assert failed is not None
    assert failed.FailedSOPInstanceUIDList == "1.2.3.1.2"


def test_a_class_that_the_caller_did_not_propose_fails_alone(three: ListeningSite) -> None:
    mr = ct_bytes("1.2.3.2.1", SOPClassUID=str(MRImageStorage), SeriesInstanceUID="1.2.3.2", Modality="MR")
    keep(three, SentObject(str(MRImageStorage), "1.2.3.2.1", EXPLICIT, mr))
    command, failed = get(three.port, {CTImageStorage: UNCOMPRESSED}, Taking(), **STUDY)[-1]
    assert (command.Status, counts(command)) == (WITH_FAILURES, (None, 3, 1, 0))
    assert failed is not None
    assert failed.FailedSOPInstanceUIDList == "1.2.3.2.1"


def test_without_the_scp_role_there_is_no_way_back(three: ListeningSite) -> None:
    ((command, _),) = get(three.port, {}, Taking(), **STUDY)
    assert command.Status == NOT_PERFORMED
    assert "SCP role" in command.ErrorComment


def test_a_refusal_names_the_key_and_its_element(three: ListeningSite) -> None:
    asked = {"QueryRetrieveLevel": "SERIES", "SeriesInstanceUID": "1.2.3.1"}
    ((command, _),) = get(three.port, {CTImageStorage: UNCOMPRESSED}, Taking(), **asked)
    assert (command.Status, command.OffendingElement) == (NO_MATCH_OF_CLASS, 0x0020000D)
    assert "StudyInstanceUID" in command.ErrorComment


def test_several_retrievals_go_on_one_association(three: ListeningSite) -> None:
    taking = Taking()
    with retriever(three.port, STUDY_ROOT_GET, {CTImageStorage: UNCOMPRESSED}, taking.store) as calling:
        for _ in range(3):
            *_, (command, _) = calling.send_c_get(identifier(**STUDY), UID(STUDY_ROOT_GET))
            assert command.Status == SUCCESS
    assert len(taking.taken) == 9


def test_a_cancelled_get_says_what_remains(site: ListeningSite) -> None:
    keep(site, *(ct(number) for number in range(1, 31)))
    let_retrieve(site)
    taking = Taking()
    with retriever(site.port, STUDY_ROOT_GET, {CTImageStorage: UNCOMPRESSED}, taking.store) as calling:
        answers = calling.send_c_get(identifier(**STUDY), UID(STUDY_ROOT_GET), msg_id=7)
        next(answers)
        calling.send_c_cancel(7, query_model=UID(STUDY_ROOT_GET))
        final = list(answers)[-1][0]
    remaining, completed, _, _ = counts(final)
    assert final.Status == CANCELLED
    assert remaining is not None
    assert completed is not None
    assert remaining > 0
    assert remaining + completed == 30


def test_a_caller_that_goes_in_the_middle_leaves_nothing_behind(site: ListeningSite) -> None:
    keep(site, *(ct(number) for number in range(1, 31)))
    let_retrieve(site)
    is_gone = Event()

    def store(event: Any) -> int:
        event.assoc.dimse_timeout = 1  # it aborted itself and then waits for the next answer
        event.assoc.abort()
        is_gone.set()
        return 0

    with (
        ThreadPoolExecutor(1) as pool,
        retriever(site.port, STUDY_ROOT_GET, {CTImageStorage: UNCOMPRESSED}, store) as calling,
    ):
        answers = calling.send_c_get(identifier(**STUDY), UID(STUDY_ROOT_GET))
        pool.submit(list, answers)
        assert is_gone.wait(20)
    site.server.stop(10)
    assert site.server.listener().associations == 0


@pytest.mark.parametrize("accepted", ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.70"])
@pytest.mark.parametrize("stored", ["3.dcm", "4.dcm", "7.dcm"])
def test_what_the_caller_takes_is_made_of_what_is_stored(site: ListeningSite, stored: str, accepted: str) -> None:
    path = shared_data("mr-transfer-syntaxes", stored)
    keep_files(site, [path])
    let_retrieve(site)
    expected, taking = dcmread(path), Taking()
    keys = {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": expected.StudyInstanceUID}
    command, _ = get(site.port, {MRImageStorage: [accepted]}, taking, **keys)[-1]
    assert command.Status == SUCCESS
    assert taking.taken[0].file_meta.TransferSyntaxUID == accepted
    assert (taking.taken[0].pixel_array == expected.pixel_array).all()


def test_a_caller_that_may_not_store_gets_all_the_same_and_stores_nothing(three: ListeningSite) -> None:
    """PS3.7 D.3.3.4: it is the SCP of the context, and nothing else."""
    contexts = (
        ProposedContext(1, STUDY_ROOT_GET, (EXPLICIT,)),
        ProposedContext(3, CT_IMAGE, (EXPLICIT,)),
    )
    roles = (RoleSelection(CT_IMAGE, is_scu=True, is_scp=True),)
    call = Call("127.0.0.1", three.port, AETitle(OWN_TITLE), AETitle(KNOWN), contexts, roles)
    taken: list[bytes] = []
    with association(call) as calling:
        asked = encode_element(0x00080052, "CS", b"STUDY", True) + encode_element(0x0020000D, "UI", b"1.2.3", True)
        answers = list(calling.get(calling.contexts[0], asked, lambda context, command: _Kept(taken)))
        one = small_object(CT_IMAGE)
        refused = calling.store(calling.contexts[1], Instance(CT_IMAGE, "1.2.3.4", one.content))
    assert (answers[-1].status, sorted(taken)) == (SUCCESS, sorted(ct(number).content for number in (1, 2, 3)))
    assert refused.status == NOT_AUTHORIZED
    assert len(three.datasets()) == 3


class _Kept:
    """Keeps what comes by C-GET in a list."""

    def __init__(self, kept: list[bytes]) -> None:
        self._kept = kept
        self._content = bytearray()

    def receive(self, fragment: memoryview) -> None:
        self._content += fragment

    def finish(self) -> Response:
        self._kept.append(bytes(self._content))
        return Response(SUCCESS)

    def cancel(self) -> None:
        pass

    def abandon(self) -> None:
        pass


def test_who_may_not_get_is_not_given_the_scp_role(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.STORE)
    contexts = (ProposedContext(1, STUDY_ROOT_GET, (EXPLICIT,)), ProposedContext(3, CT_IMAGE, (EXPLICIT,)))
    roles = (RoleSelection(CT_IMAGE, is_scu=True, is_scp=True),)
    call = Call("127.0.0.1", site.port, AETitle(OWN_TITLE), AETitle(KNOWN), contexts, roles)
    with association(call) as calling:
        assert [context.abstract_syntax for context in calling.contexts] == [CT_IMAGE]
