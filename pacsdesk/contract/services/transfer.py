"""Files in and out: imports from uploaded files, exports to a folder or ZIP, both as jobs."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.archive import Packing
from pacsdesk.contract.records.jobs import JobProblem
from pacsdesk.contract.types import JobId, StudyInstanceUID


class TransferService(Protocol):
    """An import is three steps: open a batch, upload files to `uploads/<batch_id>` by the byte route, start the job."""

    @requires(Permission.STUDY_IMPORT)
    def open_batch(self, title: str) -> str:
        """A new, empty batch; answers its id. One for which nothing comes is removed after some minutes, or at the next
        start."""
        ...

    @requires(Permission.STUDY_IMPORT)
    def drop_batch(self, batch_id: str) -> None:
        """Remove a batch that is not to be imported; one that is not there is no matter. Raises Refused when its import
        has begun."""
        ...

    @requires(Permission.STUDY_IMPORT)
    def start_import(self, batch_id: str, left_out: tuple[JobProblem, ...] = (), number_left_out: int = 0) -> JobId:
        """Take every file of the batch (Part 10, bare dataset, ZIP of these) into the archive; refused ones are the
        job's problems, each with its reason. left_out: what the face could not send counts as refused, the first
        1,000 with their full number."""
        ...

    @requires(Permission.STUDY_EXPORT)
    def start_export(self, study_instance_uids: tuple[StudyInstanceUID, ...], packing: Packing) -> JobId:
        """Make a ZIP with a DICOMDIR of these studies; the job's artifact is the byte route to fetch it from. A folder
        is the same ZIP, unpacked by the face that asked."""
        ...
