"""Everything that stops us, as one tree; each error carries a title, a detail and the next step for a person.

    PacsDeskError
    +-- InvalidInput            the caller's value is wrong            HTTP 400  exit 2
    |   +-- TooLarge            ... it is over a limit                 HTTP 413
    +-- NotSignedIn             no token, or one that has ended        HTTP 401  exit 3
    +-- NotPermitted            the right is missing                   HTTP 403  exit 3
    +-- NotFound                no such thing                          HTTP 404
    +-- AlreadyExists           the name or id is taken                HTTP 409
    +-- Refused                 right and valid, yet not now or here   HTTP 409
    +-- Unavailable             no engine, or it is stopping           HTTP 503  exit 4
    +-- StorageFull             no room, nothing was written           HTTP 507
    +-- StorageBroken           the disk answered with an error        HTTP 500
    +-- JobCancelled            a person asked the job to stop         HTTP 409
    +-- InternalError           our own fault; detail names the log    HTTP 500

A new error: one class below its parent with its `http_status`, one line in the drawing. Its name crosses the link.
"""

from typing import ClassVar


class PacsDeskError(Exception):
    """Base of the tree.

    title: one sentence that names the thing and what happened, shown first. detail: what was seen, may be empty.
    hint: the next step, may be empty.
    """

    http_status: ClassVar[int] = 500

    def __init__(self, title: str, detail: str = "", hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.hint = hint

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.detail, self.hint) if part)


class InvalidInput(PacsDeskError):
    """The caller's value is wrong; the detail says which and what would be right."""

    http_status = 400


class TooLarge(InvalidInput):
    """The caller's value is over a limit."""

    http_status = 413


class NotSignedIn(PacsDeskError):
    """No session token, a wrong one, or one that has ended; also a wrong name or password."""

    http_status = 401


class NotPermitted(PacsDeskError):
    """The person is known and lacks the permission."""

    http_status = 403


class NotFound(PacsDeskError):
    """There is no such thing."""

    http_status = 404


class AlreadyExists(PacsDeskError):
    """The name or id is taken."""

    http_status = 409


class Refused(PacsDeskError):
    """Valid and permitted, yet not in this state or on this kind of site."""

    http_status = 409


class Unavailable(PacsDeskError):
    """No engine answers, or it is stopping; trying again later may work."""

    http_status = 503


class StorageFull(PacsDeskError):
    """There is no room; nothing was written."""

    http_status = 507


class StorageBroken(PacsDeskError):
    """The disk answered a write, a sync or a read with an error."""

    http_status = 500


class JobCancelled(PacsDeskError):
    """A person asked the job to stop and it did."""

    http_status = 409


class InternalError(PacsDeskError):
    """A fault of PACSDesk itself; the log holds the rest under the reference in the detail."""

    http_status = 500


def error_classes() -> dict[str, type[PacsDeskError]]:
    """All classes of the tree by name, for carrying errors over the link."""
    found: dict[str, type[PacsDeskError]] = {}
    waiting: list[type[PacsDeskError]] = [PacsDeskError]
    while waiting:
        cls = waiting.pop()
        found[cls.__name__] = cls
        waiting.extend(cls.__subclasses__())
    return found
