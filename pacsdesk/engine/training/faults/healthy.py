"""The one peer that does all right: echo, store, find, worklist, move, get, commitment, performed steps.

What is wrong with a faulty one stands in its `Manner`. Bounded in associations, in time and in what it keeps.
"""

import socket
from threading import Event, Thread

from pynetdicom import AE, evt
from pynetdicom.association import Association
from pynetdicom.transport import ThreadedAssociationServer

from pacsdesk.engine.training.faults import serving
from pacsdesk.engine.training.faults.fault import LOOPBACK, Lesson, Lifetime, RunningFault, Start
from pacsdesk.engine.training.faults.holdings import Holdings
from pacsdesk.engine.training.faults.manner import Address, Manner
from pacsdesk.engine.training.faults.sockets import shut_down, speak_at_once

MOST_ASSOCIATIONS = 16
_MOST_LEFT_OPEN = 4 * MOST_ASSOCIATIONS
_SILENCE_S = 60.0
_POLL_S = 0.02
_JOIN_S = 5.0

HANDLERS: dict[evt.InterventionEvent, serving.Handler] = {
    evt.EVT_C_ECHO: serving.on_echo,
    evt.EVT_C_STORE: serving.on_store,
    evt.EVT_C_FIND: serving.on_find,
    evt.EVT_C_MOVE: serving.on_move,
    evt.EVT_C_GET: serving.on_get,
    evt.EVT_N_ACTION: serving.on_commitment,
    evt.EVT_N_CREATE: serving.on_step_begun,
    evt.EVT_N_SET: serving.on_step_changed,
}


class Peer:
    """A peer with its manner; it answers from its creation until it is stopped."""

    def __init__(self, lesson: Lesson, manner: Manner) -> None:
        self.lesson = lesson
        self.manner = manner
        self.holdings = Holdings(lesson.today)
        self.stopping = Event()
        self._tasks: list[Thread] = []
        self._connections: list[socket.socket] = []
        self.ae = self._make_ae()
        self._server = self._make_server()
        self.port = int(self._server.server_address[1])
        self._serving = Thread(target=self._serve, name=f"fault-peer-{self.port}", daemon=True)
        self._serving.start()
        self._lifetime = Lifetime(lesson.lifetime_s, self._end)

    def stop(self) -> None:
        """Return when nothing listens and every association has ended."""
        self._lifetime.finish()

    def destination(self, ae_title: str) -> Address | None:
        """Where a move's destination listens: only who takes the lesson is known, and only if it listens."""
        if self.manner.destination:
            return self.manner.destination(ae_title)
        lesson = self.lesson
        return Address(lesson.host, lesson.port, ae_title) if lesson.port and ae_title == lesson.ae_title else None

    def begin(self, task: Thread) -> None:
        """Run something beside the associations; the peer's end waits for it."""
        self._tasks = [one for one in self._tasks if one.is_alive()]
        if len(self._tasks) < MOST_ASSOCIATIONS:
            self._tasks.append(task)
            task.start()

    def _make_ae(self) -> AE:
        manner = self.manner
        ae = AE(manner.ae_title)
        ae.maximum_associations = MOST_ASSOCIATIONS
        ae.network_timeout = ae.acse_timeout = ae.dimse_timeout = _SILENCE_S
        ae.connection_timeout = _JOIN_S
        ae.require_called_aet = manner.minds_called_ae_title
        ae.require_calling_aet = list(manner.callers)
        for offer in manner.offers:
            roles = {"scu_role": True, "scp_role": True} if offer.sends_by_get else {}
            ae.add_supported_context(offer.abstract_syntax, list(offer.transfer_syntaxes), **roles)
        return ae

    def _make_server(self) -> ThreadedAssociationServer:
        bound: list[evt.EventHandlerType] = [(event, one, [self]) for event, one in HANDLERS.items()]
        bound += [(event, one, [self]) for event, one in self.manner.handlers.items()]  # the later one is in force
        bound.append((evt.EVT_CONN_OPEN, self._on_connection))
        if tamper := self.manner.tamper:
            bound.append((evt.EVT_DIMSE_SENT, lambda event: tamper(event.message)))
        return self.ae.make_server((LOOPBACK, 0), evt_handlers=bound, server_class=ThreadedAssociationServer)

    def _on_connection(self, event: evt.Event) -> None:
        """pynetdicom leaves sockets open whose caller has gone first: they are closed at the end."""
        transport = event.assoc.dul.socket
        if transport is not None and transport.socket is not None:
            speak_at_once(transport.socket)
            self._connections = [one for one in self._connections if one.fileno() >= 0]
            self._connections.append(transport.socket)
            for left_open in self._connections[:-_MOST_LEFT_OPEN]:
                left_open.close()

    def _serve(self) -> None:
        self._server.serve_forever(poll_interval=_POLL_S)

    def _end(self) -> None:
        self.stopping.set()
        self.ae._servers.append(self._server)  # its shutdown takes it out of there, and only start_server puts it in
        self._server.shutdown()
        self._serving.join(_JOIN_S)
        for association in self.ae.active_associations:
            _cut(association)
        for task in self._tasks:
            task.join(_JOIN_S)
        for connection in self._connections:
            connection.close()


def _cut(association: Association) -> None:
    """As a peer that is switched off: whoever waits for the caller wakes up by the end of the connection."""
    connection = association.dul.socket
    if connection is not None and connection.socket is not None:
        shut_down(connection.socket)
    association.dul.to_user_queue.put(None)  # it may wait for a request that never comes: as if its time were over
    association.join(_JOIN_S)
    association.dul.join(_JOIN_S)


def behaving(manner: Manner) -> Start:
    """A peer that is healthy but for what its manner says."""

    def start(lesson: Lesson) -> RunningFault:
        peer = Peer(lesson, manner)
        return RunningFault(LOOPBACK, peer.port, manner.registered_as or manner.ae_title, peer.stop)

    return start
