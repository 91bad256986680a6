"""Whom a ladder goes to, as whom, and how long each step may take."""

from dataclasses import dataclass

from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.contract.types import AETitle


@dataclass(frozen=True, slots=True)
class LadderLimits:
    """Seconds. answer: for one service; look: for finding out what else answers, once it is no DICOM; whole: after so
    many no further step is begun."""

    resolve: float = 5.0
    connect: float = 5.0
    associate: float = 10.0
    answer: float = 10.0
    look: float = 1.5
    whole: float = 45.0


# for many peers at once: who takes longer is told as one that does not answer
HURRIED = LadderLimits(resolve=3.0, connect=3.2, associate=3.2, answer=3.2, look=0.9, whole=4.2)


@dataclass(frozen=True, slots=True)
class Target:
    """uses: the services that the peer is known to be used for; none: nobody said so, all are tried.

    tries_wrong_title: whether a second association is asked for under a title that nobody has, which the peer's log
    will show as an alarm.
    """

    peer: str
    host: str
    port: int
    called_ae_title: AETitle
    calling_ae_title: AETitle
    tls: TlsMode = TlsMode.PLAIN
    uses: tuple[ProbeStep, ...] = ()
    limits: LadderLimits = LadderLimits()
    tries_wrong_title: bool = False
