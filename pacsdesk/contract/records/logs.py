"""The log of another DICOM program, read: what happened there, beside what our journal has of the same time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.associations import AssociationSummary


class LogFormat(StrEnum):
    """Whose log it is."""

    DCMTK = "dcmtk"
    PYNETDICOM = "pynetdicom"
    DCM4CHE = "dcm4che"
    ORTHANC = "orthanc"


class LogEventKind(StrEnum):
    """What a line tells. message: a request. status: its answer. problem: the program's own complaint."""

    CONNECT = "connect"
    REQUEST = "request"
    ACCEPT = "accept"
    REJECT = "reject"
    MESSAGE = "message"
    STATUS = "status"
    RELEASE = "release"
    ABORT = "abort"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class LogEvent:
    """One event. line: its number in the file, from 1. at: by our clock, None where the log has no times. text: the
    line, printable and cut. association: numbers those of the log, from 1. Titles are "" where the log has not told
    them. operation: as in "C-STORE". association_id: of the association in our journal that it is part of, "" for none.
    """

    line: int
    at: datetime | None
    kind: LogEventKind
    text: str
    association: int
    calling_ae_title: str = ""
    called_ae_title: str = ""
    operation: str = ""
    status: int | None = None
    association_id: str = ""


@dataclass(frozen=True, slots=True)
class LogOrder:
    """How a log is read. association_id: the association of ours that it is about, "" for whichever. offset_seconds:
    what is added to its times to have ours, None to find out."""

    association_id: str = ""
    offset_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class LogTimeline:
    """lines: how many were read. is_cut: whether there is more than was taken. has_times: whether its lines have any.

    offset_seconds: what was added to its times; is_guessed: because associations of both sides fit so, and matched says
    how many. ours: what the journal has of the same time, the oldest first.
    """

    format: LogFormat
    lines: int
    is_cut: bool
    has_times: bool
    offset_seconds: float
    is_guessed: bool
    matched: int
    events: tuple[LogEvent, ...]
    ours: tuple[AssociationSummary, ...]
