"""Storing through a receiver, seen from the sender and from the archive: as if there were one process."""

import logging
from logging.handlers import QueueHandler
from pathlib import Path
from queue import SimpleQueue

from pacsdesk.contract.records.associations import AssociationState, OperationCount
from pacsdesk.engine.network.limits import NetworkLimits
from tests.engine.network.raw_pdus import association_request, context, data, read_pdu, read_to_end
from tests.engine.network.receiving.receiving_site import STORE, ReceivingSite, receiving_site
from tests.engine.network.sending import EXPLICIT, PRIVATE_CLASS, SentObject, send_one, sender, small_object
from tests.engine.network.test_command import stock_store_request
from tests.engine.network.test_server_admission import rejection

VERIFICATION = "1.2.840.10008.1.1"


def test_one_association_alone_stays_in_the_engine(receiving: ReceivingSite) -> None:
    with sender(receiving.port, STORE) as caller:
        assert caller.store(small_object()) == (0, "")
        assert receiving.receiver.held == 0


def test_beside_another_a_receiver_holds_it_and_its_object_is_kept_as_sent(receiving: ReceivingSite) -> None:
    with receiving.beside_another(), sender(receiving.port, STORE) as caller:
        assert receiving.receiver.held == 1
        assert caller.store(small_object()) == (0, "")
    assert receiving.site.datasets() == [small_object().content]


def test_verification_goes_with_storage(receiving: ReceivingSite) -> None:
    both: list[tuple[str, str | list[str]]] = [*STORE, (VERIFICATION, EXPLICIT)]
    with receiving.beside_another(), sender(receiving.port, both) as caller:
        assert receiving.receiver.held == 1
        assert caller.association.send_c_echo().Status == 0


def test_what_is_no_storage_is_answered_in_the_engine(receiving: ReceivingSite) -> None:
    echo: list[tuple[str, str | list[str]]] = [(VERIFICATION, EXPLICIT)]
    with receiving.beside_another(), sender(receiving.port, echo) as caller:
        assert receiving.receiver.held == 0
        assert caller.association.send_c_echo().Status == 0


def test_both_are_audited_and_counted(receiving: ReceivingSite) -> None:
    with receiving.beside_another(), sender(receiving.port, STORE):
        assert receiving.server.listener().associations == 2
    assert receiving.site.audited() == [("CT01", "done"), ("CT01", "done")]


def test_the_journal_has_what_a_receiver_answered(receiving: ReceivingSite) -> None:
    both: list[tuple[str, str | list[str]]] = [*STORE, (VERIFICATION, EXPLICIT)]
    with receiving.beside_another(), sender(receiving.port, both) as caller:
        caller.store(small_object())
        held = receiving.site.book.live()[-1]
        caller.association.send_c_echo()
    assert held.operations == (OperationCount("C-STORE", 0, 1),)
    over = next(one for one in receiving.past(2) if one.association_id == held.summary.association_id)
    assert (over.state, over.operations, over.failures) == (AssociationState.RELEASED, 2, 0)
    assert over.bytes_received > len(small_object().content) and over.bytes_sent > 300


def test_the_same_object_again_is_a_success_and_another_under_its_uid_a_warning(receiving: ReceivingSite) -> None:
    with receiving.beside_another(), sender(receiving.port, STORE) as caller:
        answers = [caller.store(small_object(name=name))[0] for name in ("FIRST", "FIRST", "SECOND")]
    assert answers == [0x0000, 0x0000, 0xB000]
    assert receiving.staged() == []


def test_an_object_that_is_another_than_announced_is_refused_and_kept_aside(receiving: ReceivingSite) -> None:
    other = SentObject(PRIVATE_CLASS, "1.2.3.5", EXPLICIT, small_object(instance="1.2.3.4").content)
    with receiving.beside_another(), sender(receiving.port, STORE) as caller:
        assert caller.store(other)[0] == 0xA900
    assert len(list(receiving.site.folder.quarantine.glob("*.dcm"))) == 1


def test_who_is_released_may_call_again_at_once(tmp_path: Path) -> None:
    limits = NetworkLimits(maximum_associations_per_host=2)
    with receiving_site(tmp_path, limits) as receiving, receiving.beside_another():
        answers = [send_one(receiving.port, small_object(instance=f"1.2.3.{number}"))[0] for number in range(5)]
    assert answers == [0] * 5


def test_places_are_counted_over_all_processes(tmp_path: Path) -> None:
    with receiving_site(tmp_path, NetworkLimits(maximum_associations=2)) as receiving:
        with receiving.beside_another(), sender(receiving.port, STORE), sender(receiving.port, STORE) as third:
            assert rejection(third) == (2, 3, 1)
        assert send_one(receiving.port, small_object())[0] == 0


def test_a_stalled_sender_does_not_hold_up_the_end_and_leaves_nothing(receiving: ReceivingSite) -> None:
    with receiving.beside_another(), receiving.connect() as stalled:
        stalled.sendall(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])))
        read_pdu(stalled)
        stalled.sendall(data(1, 3, stock_store_request()) + data(1, 0, b"half"))
        receiving.server.stop(0.5)
        read_to_end(stalled)
    assert receiving.receiver.held == 0
    assert receiving.staged() == []


def test_what_comes_before_the_answer_keeps_the_association_in_the_engine(receiving: ReceivingSite) -> None:
    with receiving.beside_another(), receiving.connect() as early:
        early.sendall(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])) + data(1, 3, stock_store_request()))
        read_pdu(early)
        assert receiving.receiver.held == 0


def test_a_disk_that_fails_in_a_receiver_is_told_to_the_engine(receiving: ReceivingSite) -> None:
    receiving.site.folder.staging.rename(receiving.site.folder.root / "elsewhere")
    with receiving.beside_another(), sender(receiving.port, STORE) as caller:
        assert caller.store(small_object())[0] == 0xA700
    assert "No such file" in receiving.broken.get(timeout=10)


def test_what_a_receiver_logs_is_in_the_engine_s_log(receiving: ReceivingSite) -> None:
    lines: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handler = QueueHandler(lines)
    logging.getLogger("pacsdesk").addHandler(handler)
    try:
        with receiving.beside_another(), receiving.connect() as odd:
            odd.sendall(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])))
            read_pdu(odd)
            odd.sendall(data(1, 2, b"data before its command"))
            read_pdu(odd)
        said = iter(lambda: lines.get(timeout=10).getMessage(), None)
        assert any("sent what DICOM does not allow" in line for line in said)
    finally:
        logging.getLogger("pacsdesk").removeHandler(handler)


def test_a_receiver_is_small(receiving: ReceivingSite) -> None:
    assert receiving.process.memory_info().rss < 64 << 20
