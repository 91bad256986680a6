"""Traces of the wire: recorded for a while, read PDU by PDU, opened again from a file."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.traces import DecodedPdu, Trace, TracedPdu, TraceFilter


class TracesService(Protocol):
    """A trace takes associations that begin while it runs, in both directions. The byte route has its file as
    `trace/<trace_id>`, and as `unmasked-trace/<trace_id>` one with patient data; one that was saved is opened again by
    an upload to `uploads/traces/<id>`, the id 32 hexadecimal digits of the sender's choice, and shows in the list."""

    @requires(Permission.TRACE_RECORD)
    def start(self, name: str = "", address: str = "", seconds: int = 600) -> Trace:
        """Trace a peer, by its name, or all of one address; patient data is replaced before anything is written.

        Raises NotFound for an unknown peer, InvalidInput for neither or both and for a time that is too long, Refused
        when too many run.
        """
        ...

    @requires(Permission.TRACE_UNMASKED)
    def start_unmasked(self, name: str = "", address: str = "", seconds: int = 600) -> Trace:
        """The same with all that passes, patient data too; passwords are left out all the same."""
        ...

    @requires(Permission.TRACE_RECORD)
    def stop(self, trace_id: str) -> Trace:
        """End one that runs; nothing happens to one that has ended. Raises NotFound."""
        ...

    @requires(Permission.TRACE_VIEW)
    def list(self) -> tuple[Trace, ...]:
        """All, the newest first."""
        ...

    @requires(Permission.TRACE_VIEW)
    def pdus(self, trace_id: str, which: TraceFilter, page: PageRequest) -> Page[TracedPdu]:
        """The lines of a trace in order. Raises NotFound, InvalidInput for a strange key, NotPermitted for one with
        patient data to whoever may not record such."""
        ...

    @requires(Permission.TRACE_VIEW)
    def pdu(self, trace_id: str, number: int) -> DecodedPdu:
        """One line in full. Raises as `pdus` does."""
        ...

    @requires(Permission.TRACE_RECORD)
    def remove(self, trace_id: str) -> None:
        """Delete a trace and its file. Raises NotFound, Refused for one that runs."""
        ...
