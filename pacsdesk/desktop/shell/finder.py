"""Finds for the palette what lives in the engine: studies that match the words, peers by name or AE title."""

from collections.abc import Callable
from functools import partial

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.archive import Study, StudyQuery
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.formatting import format_date, format_person_name, plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.shell.palette import PaletteEntry
from pacsdesk.desktop.shell.startup import Session

MOST_STUDIES = 6
STUDIES_PANEL, PEERS_PANEL = "studies", "peers"


class Finder:
    """Offers only what the person may see and a panel can show. Blocks: for worker threads."""

    def __init__(self, session: Session, panel_ids: frozenset[str], go: Callable[[Destination], None]) -> None:
        self._session = session
        self._panel_ids = panel_ids
        self._go = go

    def find(self, words: str) -> list[PaletteEntry]:
        """Entries for what was typed. Raises what the services raise."""
        may, services = self._session.grant.permissions, self._session.client.services
        found: list[PaletteEntry] = []
        if STUDIES_PANEL in self._panel_ids and Permission.STUDY_SEARCH in may:
            page = services.studies.search(StudyQuery(words, page=PageRequest(limit=MOST_STUDIES)))
            found += [self._study_entry(study, words) for study in page.items]
        if PEERS_PANEL in self._panel_ids and Permission.PEER_VIEW in may:
            wanted = words.casefold()
            found += [
                self._peer_entry(peer)
                for peer in services.peers.list()
                if wanted in f"{peer.name} {peer.ae_title}".casefold()
            ]
        return found

    def _study_entry(self, study: Study, words: str) -> PaletteEntry:
        title = f"{format_person_name(study.patient_name)}  {plain(study.patient_id)}"
        detail = f"{', '.join(study.modalities_in_study)}  {format_date(study.study_date)}"
        there = Destination(STUDIES_PANEL, study.study_instance_uid, words=words)
        return PaletteEntry(title, plain(detail), icon("layout-list"), partial(self._go, there))

    def _peer_entry(self, peer: Peer) -> PaletteEntry:
        where = f"{peer.ae_title}  {peer.host}" + (f":{peer.port}" if peer.port else "")
        there = Destination(PEERS_PANEL, words=peer.name)
        return PaletteEntry(plain(peer.name), plain(where), icon("radio-tower"), partial(self._go, there))
