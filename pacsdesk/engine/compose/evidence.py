"""Constructs what explains the past: the journal with its diagnosis, logs of others beside it, packs of evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pacsdesk import __version__
from pacsdesk.contract.permissions import Permission
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadLimits
from pacsdesk.engine.compose.ground import Ground
from pacsdesk.engine.compose.network import Journal
from pacsdesk.engine.diagnosis.evidence_pack.service import EvidencePacks, MaskedTraces
from pacsdesk.engine.diagnosis.journal.service import ExplainedAssociations
from pacsdesk.engine.diagnosis.logs.lines import MOST_BYTES
from pacsdesk.engine.diagnosis.logs.service import Logs
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.security.door import Readable, Writable

_ONE_LOG = UploadLimits(max_files=1, max_file_bytes=MOST_BYTES, idle=timedelta(minutes=10))
_PICTURES = UploadLimits(max_files=8, max_file_bytes=8 << 20, idle=timedelta(minutes=10))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Its services by their names on the link, and what of the byte route is theirs."""

    services: Mapping[str, object]
    readable: Mapping[str, Readable]
    writable: Mapping[str, Writable]


def compose_evidence(
    ground: Ground, network: NetworkService, peers: Peers, journal: Journal, traces: MaskedTraces
) -> Evidence:
    """What needs the journal, the registry and our own listeners."""
    associations = ExplainedAssociations(journal.book, journal.past, peers, network.listeners)
    logs = UploadBatches(ground.folder, clock.now, _ONE_LOG)
    pictures = UploadBatches(ground.folder, clock.now, _PICTURES)
    packs = EvidencePacks(associations, peers, network.listeners, traces, pictures, clock.now, __version__)
    return Evidence(
        services={
            "associations": associations,
            "logs": Logs(logs, associations, clock.now, _zone_seconds),
            "evidence": packs,
        },
        readable={"evidence": Readable(Permission.STUDY_EXPORT, packs.open_zip)},
        writable={
            "logs": Writable(Permission.ASSOCIATION_VIEW, logs.writer),
            "evidence-pictures": Writable(Permission.PEER_PROBE, pictures.writer),
        },
    )


def _zone_seconds(moment: datetime) -> float:
    offset = moment.astimezone().utcoffset()
    return offset.total_seconds() if offset else 0.0
