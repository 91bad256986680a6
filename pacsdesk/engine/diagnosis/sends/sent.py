"""Sends that were ordered, as they stand, counted one by one; the last ones are remembered. Safe from any thread."""

import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from threading import Lock

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.sends import MOST_SENT_LISTED, SendOrder, SendOutcome, SentLine, SentState
from pacsdesk.contract.types import JobId
from pacsdesk.engine.diagnosis.sends.evidence import StatusSeen
from pacsdesk.engine.diagnosis.sends.losses import SMALL_BYTES
from pacsdesk.engine.diagnosis.sends.sendable import Sendable
from pacsdesk.engine.diagnosis.sends.statuses import meaning_of_store
from pacsdesk.engine.network.scu.sop_classes import name_of
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.sending.delivery import Delivered, SubOutcome

MOST_REMEMBERED = 20
_MOST_BROKE_AT = 100
_ENOUGH_TIMES, _MOST_TIMES = 3, 10_000
_ARRIVED = (SentState.SENT, SentState.WARNING)


@dataclass(slots=True)
class Send:
    """One. arrived: the UIDs of what it brought there. resumed_by: who goes on with it, and has its files from then
    on."""

    peer: Peer
    order: SendOrder
    target: Target
    sendable: Sendable
    at: datetime
    arrived: set[str] = field(default_factory=set)
    resumes: JobId | None = None
    resumed_by: JobId | None = None
    lines: list[SentLine] = field(default_factory=list)
    counts: Counter[SentState] = field(default_factory=Counter)
    size_bytes: int = 0
    problem: str = ""
    is_stopped: bool = False
    is_over: bool = False
    findings: tuple[Finding, ...] = ()
    shown: int | None = None
    begun: float = 0.0
    ended: float = 0.0
    broke_at: list[str] = field(default_factory=list)
    _times: list[float] = field(default_factory=list)
    _answers: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    _numbers: Counter[tuple[int, str]] = field(default_factory=Counter)
    _classes: dict[tuple[int, str], dict[str, None]] = field(default_factory=dict)

    def settle(self, delivered: Delivered) -> None:
        """Count one, and list it."""
        line = self._line(delivered)
        self.counts[line.state] += 1
        if len(self.lines) < MOST_SENT_LISTED:
            self.lines.append(line)
        if line.state in _ARRIVED:
            self.size_bytes += line.size_bytes
            self.arrived.add(line.sop_instance_uid)
            if line.size_bytes <= SMALL_BYTES and len(self._times) < _MOST_TIMES:
                self._times.append(line.milliseconds)
        elif delivered.was_tried and line.status is None and len(self.broke_at) < _MOST_BROKE_AT:
            self.broke_at.append(line.sop_instance_uid)
        if line.status is not None:
            self._note_answer((line.status, line.comment), line)

    @property
    def settled(self) -> int:
        """How many were."""
        return self.counts.total()

    @property
    def slow_milliseconds(self) -> float:
        """How long the middle one of the small instances took; 0.0 for too few."""
        return median(self._times) if len(self._times) >= _ENOUGH_TIMES else 0.0

    def statuses(self) -> Iterator[StatusSeen]:
        """The answers that came, but for success."""
        for key, number in self._numbers.items():
            if key[0]:
                yield StatusSeen(*key, number, self._answers[key][0], tuple(self._classes[key]))

    def outcome(self) -> SendOutcome:
        """How it stands now."""
        sendable, target = self.sendable, self.target
        seconds = (self.ended or time.monotonic()) - self.begun if self.begun else 0.0
        return SendOutcome(
            peer=self.peer.name,
            order=self.order,
            ae_title=target.called_ae_title,
            host=target.host,
            port=target.port,
            calling_ae_title=target.calling_ae_title,
            at=self.at,
            milliseconds=round(seconds * 1000, 3),
            number_of_instances=sendable.number,
            sent=self.counts[SentState.SENT],
            warning=self.counts[SentState.WARNING],
            failed=self.counts[SentState.FAILED] + self.counts[SentState.UNSENT],
            size_bytes=self.size_bytes,
            left_out=sendable.left_out,
            number_left_out=sendable.number_left_out,
            test_object=sendable.test_object,
            problem=self.problem,
            is_stopped=self.is_stopped,
            is_over=self.is_over,
            is_cut=self.settled > len(self.lines),
            resumes=self.resumes,
            findings=self.findings,
            shown=self.shown,
        )

    def _note_answer(self, key: tuple[int, str], line: SentLine) -> None:
        known = key if key in self._numbers or len(self._numbers) < _MOST_BROKE_AT else (key[0], "")
        self._numbers[known] += 1
        self._answers.setdefault(known, [line.sop_instance_uid])
        self._classes.setdefault(known, {})[name_of(line.sop_class_uid) or line.sop_class_uid] = None

    def _line(self, delivered: Delivered) -> SentLine:
        instance, status = delivered.instance, delivered.status
        detail = delivered.problem
        if status:
            detail = meaning_of_store(status).words
        return SentLine(
            sop_instance_uid=delivered.sop_instance_uid,
            sop_class_uid=instance.kind.sop_class_uid if instance else "",
            state=_state(delivered),
            status=status,
            comment=delivered.comment,
            detail=detail,
            sent_as=delivered.sent_as,
            milliseconds=round(delivered.milliseconds, 3),
            size_bytes=instance.size_bytes if instance else 0,
            name=(self.sendable.names or {}).get(delivered.sop_instance_uid, ""),
        )


def _state(delivered: Delivered) -> SentState:
    if delivered.outcome is SubOutcome.COMPLETED:
        return SentState.SENT
    if delivered.outcome is SubOutcome.WARNING:
        return SentState.WARNING
    return SentState.FAILED if delivered.was_tried else SentState.UNSENT


class Sends:
    """The last ones by their jobs."""

    def __init__(self, forget: Callable[[Send], None]) -> None:
        """forget: called with one that is remembered no longer."""
        self._changing = Lock()
        self._sends: OrderedDict[JobId, Send] = OrderedDict()
        self._forget = forget

    def put(self, job_id: JobId, send: Send) -> None:
        """Remember it, and forget the oldest that is over."""
        forgotten = []
        with self._changing:
            self._sends[job_id] = send
            over = [key for key, one in self._sends.items() if one.is_over and key != job_id]
            for key in over[: max(0, len(self._sends) - MOST_REMEMBERED)]:
                forgotten.append(self._sends.pop(key))
        for one in forgotten:
            self._forget(one)

    def get(self, job_id: JobId) -> Send:
        """Raises NotFound."""
        with self._changing:
            send = self._sends.get(job_id)
        if send is None:
            raise NotFound(
                "There is nothing of such a send.",
                f"The last {MOST_REMEMBERED} are kept until the engine ends.",
                "Send again.",
            )
        return send
