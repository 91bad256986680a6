"""Writes into a file of ours how its object came and reads it back, so that it can be taken in again as it was.

The index is only a copy of what the files say.
"""

from dataclasses import dataclass
from pathlib import Path

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.types import SOPClassUID, SOPInstanceUID, TransferSyntaxUID
from pacsdesk.engine.archive.dataset.filing import Arrival
from pacsdesk.engine.archive.dataset.keys import IndexKeys, read_index_keys
from pacsdesk.engine.archive.dataset.part10 import FileMeta, Receipt, read_file_meta
from pacsdesk.engine.archive.files.objects import COPY_CHUNK, StagedObject, digest_of


@dataclass(frozen=True, slots=True)
class Provenance:
    """How the object of a stored file came, and where its dataset begins."""

    arrival: Arrival
    receipt: Receipt
    dataset_offset: int


def file_meta_of(arrival: Arrival, staged: StagedObject, sop_class_uid: str, sop_instance_uid: str) -> FileMeta:
    """The header for an object whose dataset is complete."""
    return FileMeta(
        sop_class_uid=sop_class_uid,
        sop_instance_uid=sop_instance_uid,
        transfer_syntax_uid=arrival.transfer_syntax_uid,
        calling_ae_title=arrival.calling_ae_title,
        called_ae_title=arrival.called_ae_title,
        receipt=Receipt(arrival.received_at, arrival.association_id, arrival.address, staged.size, staged.digest),
    )


def read_provenance(path: Path) -> Provenance:
    """What the header of a stored file says. Raises InvalidInput when it is no file of ours, OSError."""
    with path.open("rb", buffering=0) as stream:

        def read_at(start: int, length: int) -> bytes:
            stream.seek(start)
            return stream.read(length)

        meta = read_file_meta(read_at)
    if meta.receipt is None:
        raise InvalidInput("This file was not stored by PACSDesk.", "Its header does not say how it came.")
    try:
        arrival = Arrival(
            sop_class_uid=SOPClassUID(meta.sop_class_uid),
            sop_instance_uid=SOPInstanceUID(meta.sop_instance_uid),
            transfer_syntax_uid=TransferSyntaxUID(meta.transfer_syntax_uid),
            calling_ae_title=meta.calling_ae_title,
            called_ae_title=meta.called_ae_title,
            address=meta.receipt.address,
            association_id=meta.receipt.association_id,
            received_at=meta.receipt.received_at,
        )
    except ValueError as error:
        raise InvalidInput("The header of this file is damaged.", str(error)) from error
    return Provenance(arrival, meta.receipt, meta.dataset_offset)


def read_keys(path: Path, provenance: Provenance) -> IndexKeys:
    """The keys of a stored file's dataset. Raises OSError."""
    with path.open("rb", buffering=0) as stream:

        def read_at(start: int, length: int) -> bytes:
            stream.seek(provenance.dataset_offset + start)
            return stream.read(length)

        size = max(0, path.stat().st_size - provenance.dataset_offset)
        return read_index_keys(read_at, size, provenance.arrival.transfer_syntax_uid)


def is_whole(path: Path, provenance: Provenance) -> bool:
    """Whether the dataset still has the size and digest that the header promises; reads all of it. Raises OSError."""
    receipt = provenance.receipt
    return digest_of(path, provenance.dataset_offset) == (receipt.size_bytes, receipt.digest)


def copy_dataset(path: Path, dataset_offset: int, staged: StagedObject) -> None:
    """Write the dataset of a file into a staged object. Raises what StagedObject.write raises, OSError."""
    with path.open("rb", buffering=0) as stream:
        stream.seek(dataset_offset)
        while chunk := stream.read(COPY_CHUNK):
            staged.write(chunk)
