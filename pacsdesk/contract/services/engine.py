"""The engine itself."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, public, requires
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.contract.records.engine import EngineStatus, Health
from pacsdesk.contract.types import JobId


class EngineService(Protocol):
    """State, stopping, and the classroom's way back."""

    @public
    def health(self) -> Health:
        """Whether an engine is there, of which version and kind; tells nothing about patients."""
        ...

    @requires(Permission.ENGINE_VIEW)
    def status(self) -> EngineStatus:
        """Listeners, room, process."""
        ...

    @requires(Permission.ENGINE_VIEW)
    def conformance(self) -> ConformanceStatement:
        """The conformance statement (PS3.2, network) of this version with its present settings."""
        ...

    @requires(Permission.ENGINE_STOP)
    def stop(self) -> None:
        """Begin a clean drain: no new callers, running work ends or is marked, then the process exits."""
        ...

    @requires(Permission.SITE_RESET)
    def reset(self) -> JobId:
        """Bring a classroom site back to its start. Raises Refused on any other profile."""
        ...
