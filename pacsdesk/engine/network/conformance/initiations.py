"""For what we open associations ourselves. A new reason: one row; a test finds a module that calls and is not named."""

from dataclasses import dataclass

from pacsdesk.engine.network.association import ProposedContext, RoleSelection
from pacsdesk.engine.network.commitments import reports
from pacsdesk.engine.network.scu import committing, getting, listing, moving, negotiating, opening, performing, querying
from pacsdesk.engine.network.scu.proposing import OFFERS, proposed, roles
from pacsdesk.engine.network.sending import sender


@dataclass(frozen=True, slots=True)
class Initiation:
    """A reason to call. opened_by: the module that does it. proposed: what it proposes always. sends_stored: whether
    it proposes the SOP classes and transfer syntaxes of what is stored."""

    title: str
    when: str
    opened_by: str
    command: str
    proposed: tuple[ProposedContext, ...] = ()
    roles: tuple[RoleSelection, ...] = ()
    sends_stored: bool = False


INITIATIONS: tuple[Initiation, ...] = (
    Initiation(
        title="Report of a storage commitment",
        when="The result of a request is ready, and the association on which it came is over.",
        opened_by=reports.__name__,
        command="N-EVENT-REPORT",
        proposed=reports.PROPOSED,
        roles=reports.ROLES,
    ),
    Initiation(
        title="Sub-operations of a retrieval",
        when="A C-MOVE names a peer as its destination.",
        opened_by=sender.__name__,
        command="C-STORE",
        sends_stored=True,
    ),
    Initiation(
        title="Test of a peer",
        when="A person asks for it. Nothing is stored, moved or changed; what is asked for is a study that nobody has.",
        opened_by=opening.__name__,
        command="C-ECHO, C-FIND, C-MOVE, C-GET",
        proposed=proposed(OFFERS),
        roles=roles(OFFERS),
    ),
    Initiation(
        title="Retrieval from a peer by C-MOVE",
        when="A person has a peer send what it has to us or to a third AE.",
        opened_by=moving.__name__,
        command="C-MOVE",
        proposed=moving.PROPOSED,
    ),
    Initiation(
        title="Retrieval from a peer by C-GET",
        when="A person fetches from a peer. Storage SOP classes that the peer lists are proposed, each with us as its "
        "SCP; those below when it lists none.",
        opened_by=getting.__name__,
        command="C-GET",
        proposed=getting.PROPOSED,
        roles=getting.ROLES,
    ),
    Initiation(
        title="Send to a peer",
        when="A person sends what is stored, files, or the test object of an invented patient, and confirmed where to.",
        opened_by=sender.__name__,
        command="C-STORE",
        sends_stored=True,
    ),
    Initiation(
        title="What a peer accepts",
        when="A person asks which SOP classes a peer takes in which transfer syntaxes, or how a send would go. Nothing "
        "is sent: each association is released as soon as it stands.",
        opened_by=negotiating.__name__,
        command="none",
        sends_stored=True,
    ),
    Initiation(
        title="Listing before a retrieval",
        when="A person fetches from a peer: what should come is asked for first, series by series.",
        opened_by=listing.__name__,
        command="C-FIND",
        proposed=listing.PROPOSED,
    ),
    Initiation(
        title="Query to a peer",
        when="A person asks a peer what it has; one of the three contexts, of the information model that was chosen.",
        opened_by=querying.__name__,
        command="C-FIND",
        proposed=querying.PROPOSED,
    ),
    Initiation(
        title="Request for storage commitment",
        when="A person asks a peer whether images are safe there; its report is taken on this association and by our "
        "listeners.",
        opened_by=committing.__name__,
        command="N-ACTION",
        proposed=committing.PROPOSED,
    ),
    Initiation(
        title="Report of a performed procedure step",
        when="A person tells a peer, for a test, that an examination began, goes on or ended.",
        opened_by=performing.__name__,
        command="N-CREATE, N-SET",
        proposed=performing.PROPOSED,
    ),
)
