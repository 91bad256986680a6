"""What the diagnosis of a retrieval stands on: its outcome with the ledger, and what was negotiated for it."""

from dataclasses import dataclass

from pacsdesk.contract.records.retrieves import RetrieveKind, RetrieveOutcome
from pacsdesk.engine.diagnosis.evidence import KnownPeer
from pacsdesk.engine.network.wire.opened import NoAnswer


@dataclass(frozen=True, slots=True)
class RetrieveEvidence:
    """context_result: of the retrieval's own context, None without an association. lost: how it ended while an answer
    was due. is_counted: whether the peer counted its sub-operations. kinds_refused, roles_refused: of a C-GET, SOP
    classes that the peer did not take, and those that it would not send. refusals: what we answered to objects that we
    did not take, each once. called_us: whether the peer called us meanwhile, None when we are not the
    destination. own_titles: under which we are called."""

    outcome: RetrieveOutcome
    context_result: int | None = 0
    lost: NoAnswer | None = None
    is_counted: bool = True
    kinds_refused: tuple[str, ...] = ()
    roles_refused: tuple[str, ...] = ()
    number_of_kinds: int = 0
    refusals: tuple[str, ...] = ()
    called_us: bool | None = None
    own_titles: tuple[str, ...] = ()
    peers: tuple[KnownPeer, ...] = ()

    @property
    def peer(self) -> str:
        """Its name, as a sentence begins with it."""
        return self.outcome.peer

    @property
    def is_move(self) -> bool:
        """Whether there is a second leg."""
        return self.outcome.order.kind is RetrieveKind.MOVE

    @property
    def verb(self) -> str:
        """How the service is called."""
        return "C-MOVE" if self.is_move else "C-GET"

    @property
    def service(self) -> str:
        """The same, as a sentence goes on with it."""
        return "retrieval by C-MOVE" if self.is_move else "retrieval by C-GET"

    @property
    def is_unable(self) -> bool:
        """Whether it is "unable to process" a move of what it lists well: some archives say so (Orthanc 1.12) of a
        destination that they do not know, and of one that they do not reach."""
        outcome = self.outcome
        is_said = outcome.status is not None and outcome.status >> 12 == 0xC
        return self.is_move and is_said and not self.counted and bool(outcome.ledger.listed)

    @property
    def well(self) -> int:
        """Sub-operations that the peer calls done."""
        return self.outcome.completed + self.outcome.warning

    @property
    def counted(self) -> int:
        """All that it calls finished, well or not."""
        return self.well + self.outcome.failed

    @property
    def landed(self) -> int:
        """Objects that are here now."""
        ledger = self.outcome.ledger
        return ledger.stored + ledger.held + ledger.conflicts

    @property
    def came(self) -> int:
        """Objects that came now and were kept."""
        return self.outcome.ledger.stored + self.outcome.ledger.conflicts

    @property
    def is_seen(self) -> bool:
        """Whether what landed can be seen from here."""
        return self.outcome.is_to_us

    @property
    def status(self) -> str:
        """The final answer as a sentence."""
        outcome = self.outcome
        if outcome.status is None:
            return f"{self.verb}: no final answer came."
        told = f"{self.verb}: status {outcome.status:04X}."
        if outcome.destination:
            told = f"{self.verb} to {outcome.destination}: status {outcome.status:04X}."
        return f"{told} It says: “{outcome.comment}”." if outcome.comment else told

    @property
    def counts(self) -> str:
        """The peer's own count as a sentence."""
        outcome = self.outcome
        return (
            f"{self.peer} counts {outcome.completed} objects sent, {outcome.warning} with a warning, "
            f"{outcome.failed} failed."
        )

    @property
    def ledger(self) -> str:
        """What is known of the objects themselves, as a sentence."""
        outcome, ledger = self.outcome, self.outcome.ledger
        if not self.is_seen:
            to = outcome.destination
            if ledger.listed is None:
                return f"It did not list them; what reaches {to} is not seen from here."
            return f"It lists {ledger.listed}; what reaches {to} is not seen from here."
        if ledger.listed is None:
            return f"It did not list them; {self.landed} are here, {self.came} of them came now."
        return f"It lists {ledger.listed}; {self.landed} are here, {self.came} of them came now."
