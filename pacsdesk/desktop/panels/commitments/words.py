"""What a storage commitment request says of itself: its state as shape and word, its reasons, its columns."""

from pacsdesk.contract.records.commitments import Commitment, CommitmentState, UncommittedInstance
from pacsdesk.contract.types import DimseStatus
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, format_moment, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.record_list import EmptyWords, RecordColumn
from pacsdesk.desktop.kit.translation import marked, translate

WORDS_TO_ALLOW = "peers change NAME --allow echo,store,commitment --port PORT"
EMPTY = EmptyWords(
    "shield-check",
    marked("Commitments", "Nobody has asked for storage commitment"),
    marked(
        "Commitments",
        "With it a modality asks whether its images are safe here before it deletes its own: each is read anew from "
        "the disk, and the modality is told. It may ask once its peer is allowed commitment and has the port on which "
        "it takes the answer; then turn storage commitment on at the modality.",
    ),
)

_CHECKING = StateShape.UNKNOWN, marked("Commitments", "Being checked")
_TELLING = StateShape.UNKNOWN, marked("Commitments", "Being told")
_NOT_TOLD = StateShape.SLOW, marked("Commitments", "Not told yet")
_ALL_SAFE = StateShape.UP, marked("Commitments", "Told: all safe")
_SOME_NOT_SAFE = StateShape.SLOW, marked("Commitments", "Told: some not safe")
_GIVEN_UP = StateShape.DOWN, marked("Commitments", "Given up")

# Failure Reason (0008,1197), PS3.3 C.14.1.1, as the checks give it
_REASONS = {
    DimseStatus.NO_SUCH_INSTANCE: marked("Commitments", "Never came, or was deleted"),
    DimseStatus.CLASS_INSTANCE_CONFLICT: marked("Commitments", "Stored with another SOP class"),
    DimseStatus.PROCESSING_FAILURE: marked("Commitments", "Damaged, or in an open conflict"),
    DimseStatus.RESOURCE_LIMITATION: marked("Commitments", "No room for it"),
}


def can_be_told_again(request: Commitment) -> bool:
    """A transaction ends with its result (PS3.4 J.3.3): what the sender has taken is not told again."""
    return request.state is not CommitmentState.REPORTED


def state_shape(request: Commitment) -> StateShape:
    """The state as a shape."""
    return _state(request)[0]


def state_word(request: Commitment) -> str:
    """The state in words."""
    return translate("Commitments", _state(request)[1])


def _state(request: Commitment) -> tuple[StateShape, str]:
    match request.state:
        case CommitmentState.REPORTED:
            return _SOME_NOT_SAFE if request.number_of_failures else _ALL_SAFE
        case CommitmentState.GIVEN_UP:
            return _GIVEN_UP
        case _ if request.problem and request.attempts:
            return _NOT_TOLD
        case CommitmentState.CHECKING:
            return _CHECKING
        case _:
            return _TELLING


def problem_of(request: Commitment) -> str:
    """Why the last attempt to tell did not succeed, as a sentence; "" when it did."""
    words = in_own_words(plain(request.problem))
    return words[:1].upper() + words[1:]


def reason_of(instance: UncommittedInstance) -> str:
    """Why an instance is not committed, with the code that the sender gets."""
    words = _REASONS.get(instance.reason)
    code = f"{instance.reason:04X}"
    return f"{translate('Commitments', words)} ({code})" if words else code


def number_not_safe(request: Commitment) -> str:
    """How many are not committed, once that is known."""
    return NOTHING if request.number_of_failures is None else format_count(request.number_of_failures)


COLUMNS: tuple[RecordColumn[Commitment], ...] = (
    RecordColumn(marked("Commitments", "State"), 188, state_word, shape=state_shape),
    RecordColumn(marked("Commitments", "Asked"), 128, lambda one: format_moment(one.requested_at)),
    RecordColumn(marked("Commitments", "By"), 120, lambda one: plain(one.calling_ae_title)),
    RecordColumn(marked("Commitments", "From"), 110, lambda one: plain(one.address)),
    RecordColumn(
        marked("Commitments", "Instances"), 76, lambda one: format_count(one.number_of_instances), is_number=True
    ),
    RecordColumn(marked("Commitments", "Not safe"), 72, number_not_safe, is_number=True),
    RecordColumn(marked("Commitments", "Attempts"), 72, lambda one: format_count(one.attempts), is_number=True),
    RecordColumn(marked("Commitments", "Next attempt"), 128, lambda one: format_moment(one.next_attempt_at)),
    RecordColumn(marked("Commitments", "Problem"), 160, problem_of),
)
PROBLEM_COLUMN = len(COLUMNS) - 1
SPARE_COLUMNS = (6, 3)  # attempts, then the address: both stand below, too
