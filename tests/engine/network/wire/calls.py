"""Calls of our own requestor to a listener of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.network.association import ExtendedNegotiation, ProposedContext
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.calling import Call, Caller, CallerLimits
from pacsdesk.engine.network.wire.opened import OpenedAssociation
from pacsdesk.engine.network.wire.opening_steps import Opening
from pacsdesk.engine.network.wire.watch import Watch
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.sending import EXPLICIT


def call_to(port: int, *abstract_syntaxes: str, calling: str = KNOWN, called: str = OWN_TITLE) -> Call:
    """A call that proposes each of these in explicit little endian, with extended negotiation for all."""
    contexts = tuple(
        ProposedContext(number * 2 + 1, syntax, (EXPLICIT,)) for number, syntax in enumerate(abstract_syntaxes)
    )
    extended = tuple(ExtendedNegotiation(syntax, b"\x01\x01") for syntax in abstract_syntaxes)
    return Call("127.0.0.1", port, AETitle(called), AETitle(calling), contexts, extended=extended)


@contextmanager
def opening(call: Call, limits: CallerLimits | None = None) -> Iterator[Opening]:
    """What became of a call; an association that came of it is closed after."""
    watch = Watch()
    caller = Caller(IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, watch, limits)
    opened = caller.open_association(call, Stop())
    try:
        yield opened
    finally:
        if opened.association:
            opened.association.close()
        watch.close()


@contextmanager
def association(call: Call, limits: CallerLimits | None = None) -> Iterator[OpenedAssociation]:
    """The association that came of a call."""
    with opening(call, limits) as opened:
        assert opened.association is not None, opened.steps
        yield opened.association
