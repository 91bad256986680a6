"""What became of an object, and what its sender is told of it; known wherever objects are received."""

from dataclasses import dataclass

from pacsdesk.contract.errors import NotPermitted, PacsDeskError, StorageBroken, StorageFull, TooLarge
from pacsdesk.contract.types import DimseStatus, SOPInstanceUID, StudyInstanceUID

# PS3.5 6.2: the most characters of an LO
MAX_COMMENT = 64


@dataclass(frozen=True, slots=True)
class StoreOutcome:
    """What the sender is told, and what the object was. reason: in full, for people; without patient data.

    The UIDs are None where the identity was not clear. is_new: False when the same content was there already.
    """

    status: DimseStatus
    reason: str = ""
    sop_instance_uid: SOPInstanceUID | None = None
    study_instance_uid: StudyInstanceUID | None = None
    is_new: bool = True

    @property
    def comment(self) -> str:
        """The beginning of the reason as an Error Comment: an LO in the default repertoire (PS3.7 C.5.19)."""
        plain = self.reason.encode("ascii", "replace").decode("ascii").replace("\\", "/")
        return "".join(character if character.isprintable() else " " for character in plain)[:MAX_COMMENT]


def outcome_of(error: PacsDeskError) -> StoreOutcome:
    """What the sender of an object is told when an error of ours ended its store."""
    if isinstance(error, StorageFull | StorageBroken | TooLarge):
        return StoreOutcome(DimseStatus.OUT_OF_RESOURCES, error.title, is_new=False)
    if isinstance(error, NotPermitted):
        return StoreOutcome(DimseStatus.NOT_AUTHORIZED, error.title, is_new=False)
    return StoreOutcome(DimseStatus.PROCESSING_FAILURE, error.title, is_new=False)
