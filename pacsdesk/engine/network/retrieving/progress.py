"""Counts sub-operations and says how a retrieval stands and how it ended (PS3.4 C.4.2.1.6 to 9, table C.4-2). Pure."""

from collections.abc import Sequence

from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset.writing import encode_element
from pacsdesk.engine.network.command import Response, SubOperations
from pacsdesk.engine.network.sending.delivery import Delivered, SubOutcome

_FAILED_SOP_INSTANCE_UID_LIST = 0x00080058
_WITH_FAILURES = (
    DimseStatus.COERCION_OF_ELEMENTS
)  # of a retrieval B000 says: complete, one or more failures or warnings
_LONGEST_LIST = 0xFFFE  # bytes: what a UI can say with an explicit value representation


class Progress:
    """Of one retrieval. is_explicit: how its identifiers are encoded."""

    def __init__(self, total: int, is_explicit: bool) -> None:
        self._total = total
        self._is_explicit = is_explicit
        self._counts = dict.fromkeys(SubOutcome, 0)
        self._failed: list[str] = []

    def note(self, delivered: Delivered) -> None:
        """One more is settled."""
        self._counts[delivered.outcome] += 1
        if delivered.outcome is SubOutcome.FAILED and delivered.sop_instance_uid:
            self._failed.append(delivered.sop_instance_uid)

    def pending(self) -> Response:
        """How it stands."""
        return Response(DimseStatus.PENDING, sub_operations=self._told(self._remaining))

    def cancelled(self) -> Response:
        """It ended as the caller wanted, with what remains undone."""
        return self._final(DimseStatus.CANCELLED, "", self._remaining)

    def broken_off(self, status: DimseStatus, comment: str) -> Response:
        """It ended by a failure of ours: what remains counts as failed."""
        self._counts[SubOutcome.FAILED] += self._remaining
        return self._final(status, comment)

    def ended(self, problem: str) -> Response:
        """All are settled. problem: in words, why the receiver was given up."""
        counts = self._counts
        if counts[SubOutcome.COMPLETED] == self._total:
            return self._final(DimseStatus.SUCCESS, "")
        if counts[SubOutcome.FAILED] == self._total:
            return self._final(DimseStatus.SUB_OPERATIONS_NOT_PERFORMED, problem or "No instance could be sent")
        return self._final(_WITH_FAILURES, problem)

    @property
    def _remaining(self) -> int:
        return self._total - sum(self._counts.values())

    def _final(self, status: DimseStatus, comment: str, remaining: int | None = None) -> Response:
        failed = _uid_list(self._failed, self._is_explicit) if self._failed else b""
        return Response(status, comment, failed, self._told(remaining))

    def _told(self, remaining: int | None) -> SubOperations:
        counts = self._counts
        return SubOperations(
            remaining, counts[SubOutcome.COMPLETED], counts[SubOutcome.FAILED], counts[SubOutcome.WARNING]
        )


def _uid_list(uids: Sequence[str], is_explicit: bool) -> bytes:
    """The identifier of a final answer; as many whole UIDs as fit in."""
    value = "\\".join(uids).encode("ascii")
    if len(value) > _LONGEST_LIST:
        value = value[: value.rindex(b"\\", 0, _LONGEST_LIST + 1)]
    return encode_element(_FAILED_SOP_INSTANCE_UID_LIST, "UI", value, is_explicit)
