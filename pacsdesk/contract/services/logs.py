"""Logs of other DICOM programs, read beside our journal."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.logs import LogOrder, LogTimeline


class LogsService(Protocol):
    """Three steps: open a place, upload one file to `uploads/logs/<upload_id>` by the byte route, read it, also again.

    Nothing of it is kept: the file is removed when it is dropped, or after some minutes in which nobody reads it.
    """

    @requires(Permission.ASSOCIATION_VIEW)
    def open(self) -> str:
        """A place for one file, at most 100 MB; its id."""
        ...

    @requires(Permission.ASSOCIATION_VIEW)
    def read(self, upload_id: str, order: LogOrder) -> LogTimeline:
        """Its events beside ours. Raises NotFound, InvalidInput when no format that we know fits it."""
        ...

    @requires(Permission.ASSOCIATION_VIEW)
    def drop(self, upload_id: str) -> None:
        """Remove the file; one that is not there is no matter."""
        ...
