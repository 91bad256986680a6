"""All faulty peers and the healthy one, in the order of the conversation that they spoil.

A new one: an entry in its family's tuple with an id that was never used, and its test; a new family adds its tuple.
"""

from pacsdesk.engine.training.faults.answering_otherwise import ANSWERING_OTHERWISE
from pacsdesk.engine.training.faults.associating import ASSOCIATING
from pacsdesk.engine.training.faults.connecting import CONNECTING
from pacsdesk.engine.training.faults.encrypting import ENCRYPTED, ENCRYPTING
from pacsdesk.engine.training.faults.fault import Fault, Level
from pacsdesk.engine.training.faults.finding import FINDING
from pacsdesk.engine.training.faults.garbling import GARBLING
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.moving import MOVING
from pacsdesk.engine.training.faults.negotiating import NEGOTIATING
from pacsdesk.engine.training.faults.pacing import PACING
from pacsdesk.engine.training.faults.reporting import REPORTING
from pacsdesk.engine.training.faults.scheduling import SCHEDULING
from pacsdesk.engine.training.faults.storing import STORING

HEALTHY = (
    Fault(
        "healthy",
        None,
        Level.NONE,
        "A healthy archive",
        "Everything works.",
        "Nothing.",
        behaving(Manner()),
    ),
    Fault(
        "healthy-in-tls",
        None,
        Level.NONE,
        "A healthy archive in TLS",
        "Everything works, encrypted.",
        "Nothing.",
        ENCRYPTED,
    ),
)

FAULTS: tuple[Fault, ...] = (
    *CONNECTING,
    *ANSWERING_OTHERWISE,
    *ENCRYPTING,
    *ASSOCIATING,
    *NEGOTIATING,
    *STORING,
    *FINDING,
    *SCHEDULING,
    *MOVING,
    *REPORTING,
    *GARBLING,
    *PACING,
)
