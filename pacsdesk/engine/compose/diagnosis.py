"""Constructs what asks peers for people and says why something does not work."""

from collections.abc import Mapping

from pacsdesk.contract.types import AETitle
from pacsdesk.engine.compose.ground import Ground
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.queries import Queries
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.runtime import clock


def compose_diagnosis(ground: Ground, network: NetworkService, peers: Peers) -> Mapping[str, object]:
    """Its services by their names on the link."""

    def own_title() -> AETitle:
        return ground.settings.current.dicom.ae_title

    bench = Bench(network.used.ladder, peers, Gathering(network.listeners), ground.jobs, own_title)
    return {"bench": bench, "queries": Queries(network.used.querier, peers, bench, clock.now, own_title)}
