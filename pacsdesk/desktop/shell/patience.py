"""How long the window waits while the engine does not answer: one record, so that who tries it out need not wait."""

from dataclasses import dataclass

from pacsdesk.desktop.bridge.events import FIRST_WAIT_S


@dataclass(frozen=True, slots=True)
class Patience:
    """before_banner_ms: a loss shorter than this is not told. first_wait_s: before the first try to reconnect.

    ended_again_s: an engine that ends so soon after it was started by itself is not started by itself again.
    """

    before_banner_ms: int = 800
    first_wait_s: float = FIRST_WAIT_S
    ended_again_s: float = 60.0
