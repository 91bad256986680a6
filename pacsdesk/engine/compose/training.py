"""Constructs the exercises of a classroom."""

from pacsdesk.engine.compose.ground import Ground
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.training.exercises import Exercises, OurPlace
from pacsdesk.engine.training.trusting import Trusted


def compose_exercises(ground: Ground, network: NetworkService, peers: Peers) -> Exercises:
    """None of them runs."""
    settings = ground.settings

    def ours() -> OurPlace:
        main = network.listeners()[0]
        return OurPlace(settings.current.dicom.ae_title, main.host, main.port)

    return Exercises(
        ground.folder,
        settings.current.site.profile,
        peers,
        Trusted(lambda: ground.folder.root / settings.current.tls.trusted),
        ours,
        clock.now,
    )
