"""C-MOVE that its caller gives up: while instances are on their way, and while its destination is still called."""

import socket

from pydicom.uid import UID, CTImageStorage

from pacsdesk.contract.records.peers import Peer, PeerService, PeerTimeouts
from pacsdesk.contract.types import AETitle
from tests.engine.network.listening import KNOWN, TESTER, ListeningSite
from tests.engine.network.retrieving import (
    SINK,
    STUDY_ROOT_MOVE,
    counts,
    identifier,
    keep,
    let_retrieve,
    retriever,
    sink,
)
from tests.engine.network.sending import EXPLICIT, SentObject
from tests.support.datasets import CT_IMAGE, ct_bytes
from tests.support.network import LOOPBACK

CANCELLED = 0xFE00
ANY_UNCOMPRESSED = ["1.2.840.10008.1.2.1", "1.2.840.10008.1.2"]


def ct(number: int) -> SentObject:
    """A tiny CT; series and study by number."""
    uid = f"1.2.3.1.{number}"
    keys = {"StudyInstanceUID": "1.2.3", "SeriesInstanceUID": "1.2.3.1", "InstanceNumber": number}
    return SentObject(CT_IMAGE, uid, EXPLICIT, ct_bytes(uid, **keys))


def test_a_cancelled_move_says_what_remains(site: ListeningSite) -> None:
    keep(site, *(ct(number) for number in range(1, 31)))
    with sink({CTImageStorage: ANY_UNCOMPRESSED}) as receiving:
        let_retrieve(site, receiving.port)
        with retriever(site.port, STUDY_ROOT_MOVE) as association:
            asked = identifier(QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")
            answers = association.send_c_move(asked, SINK, UID(STUDY_ROOT_MOVE), msg_id=7)
            next(answers)
            association.send_c_cancel(7, query_model=UID(STUDY_ROOT_MOVE))
            final = list(answers)[-1][0]
    remaining, completed, failed, warning = counts(final)
    assert final.Status == CANCELLED
    assert (failed, warning) == (0, 0)
    assert remaining is not None
    assert completed is not None
    assert remaining > 0
    assert remaining + completed == 30 == remaining + len(receiving.taken)


def test_a_move_is_cancelled_at_once_while_its_destination_does_not_answer_the_call(site: ListeningSite) -> None:
    keep(site, ct(1))
    with socket.create_server((LOOPBACK, 0)) as silent:  # the system accepts for it, and nobody ever answers
        site.enter_peer(KNOWN, PeerService.FIND, PeerService.MOVE)
        # longer than the caller of this test waits
        waits = PeerTimeouts(associate=3600)
        port = silent.getsockname()[1]
        site.peers.add(TESTER, Peer(SINK, AETitle(SINK), LOOPBACK, port, allow=(), timeouts=waits))
        with retriever(site.port, STUDY_ROOT_MOVE) as association:
            asked = identifier(QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")
            answers = association.send_c_move(asked, SINK, UID(STUDY_ROOT_MOVE), msg_id=7)
            called, _ = silent.accept()
            with called:
                association.send_c_cancel(7, query_model=UID(STUDY_ROOT_MOVE))
                final = list(answers)[-1][0]
    assert (final.Status, counts(final)) == (CANCELLED, (1, 0, 0, 0))
