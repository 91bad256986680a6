"""A receiver that is killed or hangs: callers are told, places free, leftovers gone, and another takes its place."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from uuid import uuid4

import psutil
import pytest

from pacsdesk.contract.types import DimseStatus
from tests.engine.network.raw_pdus import association_request, context, data, read_pdu
from tests.engine.network.receiving.receiving_site import LONG, SHORT, STORE, ReceivingSite, receiving_site
from tests.engine.network.sending import EXPLICIT, PRIVATE_CLASS, sender, small_object
from tests.engine.network.test_command import stock_store_request

pytestmark = pytest.mark.thorough

ABORT = 0x07
_KILLED_AFTER = 8  # answers

Loss = Callable[[ReceivingSite], None]
LOSSES = pytest.mark.parametrize(
    "lose",
    [ReceivingSite.kill, pytest.param(ReceivingSite.hang, marks=pytest.mark.thorough)],
    ids=["killed", "hanging"],
)


@pytest.fixture
def receiving(tmp_path: Path) -> Iterator[ReceivingSite]:
    """A site whose receiver is given up after seconds instead of half a minute."""
    with receiving_site(tmp_path, patience=SHORT) as site:
        yield site


@LOSSES
def test_its_caller_is_told_its_place_is_free_and_nothing_half_received_stays(
    receiving: ReceivingSite, lose: Loss
) -> None:
    with receiving.beside_another(), receiving.connect() as caller:
        caller.sendall(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])))
        read_pdu(caller)
        caller.sendall(data(1, 3, stock_store_request()) + data(1, 0, b"half"))
        lose(receiving)
        assert read_pdu(caller)[0] == ABORT
        receiving.wait_for_the_next()
        assert receiving.server.listener().associations == 1
        assert receiving.staged() == []


@LOSSES
def test_another_takes_its_place(receiving: ReceivingSite, lose: Loss) -> None:
    before = receiving.receiver.process_id
    lose(receiving)
    receiving.wait_for_the_next()
    with receiving.beside_another(), sender(receiving.port, STORE) as caller:
        assert receiving.receiver.held == 1
        assert caller.store(small_object()) == (0, "")
    assert receiving.receiver.process_id != before


@LOSSES
def test_whatever_three_senders_read_a_success_for_is_there(receiving: ReceivingSite, lose: Loss) -> None:
    acknowledged: set[str] = set()
    may_be_killed = Event()

    def send(number: int) -> None:
        for attempt in range(20):
            with sender(receiving.port, STORE) as caller:
                for position in range(20):
                    uid = f"2.25.{uuid4().int}"
                    try:
                        status, _ = caller.store(small_object(instance=uid, name=f"N{number}{attempt}{position}"))
                    except AssertionError:
                        return  # the association ended without an answer
                    if status == 0:
                        acknowledged.add(uid)
                    if len(acknowledged) >= _KILLED_AFTER:
                        may_be_killed.set()

    with receiving.beside_another(), ThreadPoolExecutor() as pool:
        senders = [pool.submit(send, number) for number in range(3)]
        assert may_be_killed.wait(30)
        lose(receiving)
        for one in senders:
            one.result(60)
        receiving.wait_for_the_next()
    assert acknowledged <= receiving.stored()
    assert receiving.staged() == []


def test_one_that_ends_again_and_again_is_said_and_the_engine_receives_itself(receiving: ReceivingSite) -> None:
    assert receiving.receivers.problem == ""
    for _ in range(3):
        receiving.kill()
        receiving.wait_for_the_next()
    assert "end again and again" in receiving.receivers.problem
    assert "end again and again" in receiving.server.listener().problem
    receiving.kill()
    with receiving.beside_another(), sender(receiving.port, STORE) as caller:
        assert caller.store(small_object())[0] == DimseStatus.SUCCESS


def test_one_that_is_late_to_answer_gets_no_more_callers_until_it_has(tmp_path: Path) -> None:
    with receiving_site(tmp_path, patience=LONG) as receiving, receiving.beside_another():
        process = receiving.process
        process.suspend()
        receiving.wait_until_ready(False)
        with sender(receiving.port, STORE) as caller:
            assert receiving.receiver.held == 0
            assert caller.store(small_object()) == (0, "")
        process.resume()
        receiving.wait_until_ready(True)
        with sender(receiving.port, STORE) as caller:
            assert receiving.receiver.held == 1
            assert caller.store(small_object(instance="1.2.3.5")) == (0, "")
        assert receiving.receiver.process_id == process.pid


def test_one_without_a_descriptor_left_turns_its_caller_away_and_goes_on(receiving: ReceivingSite) -> None:
    process = receiving.process
    before = process.rlimit(psutil.RLIMIT_NOFILE)
    with receiving.beside_another():
        used = {int(path.name) for path in Path(f"/proc/{process.pid}/fd").iterdir()}
        first_free = min(set(range(len(used) + 1)) - used)
        process.rlimit(psutil.RLIMIT_NOFILE, (first_free + 1, before[1]))
        with receiving.connect() as caller:
            caller.sendall(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])))
            assert read_pdu(caller)[0] == ABORT
        process.rlimit(psutil.RLIMIT_NOFILE, before)
        with sender(receiving.port, STORE) as another:
            assert another.store(small_object()) == (0, "")
    assert receiving.receiver.process_id == process.pid


def test_its_process_ends_with_the_engine_s_end_of_the_socket(receiving: ReceivingSite) -> None:
    process = psutil.Process(receiving.receiver.process_id)
    receiving.receivers.stop()
    assert not process.is_running()
