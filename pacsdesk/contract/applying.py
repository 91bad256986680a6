"""How every face carries out a proposal through the services: only on what it was made for, with the way back."""

from collections.abc import Callable

from pacsdesk.contract.errors import InvalidInput, Refused
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.proposals import AeChange, PeerChange, Proposal, ProposalKind
from pacsdesk.contract.services.catalog import Services

NEEDED = {
    ProposalKind.PEER: Permission.PEER_CHANGE,
    ProposalKind.AE: Permission.PEER_CHANGE,
    ProposalKind.SETTING: Permission.SETTING_CHANGE,
}
TakeBack = Callable[[], object]


def apply_proposal(services: Services, proposal: Proposal, code: FindingCode) -> TakeBack:
    """Make the change; answers what takes it back, which blocks as well. code: of the finding, for the history.

    Raises Refused when what it changes is no more as it was looked at, and what the services raise.
    """
    reason = f"proposed for {code}"
    if proposal.peer:
        return _change_peer(services, proposal.peer, reason)
    if proposal.ae:
        return _change_ae(services, proposal.ae, reason)
    return _change_setting(services, proposal)


def _change_peer(services: Services, change: PeerChange, reason: str) -> TakeBack:
    before, after = change.before, change.after
    _check_same(services.peers.get(before.name) == before, before.name)
    services.peers.change(before.name, after, reason)
    return lambda: services.peers.change(after.name, before)


def _change_ae(services: Services, change: AeChange, reason: str) -> TakeBack:
    before, after = change.before, change.after
    _check_same(services.aes.get(before.ae_title) == before, before.ae_title)
    services.aes.change(before.ae_title, after, reason)
    return lambda: services.aes.change(after.ae_title, before)


def _change_setting(services: Services, proposal: Proposal) -> TakeBack:
    if not proposal.changes:
        raise InvalidInput("This proposal changes nothing.")
    (change,) = proposal.changes
    services.settings.set(proposal.name, change.after)
    return lambda: services.settings.set(proposal.name, change.before)


def _check_same(is_same: bool, name: str) -> None:
    if not is_same:
        raise Refused(
            f"The entry of {name} has changed meanwhile.",
            "The proposal was made for the entry as it was.",
            "Test it again, then apply what is proposed.",
        )
