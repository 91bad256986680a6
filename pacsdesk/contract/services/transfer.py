"""Files in and out: imports from uploaded files, exports to a folder or ZIP, both as jobs."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.archive import Packing
from pacsdesk.contract.types import JobId, StudyInstanceUID


class TransferService(Protocol):
    """An import is three steps: open a batch, upload files to `uploads/<batch_id>` by the byte route, start the job."""

    @requires(Permission.STUDY_IMPORT)
    def open_batch(self, title: str) -> str:
        """A new, empty batch; answers its id. A batch nobody starts is removed after a day or at the next start."""
        ...

    @requires(Permission.STUDY_IMPORT)
    def start_import(self, batch_id: str) -> JobId:
        """Take every file of the batch (Part 10, bare dataset, ZIP of these) into the archive; refused ones are the
        job's problems, each with its reason."""
        ...

    @requires(Permission.STUDY_EXPORT)
    def start_export(self, study_instance_uids: tuple[StudyInstanceUID, ...], packing: Packing) -> JobId:
        """Make a ZIP with a DICOMDIR of these studies; the job's artifact is the byte route to fetch it from. A folder
        is the same ZIP, unpacked by the face that asked."""
        ...
