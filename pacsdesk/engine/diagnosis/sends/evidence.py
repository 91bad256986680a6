"""What the diagnosis of a send stands on: the answers, what was negotiated, and how associations ended."""

from dataclasses import dataclass

from pacsdesk.engine.diagnosis.sends.statuses import StoreMeaning, meaning_of_store
from pacsdesk.engine.network.sending.sender import Loss


@dataclass(frozen=True, slots=True)
class StatusSeen:
    """An answer that came for some instances. example: the UID of the first; sop_classes: their names, each once."""

    status: int
    comment: str
    count: int
    example: str
    sop_classes: tuple[str, ...]

    @property
    def meaning(self) -> StoreMeaning:
        """What it says of the cause."""
        return meaning_of_store(self.status).meaning


@dataclass(frozen=True, slots=True)
class KindRefused:
    """Instances for which nothing was accepted that fits. results: of the contexts of their SOP class (PS3.8 table
    9-18), None for one without an answer, each with its transfer syntaxes. accepted: syntaxes of that SOP class that
    the peer takes, and into which they cannot be made."""

    sop_class: str
    stored_in: str
    count: int
    results: tuple[tuple[str, int | None], ...]
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SendEvidence:
    """is_over: nothing more will be sent (False for a plan). given_up: why the peer was given up, "" when it was not.
    slow_milliseconds: how long the middle one of the small instances took, 0.0 when there were too few."""

    peer: str
    calling_ae_title: str
    number_of_instances: int
    arrived: int = 0
    statuses: tuple[StatusSeen, ...] = ()
    refused: tuple[KindRefused, ...] = ()
    losses: tuple[Loss, ...] = ()
    broke_at: tuple[str, ...] = ()
    given_up: str = ""
    slow_milliseconds: float = 0.0
    is_plan: bool = False

    def with_meaning(self, *meanings: StoreMeaning) -> tuple[StatusSeen, ...]:
        """The answers that say one of these."""
        return tuple(one for one in self.statuses if one.meaning in meanings)
