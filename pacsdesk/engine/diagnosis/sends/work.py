"""The work of a send's job: the sending on a thread of its own, while the job tells how far it is and hears a stop."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

from pacsdesk.contract.errors import JobCancelled
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.jobs import JobProblem, JobResult
from pacsdesk.contract.records.probes import LadderOrder
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.records.sends import SentState
from pacsdesk.engine.diagnosis.sends.arrived import studies_of
from pacsdesk.engine.diagnosis.sends.evidence import SendEvidence
from pacsdesk.engine.diagnosis.sends.findings import findings_of_send
from pacsdesk.engine.diagnosis.sends.plans import kinds_refused
from pacsdesk.engine.diagnosis.sends.second_look import SecondLook
from pacsdesk.engine.diagnosis.sends.sent import Send
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.network.scu.storing import Storer
from pacsdesk.engine.network.sending.sender import Sender
from pacsdesk.engine.network.stopping import Stop, Stopped
from pacsdesk.engine.runtime.jobs.work import JobContext, StoppedHalfway

_HEARTBEAT_SECONDS = 0.1
_MOST_PROBLEMS = 1000


@dataclass(frozen=True, slots=True)
class SendWork:
    """What it stands on. bench: says why a peer cannot be reached at all. second_look: asks it what it shows after."""

    storer: Storer
    bench: Bench
    second_look: SecondLook

    def run(self, context: JobContext, send: Send) -> JobResult:
        """Send, and say why when something did not arrive. Raises StoppedHalfway when a person stops it."""
        sender, stop = self.storer.sender_to(send.target), Stop()
        try:
            send.begun = time.monotonic()
            self._send_beside(context, send, sender, stop)
            send.ended = time.monotonic()
            send.problem = sender.problem
            send.is_stopped = stop.is_asked and send.settled < send.sendable.number
            if not send.is_stopped:
                send.findings = (*self._findings(context.actor, send, sender), *self._look_again(context, send))
        finally:
            send.is_over = True
        if send.is_stopped:
            raise StoppedHalfway(_result(send))
        return _result(send)

    def _send_beside(self, context: JobContext, send: Send, sender: Sender, stop: Stop) -> None:
        def work() -> None:
            try:
                for delivered in self.storer.send(sender, send.sendable.selection, stop):
                    send.settle(delivered)
            except Stopped:  # before it began
                return

        _beside(context, send, work, stop, lambda: _note(send))

    def _findings(self, actor: Actor, send: Send, sender: Sender) -> tuple[Finding, ...]:
        agreed = tuple(sender.agreed.items())
        found = findings_of_send(
            SendEvidence(
                peer=send.peer.name,
                calling_ae_title=send.target.calling_ae_title,
                number_of_instances=send.sendable.number,
                arrived=len(send.arrived),
                statuses=tuple(send.statuses()),
                refused=tuple(kinds_refused(send.sendable.measured(), agreed)),
                losses=tuple(sender.losses),
                broke_at=tuple(send.broke_at),
                given_up=sender.problem,
                slow_milliseconds=send.slow_milliseconds,
            )
        )
        if not sender.problem:
            return found
        order = LadderOrder(send.order.calling_ae_title)
        climbed = self.bench.climb(actor, send.peer.name, order, Stop()).findings
        codes = {one.code for one in found}
        return (*found, *(one for one in climbed if one.code not in codes))

    def _look_again(self, context: JobContext, send: Send) -> tuple[Finding, ...]:
        """When the order says so; it ends with the first query that is not answered. A person who stops it then has
        what was sent."""
        if not send.order.looks_again:
            return ()
        found: list[Finding] = []
        stop, note = Stop(), [""]

        def work() -> None:
            stored = studies_of(send, stop)
            for place, study in enumerate(stored):
                note[0] = f"looking for study {place + 1} of {len(stored)}"
                seen = None if stop.is_asked else self.second_look.look(send.target, study, stop)
                if seen is None:
                    send.shown = None
                    return
                found.extend(seen)
                send.shown = (send.shown or 0) + (0 if seen else study.number_of_instances)

        _beside(context, send, work, stop, lambda: note[0])
        return tuple(found)


def _beside(context: JobContext, send: Send, work: Callable[[], None], stop: Stop, note: Callable[[], str]) -> None:
    """Work on a thread of its own, to its end; a job that is to stop asks it to."""
    with ThreadPoolExecutor(1, thread_name_prefix="send") as pool:
        working = pool.submit(work)
        while not wait((working,), _HEARTBEAT_SECONDS).done:
            try:
                context.report(send.settled, send.sendable.number, note())
            except JobCancelled:
                stop.ask()
                break
        working.result()


def _note(send: Send) -> str:
    seconds = time.monotonic() - send.begun
    failed = send.counts[SentState.FAILED] + send.counts[SentState.UNSENT]
    rate = f"{send.settled / seconds:.1f} a second, {send.size_bytes / seconds / 1e6:.1f} MB/s" if send.settled else ""
    return ", ".join(filter(None, (rate, f"{failed} failed" if failed else "")))


def _result(send: Send) -> JobResult:
    outcome = send.outcome()
    arrived = outcome.sent + outcome.warning
    number = outcome.number_of_instances
    objects = "1 object" if number == 1 else f"{number:,} objects"
    summary = f"{arrived:,} of {objects} sent to {outcome.peer}"
    lines = [one for one in send.lines if one.state in (SentState.FAILED, SentState.UNSENT)]
    problems = [JobProblem(one.sop_instance_uid, one.detail) for one in lines[:_MOST_PROBLEMS]]
    problems += outcome.left_out[: _MOST_PROBLEMS - len(problems)]
    return JobResult(summary, tuple(problems), outcome.failed + outcome.number_left_out)
