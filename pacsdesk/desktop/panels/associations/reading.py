"""What is asked about one association off the GUI thread: the journal's entry, names for its UIDs, what lets it in."""

from dataclasses import dataclass

from pacsdesk.contract.records.associations import AssociationDetail, AssociationState, AssociationSummary, Direction
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.peers import ANY_HOST, Peer
from pacsdesk.contract.services.catalog import Services
from pacsdesk.desktop.kit.letting_in import own_ae_titles, peer_to_let_in
from pacsdesk.desktop.kit.uid_names import Names, read_names, uids_of


@dataclass(frozen=True, slots=True)
class PastAssociation:
    """An entry of the journal. entry: the peer that would let a refused caller in, None when none would. findings: why
    it went wrong, () when it did not."""

    detail: AssociationDetail
    names: Names
    entry: Peer | None
    findings: tuple[Finding, ...] = ()


def read_past(services: Services, association_id: str, *, may_let_in: bool) -> PastAssociation:
    """Blocks. Raises NotFound."""
    detail = services.associations.get(association_id)
    entry = _entry_for(services, detail.summary) if may_let_in else None
    findings = services.associations.explain(association_id)
    return PastAssociation(detail, read_names(uids_of(detail)), entry, findings)


def _entry_for(services: Services, summary: AssociationSummary) -> Peer | None:
    """None also when the caller was entered since, or was refused by another run of the engine."""
    if (summary.state, summary.direction) != (AssociationState.REFUSED, Direction.INCOMING):
        return None
    wanted = summary.calling_ae_title, summary.called_ae_title, summary.address
    callers = [
        caller
        for caller in services.peers.refused_callers()
        if (caller.calling_ae_title, caller.called_ae_title, caller.address) == wanted
        and summary.problem.startswith(caller.reason)
    ]
    own = own_ae_titles(services.engine.status()) if callers else frozenset()
    entry = next((peer for caller in callers if (peer := peer_to_let_in(caller, own))), None)
    if entry is None:
        return None
    known = {(peer.ae_title, peer.host) for peer in services.peers.list()}
    return entry if known.isdisjoint({(entry.ae_title, entry.host), (entry.ae_title, ANY_HOST)}) else None
