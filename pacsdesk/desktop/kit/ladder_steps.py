"""The steps of the ladder by name, for panels and for sentences that speak of one."""

from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.desktop.kit.translation import marked, translate

# places of sentences in which steps stand, as the engine writes them
STEP_PLACES = frozenset({"step", "steps"})
_STEPS = {
    ProbeStep.NAME: marked("Kit", "Name"),
    ProbeStep.INTERFACE: marked("Kit", "Interface"),
    ProbeStep.ROUTE: marked("Kit", "Route"),
    ProbeStep.PING: marked("Kit", "Ping"),
    ProbeStep.TCP: marked("Kit", "TCP connection"),
    ProbeStep.FIRST_BYTES: marked("Kit", "First bytes"),
    ProbeStep.TLS: marked("Kit", "TLS"),
    ProbeStep.ASSOCIATION: marked("Kit", "Association"),
    ProbeStep.ECHO: marked("Kit", "Echo"),
    ProbeStep.STORE: marked("Kit", "Store"),
    ProbeStep.COMMITMENT: marked("Kit", "Commitment"),
    ProbeStep.MPPS: marked("Kit", "MPPS"),
    ProbeStep.FIND: marked("Kit", "Find"),
    ProbeStep.WORKLIST: marked("Kit", "Worklist"),
    ProbeStep.MOVE: marked("Kit", "Move"),
    ProbeStep.GET: marked("Kit", "Get"),
}
_NAMED = frozenset(ProbeStep)


def step_name(step: ProbeStep) -> str:
    """The name of a step."""
    return translate("Kit", _STEPS[step])


def step_names(text: str) -> str:
    """One or several in a row by their names, what is none as it is."""
    return ", ".join(step_name(ProbeStep(one)) if one in _NAMED else one for one in text.split(", "))
