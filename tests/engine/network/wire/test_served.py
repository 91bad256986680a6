"""What is negotiated with a caller, and that callers who stall, wait or stay never cost more than their place."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pynetdicom import AE
from pynetdicom.pdu_primitives import (
    AsynchronousOperationsWindowNegotiation,
    SCP_SCU_RoleSelectionNegotiation,
    UserIdentityNegotiation,
)
from pynetdicom.presentation import PresentationContext
from sqlalchemy import select

from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.wire.associate import decode_accept
from pacsdesk.engine.security.tables import AuditRow
from tests.engine.network.listening import KNOWN, OWN_TITLE, ListeningSite, listening_site
from tests.engine.network.raw_pdus import association_request, context, data, pdu, read_pdu
from tests.engine.network.sending import EXPLICIT, PRIVATE_CLASS, send_one, small_object
from tests.engine.network.test_command import stock_store_request
from tests.engine.network.test_server_admission import echoes

VERIFICATION = "1.2.840.10008.1.1"
ACCEPTED, REJECTED = 0x02, 0x03
FEW = NetworkLimits(acse_timeout=5.0, maximum_waiting=4, maximum_associations=4, maximum_associations_per_host=4)


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[ListeningSite]:
    """A site with few places."""
    with listening_site(tmp_path, FEW) as site:
        site.enter_peer()
        yield site


def test_the_acceptance_says_who_we_are_and_what_we_take(site: ListeningSite) -> None:
    site.enter_peer()
    with site.connect() as connection:
        connection.sendall(association_request())
        accept = decode_accept(read_pdu(connection)[1])
    assert (accept.user.maximum_length, accept.user.implementation_version_name) == (131072, "PACSDESK_0_1_0")
    assert (accept.called_ae_title, accept.calling_ae_title) == (OWN_TITLE, KNOWN)


def test_what_was_not_asked_for_is_not_answered(site: ListeningSite) -> None:
    site.enter_peer()
    with site.connect() as connection:
        connection.sendall(association_request())
        user = decode_accept(read_pdu(connection)[1]).user
    assert (user.operations, user.roles, user.extended) == (None, (), ())


def test_asynchronous_operations_are_answered_with_one_and_one(site: ListeningSite) -> None:
    site.enter_peer()
    window = AsynchronousOperationsWindowNegotiation()
    window.maximum_number_operations_invoked = window.maximum_number_operations_performed = 5
    association = AE(KNOWN).associate("127.0.0.1", site.port, echo_contexts(), OWN_TITLE, ext_neg=[window])
    agreed = association.acceptor.asynchronous_operations
    association.release()
    assert agreed == (1, 1)


def test_a_requestor_stays_the_scu(site: ListeningSite) -> None:
    site.enter_peer()
    role = SCP_SCU_RoleSelectionNegotiation()
    role.sop_class_uid, role.scu_role, role.scp_role = VERIFICATION, True, True
    association = AE(KNOWN).associate("127.0.0.1", site.port, echo_contexts(), OWN_TITLE, ext_neg=[role])
    (accepted,) = association.accepted_contexts
    association.release()
    assert (accepted.as_scu, accepted.as_scp) == (True, False)


def test_a_claimed_user_is_audited_as_a_claim_and_the_password_nowhere(site: ListeningSite) -> None:
    site.enter_peer()
    identity = UserIdentityNegotiation()
    identity.user_identity_type, identity.primary_field, identity.secondary_field = 2, b"root", b"tops3cret"
    AE(KNOWN).associate("127.0.0.1", site.port, echo_contexts(), OWN_TITLE, ext_neg=[identity]).release()
    with site.database.read() as connection:
        reasons = " ".join(connection.scalars(select(AuditRow.reason)))
    assert "its user is 'root', which was not verified" in reasons
    assert "tops3cret" not in reasons


def echo_contexts() -> list[PresentationContext]:
    """What pynetdicom proposes to be able to echo."""
    ae = AE(KNOWN)
    ae.add_requested_context(VERIFICATION)
    return list(ae.requested_contexts)


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        (association_request(version=2), (1, 2, 2)),
        (association_request().replace(b"1.2.840.10008.3.1.1.1", b"1.2.840.10008.3.1.1.9"), (1, 1, 2)),
    ],
    ids=["another version", "another application context"],
)
def test_another_protocol_is_rejected(site: ListeningSite, opening: bytes, numbers: tuple[int, int, int]) -> None:
    site.enter_peer()
    with site.connect() as connection:
        connection.sendall(opening)
        kind, body = read_pdu(connection)
    assert (kind, tuple(body[1:])) == (REJECTED, numbers)


def test_callers_that_stay_after_their_rejection_lock_nobody_out(small_site: ListeningSite) -> None:
    before = threading.active_count()
    with ExitStack() as stack:
        for _ in range(15 * FEW.maximum_waiting):
            connection = stack.enter_context(small_site.connect())
            connection.sendall(association_request(calling=b"STRANGER"))
            assert read_pdu(connection)[0] == REJECTED
        # some of those that were cut may still be on their way out
        assert threading.active_count() <= before + 5 * FEW.maximum_waiting
        assert echoes(small_site)


def test_callers_that_stay_after_their_release_lock_nobody_out(small_site: ListeningSite) -> None:
    with ExitStack() as stack:
        for _ in range(3 * FEW.maximum_associations):
            connection = stack.enter_context(small_site.connect())
            connection.sendall(association_request() + pdu(0x05, bytes(4)))
            assert [read_pdu(connection)[0], read_pdu(connection)[0]] == [ACCEPTED, 0x06]
        assert echoes(small_site)


def test_bare_connections_leave_threads_and_descriptors_where_they_were(small_site: ListeningSite) -> None:
    assert echoes(small_site)
    threads, descriptors = threading.active_count(), len(list(Path("/dev/fd").iterdir()))
    for _ in range(300):
        small_site.connect().close()
    assert echoes(small_site)
    small_site.server.stop(5)
    assert threading.active_count() <= threads
    assert len(list(Path("/dev/fd").iterdir())) <= descriptors


def test_a_caller_that_stalls_inside_a_dataset_delays_nobody(site: ListeningSite) -> None:
    site.enter_peer()
    with site.connect() as stalled:
        stalled.sendall(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])))
        read_pdu(stalled)
        stalled.sendall(data(1, 3, stock_store_request()) + data(1, 0, b"half of it")[:-3])
        assert send_one(site.port, small_object())[0] == 0
