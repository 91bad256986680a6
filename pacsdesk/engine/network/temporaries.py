"""What runs for a while at the bench and ends with the engine: traces, relays, sinks."""

from collections.abc import Mapping
from dataclasses import dataclass

from pacsdesk.engine.network.relaying.service import Relays
from pacsdesk.engine.network.sinking.service import Sinks
from pacsdesk.engine.network.tracing.service import Traces


@dataclass(frozen=True, slots=True)
class Temporaries:
    """Each safe from any thread."""

    traces: Traces
    relays: Relays
    sinks: Sinks

    @property
    def services(self) -> Mapping[str, object]:
        """By their names on the link."""
        return {"traces": self.traces, "relays": self.relays, "sinks": self.sinks}

    def close(self) -> None:
        """End all that run."""
        self.relays.close()
        self.sinks.close()
        self.traces.close()
