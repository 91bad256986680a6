"""pynetdicom has back, by C-MOVE and by C-GET, the very bytes that its sender put on the wire.

The sender hands over each dataset as it lies in its file, and what comes back is taken before pydicom reads it: this is
the one peer that changes nothing on either way, so the files themselves are what is compared.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from pydicom.uid import UID, ExplicitVRLittleEndian
from pynetdicom import AE, build_context, build_role, evt

from pacsdesk.link.client import Client
from tests.engine.network.listening import OWN_TITLE
from tests.engine.network.querying import STUDY_ROOT
from tests.engine.network.retrieving import STUDY_ROOT_GET, STUDY_ROOT_MOVE, identifier
from tests.engine.network.sending import SentObject, object_of, sender
from tests.support.announced_files import announced_files
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK
from tests.support.round_trips import HeldInstance, held, let_round_trip, studies_in, unequal

TITLE = "PYNETDICOM"
SUCCESS, STORED_UNREADABLE, WITH_FAILURES = 0x0000, 0xB007, 0xB000
# retired ultrasound: pynetdicom accepts the context, then refuses the C-STORE, as no service on its list has that class
UNKNOWN_CLASS = "1.2.840.10008.5.1.4.1.1.6"


class Taken(dict[str, bytes]):
    """Datasets by SOP Instance UID, as they came on the wire."""

    def store(self, event: Any) -> int:
        """Any: pynetdicom's events have no types."""
        self[str(event.request.AffectedSOPInstanceUID)] = event.request.DataSet.getvalue()
        return SUCCESS


@dataclass(frozen=True)
class Trip:
    """What was sent. taken: what comes by C-MOVE."""

    port: int
    sent: dict[str, SentObject]
    held: dict[str, HeldInstance]
    taken: Taken


def pairs_of(objects: Sequence[SentObject]) -> list[tuple[str, str]]:
    """Each SOP class in each transfer syntax, so that no syntax can win over another."""
    return sorted({(one.sop_class_uid, one.transfer_syntax_uid) for one in objects})


@contextmanager
def receiver(pairs: Sequence[tuple[str, str]], taken: Taken) -> Iterator[int]:
    """A receiver for these; its port."""
    ae = AE(TITLE)
    for sop_class, syntax in pairs:
        ae.add_supported_context(sop_class, syntax)
    server = ae.start_server((LOOPBACK, 0), block=False, evt_handlers=[(evt.EVT_C_STORE, taken.store)])
    assert server is not None
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()


@pytest.fixture(scope="module")
def trip(engine: EngineProcess, link: Client) -> Iterator[Trip]:
    """Every file sent on one association, with the receiver open for what will come back."""
    objects = [object_of(path) for path in announced_files().values()]
    pairs = pairs_of(objects)
    taken = Taken()
    with receiver(pairs, taken) as port:
        let_round_trip(link, TITLE, port)
        with sender(engine.dicom_port, pairs, TITLE) as sending:
            answers = {one: sending.store(one, 2 * pairs.index(pair_of(one)) + 1)[0] for one in objects}
        assert set(answers.values()) == {SUCCESS, STORED_UNREADABLE}
        sent = {one.sop_instance_uid: one for one in objects}
        yield Trip(engine.dicom_port, sent, held(link, sent), taken)


def pair_of(one: SentObject) -> tuple[str, str]:
    """What a context is proposed for."""
    return one.sop_class_uid, one.transfer_syntax_uid


@contextmanager
def caller(port: int, model: str, gets: Sequence[tuple[str, str]] = (), taken: Taken | None = None) -> Iterator[Any]:
    """An association for one model. gets: what it takes on the same association."""
    ae = AE(TITLE)
    ae.dimse_timeout = ae.acse_timeout = ae.network_timeout = 30
    contexts = [build_context(UID(model), ExplicitVRLittleEndian)]
    contexts += [build_context(UID(sop_class), syntax) for sop_class, syntax in gets]
    roles: Any = [build_role(UID(sop_class), scp_role=True) for sop_class in sorted({one for one, _ in gets})]
    handlers: Any = [] if taken is None else [(evt.EVT_C_STORE, taken.store)]
    association = ae.associate(LOOPBACK, port, contexts, ae_title=OWN_TITLE, ext_neg=roles, evt_handlers=handlers)
    assert association.is_established
    try:
        yield association
    finally:
        association.release()
    assert association.is_released


def test_pynetdicom_finds_every_study(trip: Trip) -> None:
    with caller(trip.port, STUDY_ROOT) as calling:
        keys = identifier(QueryRetrieveLevel="STUDY", StudyInstanceUID="")
        *answers, (last, _) = calling.send_c_find(keys, UID(STUDY_ROOT))
    assert last.Status == SUCCESS
    assert sorted(str(found.StudyInstanceUID) for _, found in answers) == studies_in(trip.held)


def test_pynetdicom_has_back_by_c_move_each_class_that_it_knows(trip: Trip) -> None:
    wanted = {uid: one for uid, one in trip.held.items() if one.sop_class_uid != UNKNOWN_CLASS}
    with caller(trip.port, STUDY_ROOT_MOVE) as calling:
        keys = identifier(QueryRetrieveLevel="STUDY", StudyInstanceUID=studies_in(trip.held))
        *_, (last, failed) = calling.send_c_move(keys, TITLE, UID(STUDY_ROOT_MOVE))
    assert (last.Status, last.NumberOfCompletedSuboperations) == (WITH_FAILURES, len(wanted))
    assert {failed.FailedSOPInstanceUIDList} == trip.held.keys() - wanted.keys()
    assert unequal(trip.taken, wanted) == []


def test_pynetdicom_has_everything_back_by_c_get(trip: Trip) -> None:
    taken = Taken()
    wanted = trip.held
    pairs = pairs_of([trip.sent[uid] for uid in wanted])
    with caller(trip.port, STUDY_ROOT_GET, pairs, taken) as calling:
        keys = identifier(QueryRetrieveLevel="STUDY", StudyInstanceUID=studies_in(trip.held))
        *_, (last, _) = calling.send_c_get(keys, UID(STUDY_ROOT_GET))
    assert (last.Status, last.NumberOfCompletedSuboperations) == (SUCCESS, len(wanted))
    assert unequal(taken, wanted) == []


def test_what_comes_back_is_what_lies_in_the_files(trip: Trip) -> None:
    assert {uid: one.content for uid, one in trip.held.items()} == {uid: one.content for uid, one in trip.sent.items()}
