"""A finding that proposes another port for a peer, as rules make it, wherever findings show."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.proposals import PeerChange, Proposal, ProposalKind
from pacsdesk.contract.records.registry import FieldChange
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from tests.desktop.shell.pages import press

PROPOSED_PORT = 4242


def finding_with_proposal(peer: Peer) -> Finding:
    """Nothing listens where it is entered."""
    change = PeerChange(peer, replace(peer, port=PROPOSED_PORT))
    fields = (FieldChange("port", str(peer.port), str(PROPOSED_PORT)),)
    words = f"Call {peer.name} at port {PROPOSED_PORT}: Beside is entered with it for the same host."
    return Finding(
        FindingCode.CONNECTION_REFUSED,
        Severity.FAULT,
        f"The computer of {peer.name} answers, but refused the connection: no program listens at {peer.host} port "
        f"{peer.port}.",
        Confidence.CERTAIN,
        ("The connection was refused after 2 ms (connection refused).",),
        (f"Start the DICOM service of {peer.name}, or see in its own settings whether it is on.",),
        proposals=(Proposal(ProposalKind.PEER, peer.name, words, fields, change),),
    )


def shows_findings(column: FindingsColumn) -> bool:
    """Whether the first of them is there to be clicked at: a layout shows what it has taken a moment later."""
    return bool(column.cards) and column.cards[0].isVisible()


def apply_proposal(column: FindingsColumn) -> QWidget:
    """Look at the one thing that the first finding proposes, and have it done."""
    (view,) = column.cards[0].proposals
    press(view, "Apply\u2026")
    press(view, "Apply this change")
    return view
