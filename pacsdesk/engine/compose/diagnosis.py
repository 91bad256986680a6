"""Constructs what asks peers for people and says why something does not work."""

from collections.abc import Mapping
from uuid import uuid4

from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.integrity.landings import Landings
from pacsdesk.engine.archive.matching.retrieval import Retriever
from pacsdesk.engine.compose.archive import Archive
from pacsdesk.engine.compose.ground import Ground
from pacsdesk.engine.compose.network import Journal
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.queries.service import Queries
from pacsdesk.engine.diagnosis.requests.service import Requests
from pacsdesk.engine.diagnosis.retrieves.fetches import Fetches
from pacsdesk.engine.diagnosis.retrieves.service import Retrieves
from pacsdesk.engine.diagnosis.retrieves.unfolding import Unfolding
from pacsdesk.engine.diagnosis.sends.sendable import Gathered
from pacsdesk.engine.diagnosis.sends.service import PeerSends
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.way_back import WayBack
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.runtime import clock


def compose_diagnosis(
    ground: Ground,
    network: NetworkService,
    peers: Peers,
    journal: Journal,
    refused: RefusedCallers,
    archive: Archive,
) -> Mapping[str, object]:
    """Its services by their names on the link."""

    def own_title() -> AETitle:
        return ground.settings.current.dicom.ae_title

    bench = Bench(network.used.ladder, peers, Gathering(network.listeners), ground.jobs, own_title)
    way_back = WayBack(network.listeners, refused.entries, journal.book, journal.past)

    def own_titles() -> tuple[str, ...]:
        return tuple(name for one in network.listeners() for name in (one.ae_title, *one.aliases))

    landings = Landings(ground.database)
    fetches = Fetches(network.used, bench, peers, archive.ingest, landings, way_back, clock.now, own_titles)
    unfolding = Unfolding(bench, peers, way_back)
    gathered = Gathered(Retriever(ground.database, ground.folder), archive.batches, ground.folder, clock.now, uuid4)
    return {
        "bench": bench,
        "sends": PeerSends(network.used, peers, bench, gathered, archive.batches, ground.jobs, clock.now, own_title),
        "queries": Queries(network.used.querier, peers, bench, clock.now, own_title),
        "retrieves": Retrieves(fetches, unfolding, peers, ground.jobs, clock.now, own_title),
        "requests": Requests(
            network.used,
            peers,
            bench,
            way_back,
            archive.studies,
            ground.jobs,
            clock.now,
            uuid4,
            own_title,
            ground.bus.publish,
        ),
    }
