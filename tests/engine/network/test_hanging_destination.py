"""A C-MOVE to a destination that hangs: cancelled, or its caller gone, it ends soon and lets go of the destination."""

from collections.abc import Iterator

import pytest
from pydicom import Dataset
from pydicom.uid import UID
from pynetdicom.association import Association

from tests.engine.network.hanging import DATA, HangingDestination, HangsAt, hanging_destination
from tests.engine.network.listening import ListeningSite
from tests.engine.network.retrieving import (
    SINK,
    STUDY_ROOT_MOVE,
    counts,
    identifier,
    keep,
    let_retrieve,
    retriever,
)
from tests.engine.network.sending import EXPLICIT, SentObject
from tests.support.datasets import CT_IMAGE, ct_bytes

CANCELLED, ABORT = 0xFE00, 0x07
WAITS = 30  # seconds, half of what a peer has for an answer

Answers = Iterator[tuple[Dataset, Dataset | None]]


@pytest.fixture
def three(site: ListeningSite) -> ListeningSite:
    """A site that holds a study of three instances, each larger than what a connection's buffers take."""
    pixels = bytes(16 << 20)
    for number in (1, 2, 3):
        uid = f"1.2.3.1.{number}"
        content = ct_bytes(uid, Rows=2048, Columns=4096, PixelData=pixels, InstanceNumber=number)
        keep(site, SentObject(CT_IMAGE, uid, EXPLICIT, content))
    return site


def asked(association: Association, destination: HangingDestination) -> Answers:
    """The answers to a move that has come as far as it will."""
    keys = identifier(QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")
    answers: Answers = association.send_c_move(keys, SINK, UID(STUDY_ROOT_MOVE), msg_id=7)
    assert destination.is_hanging.wait(WAITS)
    return answers


@pytest.mark.thorough
@pytest.mark.parametrize("hangs_at", HangsAt)
def test_a_cancelled_move_is_answered_and_the_destination_let_go(three: ListeningSite, hangs_at: HangsAt) -> None:
    with hanging_destination(hangs_at) as destination:
        let_retrieve(three, destination.port)
        with retriever(three.port, STUDY_ROOT_MOVE) as association:
            association.dimse_timeout = WAITS
            answers = asked(association, destination)
            association.send_c_cancel(7, query_model=UID(STUDY_ROOT_MOVE))
            ((final, _),) = answers
            assert (final.Status, counts(final)) == (CANCELLED, (3, 0, 0, 0))
    if hangs_at is HangsAt.ANSWER:
        assert destination.kinds[-2:] == [ABORT, 0]
        assert destination.kinds.count(DATA) > 1
    assert destination.kinds[-1] == 0


@pytest.mark.thorough
def test_a_caller_that_goes_away_takes_its_move_along(three: ListeningSite) -> None:
    with hanging_destination(HangsAt.ANSWER) as destination:
        let_retrieve(three, destination.port)
        with retriever(three.port, STUDY_ROOT_MOVE) as association:
            asked(association, destination)
            association.abort()
        destination.wait_for_the_end()
    assert destination.kinds[-2:] == [ABORT, 0]
