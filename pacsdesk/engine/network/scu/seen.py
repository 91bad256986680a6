"""What a climb has seen so far, beside its steps: filled in on the way up, an outcome at the end."""

from dataclasses import dataclass, field

from pacsdesk.contract.records.probes import (
    AbortNumbers,
    AssociationSide,
    BrokenOff,
    NegotiatedContext,
    NoConnection,
    NoTls,
    RejectNumbers,
    ServiceAnswer,
    Speaks,
)


@dataclass(slots=True)
class Seen:
    """The fields of a ProbeOutcome under their names there."""

    address: str = ""
    no_connection: NoConnection | None = None
    broken_off: BrokenOff | None = None
    tls_problem: NoTls | None = None
    speaks: Speaks = Speaks.NOTHING
    first_bytes: bytes = b""
    closes_at_once: bool = False
    reject: RejectNumbers | None = None
    abort: AbortNumbers | None = None
    ours: AssociationSide | None = None
    theirs: AssociationSide | None = None
    contexts: tuple[NegotiatedContext, ...] = ()
    answers: list[ServiceAnswer] = field(default_factory=list)
    any_title_accepted: bool | None = None
