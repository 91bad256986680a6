"""Whether a stored file is what was stored: its header against its row, its dataset against its digest."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET, FileMeta, encode_header, read_file_meta
from pacsdesk.engine.archive.files.objects import digest_of
from pacsdesk.engine.archive.tables import InstanceRow

# what `StoredFile` wants of a row, in its order
STORED_FILE_COLUMNS = (
    InstanceRow.object_name,
    InstanceRow.sop_class_uid,
    InstanceRow.sop_instance_uid,
    InstanceRow.transfer_syntax_uid,
    InstanceRow.sending_ae_title,
    InstanceRow.association_id,
    InstanceRow.received_at,
    InstanceRow.size_bytes,
    InstanceRow.digest,
    InstanceRow.dataset_offset,
)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What the index says of a stored file. received_at: UTC without zone, as rows have it."""

    object_name: str
    sop_class_uid: str
    sop_instance_uid: str
    transfer_syntax_uid: str
    sending_ae_title: str
    association_id: str
    received_at: datetime
    size_bytes: int
    digest: str
    dataset_offset: int

    def is_whole(self, path: Path, after_chunk: Callable[[int], None] = lambda _length: None) -> bool:
        """Whether the file has every byte that it was stored with; reads all of it. Raises OSError.

        after_chunk: as for `digest_of`.

        In its header, the called AE title and the sender's address alone are taken as they are: no row repeats them.
        """
        if digest_of(path, self.dataset_offset, after_chunk) != (self.size_bytes, self.digest):
            return False
        with path.open("rb", buffering=0) as stream:
            header = stream.read(DATASET_OFFSET)
        return header == self._header_like(header)

    def _header_like(self, header: bytes) -> bytes:
        """The header that the file should have."""
        try:
            said = read_file_meta(lambda start, length: header[start : start + length])
        except InvalidInput:
            return b""
        if said.receipt is None:
            return b""
        receipt = replace(
            said.receipt,
            received_at=self.received_at.replace(tzinfo=UTC),
            association_id=self.association_id,
            size_bytes=self.size_bytes,
            digest=self.digest,
        )
        return encode_header(
            FileMeta(
                self.sop_class_uid,
                self.sop_instance_uid,
                self.transfer_syntax_uid,
                self.sending_ae_title,
                said.called_ae_title,
                receipt,
            )
        )
