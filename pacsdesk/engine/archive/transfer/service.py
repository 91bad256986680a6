"""The transfer service: opens batches for uploads, starts imports and exports as jobs."""

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.archive import Packing
from pacsdesk.contract.records.jobs import JobProblem, JobResult, Lane
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import JobId, StudyInstanceUID
from pacsdesk.engine.archive.transfer.exports import Exports
from pacsdesk.engine.archive.transfer.import_report import LeftOut
from pacsdesk.engine.archive.transfer.imports import Imports
from pacsdesk.engine.archive.transfer.uploads import UploadBatches
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, JobStarter

MAX_STUDIES = 1000


class ArchiveTransfer:
    """Implements contract.services.transfer.TransferService, the actor first."""

    def __init__(self, batches: UploadBatches, imports: Imports, exports: Exports, jobs: JobStarter) -> None:
        self._batches = batches
        self._imports = imports
        self._exports = exports
        self._jobs = jobs

    def open_batch(self, actor: Actor, title: str) -> str:
        """A new, empty batch; answers its id."""
        return self._batches.open(title)

    def drop_batch(self, actor: Actor, batch_id: str) -> None:
        """Remove a batch that is not to be imported. Raises Refused when its import has begun."""
        self._batches.drop(batch_id)

    def start_import(
        self, actor: Actor, batch_id: str, left_out: tuple[JobProblem, ...] = (), number_left_out: int = 0
    ) -> JobId:
        """Take every file of the batch into the archive. Raises NotFound, Refused when that was begun before."""
        title = self._batches.seal(batch_id)

        def work(context: JobContext) -> JobResult:
            return self._imports.run(context, batch_id, LeftOut(left_out, number_left_out))

        # not to be run again: the batch is gone when the job has ended
        order = JobOrder("import", title or "Import", Lane.ARCHIVE, work, can_retry=False)
        return self._jobs.start(actor, order)

    def start_export(self, actor: Actor, study_instance_uids: tuple[StudyInstanceUID, ...], packing: Packing) -> JobId:
        """Make a ZIP with a DICOMDIR of these studies. Raises NotFound, InvalidInput."""
        uids = tuple(dict.fromkeys(study_instance_uids))
        if not 1 <= len(uids) <= MAX_STUDIES:
            raise InvalidInput("No study was named." if not uids else f"At most {MAX_STUDIES:,} studies at once.")
        self._exports.check_held(uids)

        def work(context: JobContext) -> JobResult:
            return self._exports.write(context, uids, packing)

        title = "Export of 1 study" if len(uids) == 1 else f"Export of {len(uids):,} studies"
        return self._jobs.start(actor, JobOrder("export", title, Lane.ARCHIVE, work))
