"""Which instances the index has under given UIDs."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from pacsdesk.engine.archive.index.statements import HELD_INSTANCE


@dataclass(frozen=True, slots=True)
class HeldInstance:
    """The instance that the index has under a UID."""

    sop_instance_uid: str
    object_name: str
    transfer_syntax_uid: str
    size_bytes: int
    digest: str
    dataset_offset: int


def held_instances(connection: Connection, uids: Sequence[str]) -> dict[str, HeldInstance]:
    """The instances under these SOP Instance UIDs, by UID."""
    rows = (HELD_INSTANCE.row(connection, {"uid": uid}) for uid in uids)
    return {row[0]: HeldInstance(*row) for row in rows if row}
