"""The journal as faces see it, with why one of its associations went wrong."""

from collections.abc import Callable

from pacsdesk.contract.records.associations import AssociationDetail, Direction
from pacsdesk.contract.records.engine import Listener
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.diagnosis.evidence import KnownPeer
from pacsdesk.engine.diagnosis.journal.catalog import explain
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence
from pacsdesk.engine.network.journal.book import AssociationBook
from pacsdesk.engine.network.journal.past import PastAssociations
from pacsdesk.engine.network.journal.service import AssociationsServiceImplementation
from pacsdesk.engine.network.peers import Peers


class ExplainedAssociations(AssociationsServiceImplementation):
    """Implements contract.services.associations: the journal's own service, and what needs a diagnosis."""

    def __init__(
        self,
        book: AssociationBook,
        past: PastAssociations,
        peers: Peers,
        listeners: Callable[[], tuple[Listener, ...]],
    ) -> None:
        """listeners: all of ours, those that are down as well."""
        super().__init__(book, past)
        self._peers = peers
        self._listeners = listeners

    def explain(self, actor: Actor, association_id: str) -> tuple[Finding, ...]:
        """Why it went wrong, as far as the journal shows."""
        return explain(self.evidence(self.get(actor, association_id)))

    def evidence(self, detail: AssociationDetail) -> JournalEvidence:
        """What is known beside an entry now."""
        fitting = self._fitting(detail)
        return JournalEvidence(
            detail=detail,
            peers=tuple(KnownPeer(one.name, one.ae_title, one.host, one.port or 0) for one in self._peers.entries()),
            own_titles=tuple(dict.fromkeys(one.ae_title for one in self._listeners())),
            fitting=fitting.name if fitting else "",
            fits_tls=fitting.tls if fitting else TlsMode.PLAIN,
            is_blocked=fitting is not None and fitting.is_blocked,
        )

    def _fitting(self, detail: AssociationDetail) -> Peer | None:
        summary = detail.summary
        is_caller = summary.direction is not Direction.OUTGOING
        return self._peers.caller_known(summary.calling_ae_title, summary.address) if is_caller else None
