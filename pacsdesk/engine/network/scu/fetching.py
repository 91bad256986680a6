"""What a retrieval of ours has come to: one thread follows the peer's answers, any may look, or ask for its end."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pacsdesk.contract.records.queries import QueryModel
from pacsdesk.contract.types import QueryLevel
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.archive.dataset.reading import UnreadableDataset, read_dataset
from pacsdesk.engine.network.association import AcceptedContext, AssociationLost
from pacsdesk.engine.network.command import Response, SubOperations
from pacsdesk.engine.network.scu.query_keys import Key, identifier_of
from pacsdesk.engine.network.wire.opened import NoAnswer, OpenedAssociation

_FAILED_UIDS = 0x00080058
_LARGEST_LIST = 4 << 20  # bytes; 64 for each UID
_MOST_ANSWERS = 1_000_000  # to one request
_LEAVE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Wish:
    """One request: the keys of its identifier, and its level."""

    keys: tuple[Key, ...]
    level: QueryLevel


@dataclass(slots=True)
class Fetched:
    """What came so far. status: the final one, of several requests that of the first that went wrong.

    is_counted: whether the peer ever gave its counts. context_result: of the model's context (PS3.8 table 9-18), None
    when there was no association. lost: how the association was lost while an answer was due. kinds, kinds_refused,
    roles_refused: of a C-GET, the SOP classes that were offered, those that the peer did not take, and those that it
    took without agreeing to send.
    """

    status: int | None = None
    comment: str = ""
    remaining: int = 0
    completed: int = 0
    failed: int = 0
    warning: int = 0
    failed_uids: list[str] = field(default_factory=list)
    is_counted: bool = False
    problem: str = ""
    milliseconds: float = 0.0
    context_result: int | None = None
    lost: NoAnswer | None = None
    kinds: tuple[str, ...] = ()
    kinds_refused: tuple[str, ...] = ()
    roles_refused: tuple[str, ...] = ()

    @property
    def finished(self) -> int:
        """Sub-operations that are over."""
        return self.completed + self.failed + self.warning


class Following:
    """One retrieval on its way."""

    def __init__(self) -> None:
        self.fetched = Fetched()
        self._association: OpenedAssociation | None = None
        self._is_cancelled = False
        self._began = time.perf_counter()

    def cancel(self) -> None:
        """Ask the peer to stop, and ask for nothing more; from any thread."""
        self._is_cancelled = True
        if association := self._association:
            association.cancel()

    def follow(
        self,
        association: OpenedAssociation,
        wishes: Iterable[Wish],
        ask: Callable[[Wish], Iterator[Response]],
        context: AcceptedContext,
    ) -> None:
        """Ask one wish after the other until one is refused, then let the association go."""
        fetched = self.fetched
        self._association = association
        try:
            for wish in wishes:
                if self._is_cancelled or not self._follow_one(association, ask(wish), context):
                    break
            association.hurry(_LEAVE_SECONDS)
            association.release()
        except AssociationLost as lost:
            fetched.problem, fetched.lost = str(lost), association.no_answer
        finally:
            self._association = None
            association.close()
            self.stamp()

    def stamp(self) -> None:
        """Note how long it has taken."""
        self.fetched.milliseconds = (time.perf_counter() - self._began) * 1000

    def _follow_one(
        self, association: OpenedAssociation, answers: Iterator[Response], context: AcceptedContext
    ) -> bool:
        """Whether the next may be asked."""
        fetched = self.fetched
        before = SubOperations(0, fetched.completed, fetched.failed, fetched.warning)
        is_told = False
        for number, answer in enumerate(answers):
            self._count(before, answer.sub_operations)
            if not answer.is_pending:
                return self._take_final(answer, context)
            if self._is_cancelled and not is_told:  # it may have been asked for before there was anything to cancel
                is_told = True
                association.cancel()
            if number == _MOST_ANSWERS:
                association.abort()
                fetched.problem = "it goes on answering without an end"
                break
        return False

    def _count(self, before: SubOperations, told: SubOperations | None) -> None:
        """Add what the peer counts of this request; who says nothing means what he said before."""
        fetched = self.fetched
        if told:
            fetched.is_counted = True
            fetched.remaining = told.remaining or 0
            fetched.completed = before.completed + told.completed
            fetched.failed = before.failed + told.failed
            fetched.warning = before.warning + told.warning
            self.stamp()

    def _take_final(self, answer: Response, context: AcceptedContext) -> bool:
        fetched = self.fetched
        if not fetched.status:
            fetched.status = answer.status
            fetched.comment = "".join(sign if sign.isprintable() else "?" for sign in answer.comment)
        fetched.failed_uids.extend(failed_uids(answer.dataset, context.transfer_syntax))
        return answer.status == 0 or answer.status >> 12 == 0xB


def identifier(wish: Wish, model: QueryModel, transfer_syntax: str) -> bytes:
    """Its identifier. Raises InvalidInput for what cannot be written."""
    return identifier_of(wish.keys, model, wish.level, "", transfer_syntax)


def failed_uids(dataset: bytes, transfer_syntax: str) -> list[str]:
    """Failed SOP Instance UID List (PS3.4 C.4.2.1.4.2) of a final answer, none of what is no dataset."""
    if not dataset:
        return []
    try:
        elements = read_dataset(dataset, transfer_syntax == EXPLICIT_LITTLE_ENDIAN, _LARGEST_LIST)
    except UnreadableDataset:
        return []
    listed = elements.get(_FAILED_UIDS)
    texts = listed.value.decode("ascii", "replace").split("\\") if listed else []
    plain = (text.strip("\0 ") for text in texts)
    return [text for text in plain if text and text.isprintable()]
