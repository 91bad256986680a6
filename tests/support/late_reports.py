"""An archive that takes requests for storage commitment and reports when told to, on an association of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from pydicom.dataset import Dataset
from pynetdicom import AE, build_context, build_role, evt
from pynetdicom.association import Association

from pacsdesk.engine.training.faults.healthy import Peer
from pacsdesk.engine.training.faults.manner import COMMITMENT, COMMITMENT_INSTANCE, Address, Manner

_PATIENCE_S = 60


@contextmanager
def sending_reports(ae: AE, address: Address) -> Iterator[Association]:
    """An association on which the caller is the SCP of storage commitment."""
    association = ae.associate(
        address.host,
        address.port,
        ae_title=address.ae_title,
        contexts=[build_context(COMMITMENT)],
        ext_neg=[build_role(COMMITMENT, scp_role=True)],
    )
    assert association.is_established
    try:
        yield association
    finally:
        association.release()


class LateReports:
    """manner: of the archive; all that is asked for is safe there."""

    def __init__(self, destination: str) -> None:
        """destination: the AE title to which it reports."""
        self._destination = destination
        self._may_tell = Event()
        self._tellers: list[Thread] = []
        self.manner = Manner(handlers={evt.EVT_N_ACTION: self._take})

    def tell(self) -> None:
        """Report now; return when it has."""
        self._may_tell.set()
        for teller in self._tellers:
            teller.join(_PATIENCE_S)

    def _take(self, event: evt.Event, peer: Peer) -> tuple[int, None]:
        request, address = event.action_information, peer.destination(self._destination)

        def tell() -> None:
            assert address and self._may_tell.wait(_PATIENCE_S)
            with sending_reports(peer.ae, address) as association:
                report = Dataset()
                report.TransactionUID, report.ReferencedSOPSequence = request.TransactionUID, request[0x00081199].value
                association.send_n_event_report(report, 1, COMMITMENT, COMMITMENT_INSTANCE)

        self._tellers.append(Thread(target=tell, daemon=True))
        peer.begin(self._tellers[-1])
        return 0, None
