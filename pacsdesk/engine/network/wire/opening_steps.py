"""What became of a call to a peer, and the steps on the way, each timed."""

import time
from dataclasses import dataclass, replace

from pacsdesk.contract.records.probes import NoConnection
from pacsdesk.engine.network.outcome import Step, StepName, StepState, TlsProblem
from pacsdesk.engine.network.wire.associate import AssociateAccept
from pacsdesk.engine.network.wire.opened import NoAnswer, OpenedAssociation
from pacsdesk.engine.network.wire.pdu import Abort, Reject
from pacsdesk.engine.network.wire.tls_problems import TlsFailed


@dataclass(frozen=True, slots=True)
class Opening:
    """What became of a call. reject: the numbers of the A-ASSOCIATE-RJ when that is what came.

    association: the caller's to release or close; None when the last step is not done. accept: all that an accepting
    peer said. no_answer, abort: how it ended when the peer neither accepted nor rejected. first_bytes: at most 64 of
    what came, b"" when nothing did; in the clear, so of a failed handshake those of TLS. tls_problem: why there is no
    encrypted connection; with TLS 1.3 a peer may say so only after the handshake. no_connection: why there is none.
    """

    steps: tuple[Step, ...]
    association: OpenedAssociation | None = None
    reject: Reject | None = None
    accept: AssociateAccept | None = None
    no_answer: NoAnswer | None = None
    abort: Abort | None = None
    first_bytes: bytes = b""
    tls_problem: TlsProblem | None = None
    no_connection: NoConnection | None = None


class Steps:
    """Steps as they are taken, each timed from the end of the one before."""

    def __init__(self) -> None:
        self.taken: tuple[Step, ...] = ()
        self._begin = time.perf_counter()

    def done(self, name: StepName, detail: str = "") -> None:
        """One is behind us."""
        self._add(name, StepState.DONE, detail)

    def of_tls(self, failed: TlsFailed) -> Opening:
        """The handshake failed, or it comes out now that it had."""
        while self.taken and self.taken[-1].name is StepName.TLS:
            self._begin -= self.taken[-1].milliseconds / 1000
            self.taken = self.taken[:-1]
        return replace(self.failed(StepName.TLS, str(failed)), tls_problem=failed.problem)

    def failed(self, name: StepName, detail: str, state: StepState = StepState.FAILED) -> Opening:
        """The one at which it ended."""
        self._add(name, state, detail)
        return Opening(self.taken)

    def _add(self, name: StepName, state: StepState, detail: str) -> None:
        now = time.perf_counter()
        self.taken = (*self.taken, Step(name, state, (now - self._begin) * 1000, detail))
        self._begin = now
