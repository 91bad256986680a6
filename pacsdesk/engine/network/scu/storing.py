"""C-STORE for people: the sender of retrievals, with a peer's own timeouts, stopped when the engine ends."""

from collections.abc import Iterator

from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.engine.network.scu.reaching import Reaching
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.sending.delivery import Delivered
from pacsdesk.engine.network.sending.reading import Selected
from pacsdesk.engine.network.sending.sender import Destination, Sender
from pacsdesk.engine.network.stopping import Stop, UnderWay


class Storer:
    """Sends on the thread that calls; safe from any number of them."""

    def __init__(self, reaching: Reaching, under_way: UnderWay) -> None:
        self._reaching = reaching
        self._under_way = under_way

    def sender_to(self, target: Target) -> Sender:
        """One that sends there, once."""
        destination = Destination(
            target.called_ae_title,
            target.host,
            target.port,
            target.calling_ae_title,
            is_encrypted=target.tls is not TlsMode.PLAIN,
        )
        return Sender(destination, self._reaching.caller_of(target))

    def send(self, sender: Sender, selection: Selected, stop: Stop) -> Iterator[Delivered]:
        """What became of each; ends early when it is stopped. Raises Stopped, and what reading an index raises."""
        with self._under_way.holding(stop), stop.cutting(sender.cancel):
            yield from sender.send(selection)
