"""The list of peers: one row each with what its last ladder found."""

from dataclasses import dataclass

from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.services.peers import PeersService
from pacsdesk.desktop.kit.formatting import NOTHING, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.record_list import EmptyWords, RecordColumn
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.peers.climbs import Climbs
from pacsdesk.desktop.panels.peers.words import (
    BLOCKED,
    CONNECTING,
    NOT_TRIED,
    SENDS_ONLY,
    State,
    services_line,
    state_of,
)


@dataclass(frozen=True, slots=True)
class PeerRow:
    """A peer and how it stands."""

    peer: Peer
    outcome: ProbeOutcome | None
    is_running: bool


def read_rows(peers: PeersService, climbs: Climbs, _request: PageRequest) -> Page[PeerRow]:
    """All of them; blocks. The registry is small and comes as a whole."""
    rows = tuple(row_of(peer, climbs) for peer in peers.list())
    return Page(rows, "", len(rows))


def row_of(peer: Peer, climbs: Climbs) -> PeerRow:
    """A peer with what is known of it; what was found under another address or title is of another."""
    outcome = climbs.outcome(peer.name)
    if outcome is not None and (outcome.ae_title, outcome.host, outcome.port) != (peer.ae_title, peer.host, peer.port):
        outcome = None
    return PeerRow(peer, outcome, climbs.running(peer.name) is not None)


def state_of_row(row: PeerRow) -> State:
    """Shape and word, translated."""
    if row.peer.is_blocked:
        shape, word = BLOCKED
    elif row.is_running:
        shape, word = CONNECTING
    elif row.outcome is not None:
        shape, word = state_of(row.outcome)
    else:
        shape, word = NOT_TRIED if row.peer.can_be_called else SENDS_ONLY
    return shape, translate("Peers", word)


def _shape(row: PeerRow) -> StateShape:
    return state_of_row(row)[0]


def _port(row: PeerRow) -> str:
    return NOTHING if row.peer.port is None else str(row.peer.port)


def _tls(row: PeerRow) -> str:
    if row.peer.tls is TlsMode.MUTUAL:
        return translate("Peers", "Mutual")
    return translate("Peers", "TLS") if row.peer.tls is TlsMode.TLS else NOTHING


COLUMNS: tuple[RecordColumn[PeerRow], ...] = (
    RecordColumn(marked("Peers", "Name"), 112, lambda row: plain(row.peer.name)),
    RecordColumn(marked("Peers", "Last result"), 124, lambda row: state_of_row(row)[1], shape=_shape),
    RecordColumn(marked("Peers", "AE title"), 104, lambda row: plain(row.peer.ae_title)),
    RecordColumn(marked("Peers", "Host"), 100, lambda row: plain(row.peer.host)),
    RecordColumn(marked("Peers", "Port"), 56, _port, is_number=True),
    RecordColumn(marked("Peers", "TLS"), 56, _tls),
    RecordColumn(marked("Peers", "May ask of us"), 132, lambda row: services_line(row.peer.allow)),
)
NAME_COLUMN = 0
SPARE_COLUMNS = (6, 5, 3, 4)  # services, TLS, then the address: all of them stand beside the list, too
EMPTY = EmptyWords(
    "radio-tower",
    marked("Peers", "No peer yet"),
    marked(
        "Peers",
        "A peer is another DICOM system: a modality that sends here, an archive that is asked. Enter its AE title, "
        "host and port, then Connect shows each step of the way to it.",
    ),
)
