"""Faults of time and length: small things pass, large ones do not, and slow ones come in pieces."""

import pytest

from pacsdesk.engine.training.faults.manner import STORAGE, VERIFICATION
from pacsdesk.engine.training.faults.pacing import ENOUGH_BYTES
from tests.engine.training.faults.calling import ABORT, associated, connected, everything, request_of, running
from tests.engine.training.faults.test_storing import small_image

_LARGE = 4 * ENOUGH_BYTES


@pytest.mark.parametrize("fault_id", ["aborted-after-bytes", "reset-after-bytes", "closed-after-bytes"])
def test_an_echo_passes_and_a_large_image_does_not(fault_id: str) -> None:
    with running(fault_id) as fault, associated(fault, VERIFICATION, *STORAGE) as association:
        assert association.send_c_echo().Status == 0
        assert "Status" not in association.send_c_store(small_image(pixels=_LARGE))


@pytest.mark.parametrize(
    ("fault_id", "last"),
    [("aborted-after-bytes", bytes([ABORT, 0, 0, 0, 0, 4, 0, 0, 2, 0])), ("closed-after-bytes", b"")],
)
def test_how_it_ends_in_the_middle(fault_id: str, last: bytes) -> None:
    with running(fault_id) as fault, connected(fault) as connection:
        connection.sendall(request_of(fault))
        connection.recv(1 << 14)
        connection.sendall(b"\x04\x00" + (2 * ENOUGH_BYTES).to_bytes(4, "big") + bytes(ENOUGH_BYTES))
        assert everything(connection) == last


def test_a_reset_in_the_middle() -> None:
    with running("reset-after-bytes") as fault, connected(fault) as connection:
        connection.sendall(request_of(fault))
        connection.recv(1 << 14)
        connection.sendall(b"\x04\x00" + (2 * ENOUGH_BYTES).to_bytes(4, "big") + bytes(ENOUGH_BYTES))
        with pytest.raises(ConnectionResetError):
            connection.recv(1)


def test_answers_dribble() -> None:
    with running("dribbles") as fault, connected(fault) as connection:
        connection.sendall(request_of(fault))
        pieces = [len(connection.recv(1 << 14)) for _ in range(2)]
    assert pieces == [40, 40]


@pytest.mark.thorough
def test_an_answer_takes_its_time_and_comes() -> None:
    with running("thinks-long") as fault, associated(fault) as association:
        assert association.send_c_echo().Status == 0


@pytest.mark.thorough
def test_only_short_associations_pass() -> None:
    with running("capped-in-time") as fault, associated(fault, VERIFICATION) as association:
        answered = 0
        while association.is_established and association.send_c_echo().get("Status") == 0:
            answered += 1
        association.join(10)
        assert answered
        assert association.is_aborted
