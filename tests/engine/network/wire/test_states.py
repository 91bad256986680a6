"""Table 9-10 of PS3.8 cell by cell, against its rows as they are written here, and against pynetdicom's."""

import pytest
from pynetdicom.fsm import TRANSITION_TABLE

from pacsdesk.engine.network.wire.states import Action, Effect, Event, Role, State, transition

# one row an event, one column a state from Sta1 to Sta13, "." where the event cannot happen
TABLE_9_10 = """
Evt1  AE-1 .    .    .    .    .    .    .    .    .     .    .    .
Evt2  .    .    .    AE-2 .    .    .    .    .    .     .    .    .
Evt3  .    AA-1 AA-8 .    AE-3 AA-8 AA-8 AA-8 AA-8 AA-8  AA-8 AA-8 AA-6
Evt4  .    AA-1 AA-8 .    AE-4 AA-8 AA-8 AA-8 AA-8 AA-8  AA-8 AA-8 AA-6
Evt5  AE-5 .    .    .    .    .    .    .    .    .     .    .    .
Evt6  .    AE-6 AA-8 .    AA-8 AA-8 AA-8 AA-8 AA-8 AA-8  AA-8 AA-8 AA-7
Evt7  .    .    AE-7 .    .    .    .    .    .    .     .    .    .
Evt8  .    .    AE-8 .    .    .    .    .    .    .     .    .    .
Evt9  .    .    .    .    .    DT-1 .    AR-7 .    .     .    .    .
Evt10 .    AA-1 AA-8 .    AA-8 DT-2 AR-6 AA-8 AA-8 AA-8  AA-8 AA-8 AA-6
Evt11 .    .    .    .    .    AR-1 .    .    .    .     .    .    .
Evt12 .    AA-1 AA-8 .    AA-8 AR-2 AR-8 AA-8 AA-8 AA-8  AA-8 AA-8 AA-6
Evt13 .    AA-1 AA-8 .    AA-8 AA-8 AR-3 AA-8 AA-8 AR-10 AR-3 AA-8 AA-6
Evt14 .    .    .    .    .    .    .    AR-4 AR-9 .     .    AR-4 .
Evt15 .    .    AA-1 AA-2 AA-1 AA-1 AA-1 AA-1 AA-1 AA-1  AA-1 AA-1 .
Evt16 .    AA-2 AA-3 .    AA-3 AA-3 AA-3 AA-3 AA-3 AA-3  AA-3 AA-3 AA-2
Evt17 .    AA-5 AA-4 AA-4 AA-4 AA-4 AA-4 AA-4 AA-4 AA-4  AA-4 AA-4 AR-5
Evt18 .    AA-2 .    .    .    .    .    .    .    .     .    .    AA-2
Evt19 .    AA-1 AA-8 .    AA-8 AA-8 AA-8 AA-8 AA-8 AA-8  AA-8 AA-8 AA-7
"""

# tables 9-6 to 9-9: the state after each action
NEXT_STATES = """
AE-1 4  AE-2 5   AE-3 6  AE-4 1  AE-5 2  AE-6 3  AE-7 6  AE-8 13  DT-1 6  DT-2 6
AR-1 7  AR-2 8   AR-3 1  AR-4 13 AR-5 1  AR-6 7  AR-7 8  AR-8 9   AR-9 11 AR-10 12
AA-1 13 AA-2 1   AA-3 1  AA-4 1  AA-5 1  AA-6 13 AA-7 13 AA-8 13
"""
_WORDS = NEXT_STATES.split()
NEXT_STATE = {action: int(state) for action, state in zip(_WORDS[::2], _WORDS[1::2], strict=True)}

CELLS = [
    (Event(number), State(column), action)
    for number, row in enumerate(TABLE_9_10.split("\n")[1:-1], start=1)
    for column, action in enumerate(row.split()[1:], start=1)
]


def test_the_table_above_has_every_cell() -> None:
    assert len(CELLS) == len(Event) * len(State)


@pytest.mark.parametrize("role", Role)
def test_every_cell_has_the_action_of_the_standard(role: Role) -> None:
    ours = [(event, state, transition(state, event, role)) for event, state, _ in CELLS]
    assert [(event, state, cell.action if cell else ".") for event, state, cell in ours] == CELLS


@pytest.mark.parametrize("action", NEXT_STATE)
def test_every_action_leads_to_the_state_of_the_standard(action: str) -> None:
    reached = {
        cell.state.value
        for event, state, name in CELLS
        if name == action and (cell := transition(state, event, Role.REQUESTOR))
    }
    assert reached == {NEXT_STATE[action]}


def test_a_release_collision_leads_an_acceptor_elsewhere() -> None:
    cell = transition(State.AWAITING_RELEASE, Event.RELEASE_REQUEST_CAME, Role.ACCEPTOR)
    assert cell
    assert cell.state is State.COLLISION_ACCEPTOR_WAITS


def test_pynetdicom_has_the_same_table() -> None:
    ours = {(f"Evt{event.value}", f"Sta{state.value}"): action for event, state, action in CELLS if action != "."}
    assert ours == TRANSITION_TABLE


@pytest.mark.parametrize(
    ("action", "effects"),
    [
        (Action.AE_8, [Effect.SEND, Effect.START_ARTIM]),
        (Action.AA_1, [Effect.SEND_ABORT, Effect.START_ARTIM]),
        (Action.AA_2, [Effect.STOP_ARTIM, Effect.CLOSE]),
        (Action.AA_8, [Effect.SEND_PROVIDER_ABORT, Effect.START_ARTIM]),
        (Action.AR_3, [Effect.CLOSE]),
        (Action.AR_4, [Effect.SEND, Effect.START_ARTIM]),
    ],
)
def test_actions_do_what_the_standard_lists(action: Action, effects: list[Effect]) -> None:
    cells = (transition(state, event, Role.ACCEPTOR) for event, state, _ in CELLS)
    assert {cell.effects for cell in cells if cell and cell.action is action} == {tuple(effects)}
