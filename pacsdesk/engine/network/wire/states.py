"""The upper-layer state machine of PS3.8 9.2 as data: what happens to an association, and what is to be done about it.

Pure. The table is table 9-10, the effects are tables 9-6 to 9-9; who carries them out is `upper_layer`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum, auto


class Role(Enum):
    """Which side of an association we are."""

    REQUESTOR = auto()
    ACCEPTOR = auto()


class State(IntEnum):
    """Sta1 to Sta13, PS3.8 tables 9-1 to 9-5."""

    IDLE = 1
    AWAITING_REQUEST = 2  # connection open, ARTIM runs
    AWAITING_OUR_ANSWER = 3
    AWAITING_CONNECTION = 4
    AWAITING_ANSWER = 5
    ESTABLISHED = 6
    AWAITING_RELEASE = 7
    AWAITING_OUR_RELEASE = 8
    COLLISION_REQUESTOR_ANSWERS = 9
    COLLISION_ACCEPTOR_WAITS = 10
    COLLISION_REQUESTOR_WAITS = 11
    COLLISION_ACCEPTOR_ANSWERS = 12
    AWAITING_CLOSE = 13  # ARTIM runs


class Event(IntEnum):
    """Evt1 to Evt19, PS3.8 table 9-10; those called ..._ASKED come from our side, the others from the peer's."""

    ASSOCIATE_ASKED = 1
    CONNECTED = 2
    ACCEPT_CAME = 3
    REJECT_CAME = 4
    CALLER_CONNECTED = 5
    REQUEST_CAME = 6
    ACCEPT_ASKED = 7
    REJECT_ASKED = 8
    DATA_ASKED = 9
    DATA_CAME = 10
    RELEASE_ASKED = 11
    RELEASE_REQUEST_CAME = 12
    RELEASE_REPLY_CAME = 13
    RELEASE_REPLY_ASKED = 14
    ABORT_ASKED = 15
    ABORT_CAME = 16
    CLOSED = 17
    ARTIM_EXPIRED = 18
    BROKEN_PDU_CAME = 19


class Effect(Enum):
    """What an action does to the connection."""

    CONNECT = auto()
    SEND = auto()  # the PDU that the event brought along
    SEND_ABORT = auto()
    SEND_PROVIDER_ABORT = auto()
    START_ARTIM = auto()
    STOP_ARTIM = auto()
    CLOSE = auto()


class Action(StrEnum):
    """The actions of PS3.8 tables 9-6 to 9-9, under their names there."""

    AE_1 = "AE-1"
    AE_2 = "AE-2"
    AE_3 = "AE-3"
    AE_4 = "AE-4"
    AE_5 = "AE-5"
    AE_6 = "AE-6"
    AE_7 = "AE-7"
    AE_8 = "AE-8"
    DT_1 = "DT-1"
    DT_2 = "DT-2"
    AR_1 = "AR-1"
    AR_2 = "AR-2"
    AR_3 = "AR-3"
    AR_4 = "AR-4"
    AR_5 = "AR-5"
    AR_6 = "AR-6"
    AR_7 = "AR-7"
    AR_8 = "AR-8"
    AR_9 = "AR-9"
    AR_10 = "AR-10"
    AA_1 = "AA-1"
    AA_2 = "AA-2"
    AA_3 = "AA-3"
    AA_4 = "AA-4"
    AA_5 = "AA-5"
    AA_6 = "AA-6"
    AA_7 = "AA-7"
    AA_8 = "AA-8"


@dataclass(frozen=True, slots=True)
class Transition:
    """A cell of table 9-10: what is done to the connection in this order, and the state after it."""

    action: Action
    effects: tuple[Effect, ...]
    state: State


def _actions(*rows: Transition) -> Mapping[Action, Transition]:
    return {row.action: row for row in rows}


# tables 9-6 to 9-9; their indications and confirmations are what the caller makes of the action's name
_ACTIONS = _actions(
    Transition(Action.AE_1, (Effect.CONNECT,), State.AWAITING_CONNECTION),
    Transition(Action.AE_2, (Effect.SEND,), State.AWAITING_ANSWER),
    Transition(Action.AE_3, (), State.ESTABLISHED),
    Transition(Action.AE_4, (Effect.CLOSE,), State.IDLE),
    Transition(Action.AE_5, (Effect.START_ARTIM,), State.AWAITING_REQUEST),
    # AE-6 may reject by itself; ours always asks, and the answer is AE-7 or AE-8
    Transition(Action.AE_6, (Effect.STOP_ARTIM,), State.AWAITING_OUR_ANSWER),
    Transition(Action.AE_7, (Effect.SEND,), State.ESTABLISHED),
    Transition(Action.AE_8, (Effect.SEND, Effect.START_ARTIM), State.AWAITING_CLOSE),
    Transition(Action.DT_1, (Effect.SEND,), State.ESTABLISHED),
    Transition(Action.DT_2, (), State.ESTABLISHED),
    Transition(Action.AR_1, (Effect.SEND,), State.AWAITING_RELEASE),
    Transition(Action.AR_2, (), State.AWAITING_OUR_RELEASE),
    Transition(Action.AR_3, (Effect.CLOSE,), State.IDLE),
    Transition(Action.AR_4, (Effect.SEND, Effect.START_ARTIM), State.AWAITING_CLOSE),
    Transition(Action.AR_5, (Effect.STOP_ARTIM,), State.IDLE),
    Transition(Action.AR_6, (), State.AWAITING_RELEASE),
    Transition(Action.AR_7, (Effect.SEND,), State.AWAITING_OUR_RELEASE),
    Transition(Action.AR_8, (), State.COLLISION_REQUESTOR_ANSWERS),
    Transition(Action.AR_9, (Effect.SEND,), State.COLLISION_REQUESTOR_WAITS),
    Transition(Action.AR_10, (), State.COLLISION_ACCEPTOR_ANSWERS),
    Transition(Action.AA_1, (Effect.SEND_ABORT, Effect.START_ARTIM), State.AWAITING_CLOSE),
    Transition(Action.AA_2, (Effect.STOP_ARTIM, Effect.CLOSE), State.IDLE),
    Transition(Action.AA_3, (Effect.CLOSE,), State.IDLE),
    Transition(Action.AA_4, (), State.IDLE),
    Transition(Action.AA_5, (Effect.STOP_ARTIM,), State.IDLE),
    Transition(Action.AA_6, (), State.AWAITING_CLOSE),
    Transition(Action.AA_7, (Effect.SEND_PROVIDER_ABORT,), State.AWAITING_CLOSE),
    Transition(Action.AA_8, (Effect.SEND_PROVIDER_ABORT, Effect.START_ARTIM), State.AWAITING_CLOSE),
)
_COLLISION_AT_ACCEPTOR = Transition(Action.AR_8, (), State.COLLISION_ACCEPTOR_WAITS)

_OPEN = tuple(range(6, 13))  # from ESTABLISHED to the last of the collisions
_UNEXPECTED = {2: Action.AA_1, 3: Action.AA_8, 5: Action.AA_8, **dict.fromkeys(_OPEN, Action.AA_8), 13: Action.AA_6}
_ABORTED = {2: Action.AA_2, 3: Action.AA_3, 5: Action.AA_3, **dict.fromkeys(_OPEN, Action.AA_3), 13: Action.AA_2}
_LOST = dict.fromkeys((3, 4, 5, *_OPEN), Action.AA_4)

# table 9-10: for each event the states in which it can happen
_TABLE: Mapping[Event, Mapping[int, Action]] = {
    Event.ASSOCIATE_ASKED: {1: Action.AE_1},
    Event.CONNECTED: {4: Action.AE_2},
    Event.ACCEPT_CAME: {**_UNEXPECTED, 5: Action.AE_3},
    Event.REJECT_CAME: {**_UNEXPECTED, 5: Action.AE_4},
    Event.CALLER_CONNECTED: {1: Action.AE_5},
    Event.REQUEST_CAME: {**_UNEXPECTED, 2: Action.AE_6, 13: Action.AA_7},
    Event.ACCEPT_ASKED: {3: Action.AE_7},
    Event.REJECT_ASKED: {3: Action.AE_8},
    Event.DATA_ASKED: {6: Action.DT_1, 8: Action.AR_7},
    Event.DATA_CAME: {**_UNEXPECTED, 6: Action.DT_2, 7: Action.AR_6},
    Event.RELEASE_ASKED: {6: Action.AR_1},
    Event.RELEASE_REQUEST_CAME: {**_UNEXPECTED, 6: Action.AR_2, 7: Action.AR_8},
    Event.RELEASE_REPLY_CAME: {**_UNEXPECTED, 7: Action.AR_3, 10: Action.AR_10, 11: Action.AR_3},
    Event.RELEASE_REPLY_ASKED: {8: Action.AR_4, 9: Action.AR_9, 12: Action.AR_4},
    Event.ABORT_ASKED: {4: Action.AA_2, **dict.fromkeys((3, 5, *_OPEN), Action.AA_1)},
    Event.ABORT_CAME: _ABORTED,
    Event.CLOSED: {**_LOST, 2: Action.AA_5, 13: Action.AR_5},
    Event.ARTIM_EXPIRED: {2: Action.AA_2, 13: Action.AA_2},
    Event.BROKEN_PDU_CAME: {**_UNEXPECTED, 13: Action.AA_7},
}


def transition(state: State, event: Event, role: Role) -> Transition | None:
    """What follows from an event in a state; None for a blank cell, where the event cannot happen."""
    action = _TABLE[event].get(state)
    if action is None:
        return None
    if action is Action.AR_8 and role is Role.ACCEPTOR:
        return _COLLISION_AT_ACCEPTOR
    return _ACTIONS[action]
