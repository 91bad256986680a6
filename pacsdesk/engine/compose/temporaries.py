"""Constructs traces, relays and sinks."""

from uuid import uuid4

from pacsdesk.engine.compose.ground import Ground
from pacsdesk.engine.network.journal.passing import PassingJournal
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.relaying.service import Relays
from pacsdesk.engine.network.sinking.service import Sinks
from pacsdesk.engine.network.temporaries import Temporaries
from pacsdesk.engine.network.tracing.service import TraceLimits, Traces
from pacsdesk.engine.network.tracing.tapping import TapsOfTraces
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime import clock


def compose_temporaries(
    ground: Ground, peers: Peers, journal: PassingJournal, taps: TapsOfTraces, watch: Watch, limits: NetworkLimits
) -> Temporaries:
    """None of them runs yet. taps: given to the listeners and to what calls."""
    settings = ground.settings
    kept = TraceLimits(
        file_bytes=lambda: settings.current.trace.file_mib << 20,
        dataset_bytes=lambda: settings.current.trace.dataset_kib << 10,
        kept=lambda: settings.current.trace.kept_traces,
    )
    traces = Traces(ground.folder.traces, kept, taps, peers, clock.now, uuid4)
    relays = Relays(peers, traces, journal, clock.now, uuid4)
    return Temporaries(traces, relays, Sinks(watch, journal, clock.now, uuid4, limits))
