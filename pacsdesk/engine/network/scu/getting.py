"""C-GET from a peer: it sends on the association that we opened, and what comes goes into the archive as ever.

Each object is answered only when it is durable, so that nothing that we acknowledged is lost, whatever follows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import uuid4

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.queries import QueryModel
from pacsdesk.engine.network.association import (
    AcceptedContext,
    Caller,
    OpenAssociation,
    ProposedContext,
    RoleSelection,
)
from pacsdesk.engine.network.command import Command, Response
from pacsdesk.engine.network.provided import Exchange
from pacsdesk.engine.network.scu.fetching import Following, Wish, identifier
from pacsdesk.engine.network.scu.proposing import OFFERS, PATIENT_ROOT_GET, STUDY_ROOT_GET, SYNTAXES
from pacsdesk.engine.network.scu.reaching import Reached, Reaching
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop, Stopped, UnderWay
from pacsdesk.engine.network.storage import TakesObjects, begin_storing
from pacsdesk.engine.network.wire.opened import OpenedAssociation
from pacsdesk.engine.runtime.clock import Clock

_MODELS = {QueryModel.STUDY_ROOT: STUDY_ROOT_GET, QueryModel.PATIENT_ROOT: PATIENT_ROOT_GET}
_MOST_CONTEXTS = 128  # PS3.8 9.3.2.2: odd numbers up to 255
_STORAGE = "1.2.840.10008.5.1.4.1.1."
_COMPRESSED = tuple(
    f"1.2.840.10008.1.2.{last}"
    for last in ("4.70", "4.90", "4.50", "4.91", "4.80", "5", "4.51", "4.57", "4.81", "4.201", "4.202", "4.203", "1.99")
) + tuple(f"1.2.840.10008.1.2.4.{last}" for last in ("100", "101", "102", "103", "104", "105", "106", "107", "108"))
_FURTHER = (
    "7",
    "7.2",
    "7.4",
    "3.1",
    "6.2",
    "12.2",
    "11.1",
    "88.11",
    "88.22",
    "88.67",
    "88.59",
    "66.4",
    "66.5",
    "481.1",
)
USUAL_KINDS = tuple(
    dict.fromkeys(
        (
            *(offer.abstract_syntax for offer in OFFERS if offer.abstract_syntax.startswith(_STORAGE)),
            *(f"{_STORAGE}{last}" for last in _FURTHER),
            *(f"{_STORAGE}481.{number}" for number in (2, 3, 5)),
        )
    )
)
"""SOP classes that are offered to a peer that does not say what it will send."""


PROPOSED = (
    ProposedContext(1, STUDY_ROOT_GET, SYNTAXES),
    ProposedContext(3, PATIENT_ROOT_GET, SYNTAXES),
    *(ProposedContext(2 * number + 5, kind, (*SYNTAXES, *_COMPRESSED)) for number, kind in enumerate(USUAL_KINDS)),
)
"""All that is proposed to such a peer; each retrieval proposes one of the models, and a context for each syntax."""
ROLES = tuple(RoleSelection(kind, is_scu=False, is_scp=True) for kind in USUAL_KINDS)


@dataclass(frozen=True, slots=True)
class Taken:
    """An object that came, and how we answered. size_bytes: of its dataset."""

    sop_instance_uid: str
    sop_class_uid: str
    transfer_syntax_uid: str
    status: int
    comment: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Intake:
    """Where objects go. taken: grows while they come; what is in it is durable, or was refused."""

    archive: TakesObjects
    peer: Peer
    clock: Clock
    taken: list[Taken]


class Getter:
    """Gets on the thread that calls; safe from any number of them."""

    def __init__(self, reaching: Reaching, under_way: UnderWay) -> None:
        self._reaching = reaching
        self._under_way = under_way

    def get(
        self,
        target: Target,
        model: QueryModel,
        wishes: Sequence[Wish],
        kinds: Sequence[str],
        intake: Intake,
        following: Following,
        stop: Stop,
    ) -> None:
        """Ask for each wish; what comes of it stands in `following`. kinds: SOP classes that may come, those of most
        objects first. stop: cuts the association."""
        fetched, contexts, association = following.fetched, contexts_for(kinds, model), None
        fetched.kinds = tuple(dict.fromkeys(one.abstract_syntax for one in contexts[1:]))
        roles = tuple(RoleSelection(kind, is_scu=False, is_scp=True) for kind in fetched.kinds)
        with self._under_way.holding(stop):
            try:
                reached = self._reaching.reach(target, contexts, stop, roles)
                fetched.problem, fetched.context_result = reached.problem, reached.result_of(1)
                association = reached.association
                if association is None:
                    return
                fetched.kinds_refused, fetched.roles_refused = _refused(fetched.kinds, association, reached)
                context = association.context_for(_MODELS[model])
                with stop.cutting(association.abort):
                    if context is None:
                        fetched.problem = f"it does not take C-GET of this model (result {fetched.context_result})"
                        association.release()
                        association.close()
                        return
                    begin = _Beginning(target, intake, association.association_id)
                    following.follow(
                        association,
                        wishes,
                        lambda wish: association.get(context, identifier(wish, model, context.transfer_syntax), begin),
                        context,
                    )
            except Stopped:
                fetched.problem = ""
                if association:
                    association.close()
            finally:
                following.stamp()


def contexts_for(kinds: Sequence[str], model: QueryModel) -> tuple[ProposedContext, ...]:
    """The model's context, then one for each kind uncompressed, then, as far as there is room, one for each kind in
    each compressed transfer syntax: a peer takes one syntax of a context and may be unable to convert."""

    def storing() -> Iterator[tuple[str, tuple[str, ...]]]:
        yield from ((kind, SYNTAXES) for kind in kinds)
        yield from ((kind, (syntax,)) for syntax in _COMPRESSED for kind in kinds)

    asked = ((_MODELS[model], SYNTAXES), *islice(storing(), _MOST_CONTEXTS - 1))
    return tuple(ProposedContext(number * 2 + 1, kind, syntaxes) for number, (kind, syntaxes) in enumerate(asked))


def _refused(
    kinds: Sequence[str], association: OpenedAssociation, reached: Reached
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of which no context was accepted, and those accepted ones for which we may not take objects."""
    accepted = {context.abstract_syntax for context in association.contexts}
    as_scp = {one.sop_class_uid for one in reached.accept.user.roles if one.is_scp} if reached.accept else set()
    return (
        tuple(kind for kind in kinds if kind not in accepted),
        tuple(kind for kind in kinds if kind in accepted and kind not in as_scp),
    )


class _Beginning:
    """Opens the exchange of each object that comes."""

    def __init__(self, target: Target, intake: Intake, association_id: str) -> None:
        """association_id: under which the journal has the association, so that it leads there from each object."""
        self._intake = intake
        caller = Caller(target.called_ae_title, target.calling_ae_title, target.host)
        self._association = OpenAssociation(association_id or uuid4().hex, caller, intake.peer)

    def __call__(self, context: AcceptedContext, command: Command) -> Exchange:
        intake = self._intake
        exchange = begin_storing(intake.archive, self._association, context, command, intake.clock)
        return _Noted(exchange, context, command, intake.taken)


class _Noted:
    """One object on its way into the archive, noted with our answer."""

    def __init__(self, exchange: Exchange, context: AcceptedContext, command: Command, taken: list[Taken]) -> None:
        self._exchange = exchange
        self._context = context
        self._command = command
        self._taken = taken
        self._size = 0

    def receive(self, fragment: memoryview) -> None:
        """Pass it on."""
        self._size += len(fragment)
        self._exchange.receive(fragment)

    def finish(self) -> Response:
        """Have the archive settle it, then note how."""
        response = self._exchange.finish()
        assert isinstance(response, Response), "a store is answered once"
        command = self._command
        self._taken.append(
            Taken(
                _printable(command.sop_instance_uid),
                _printable(command.sop_class_uid),
                self._context.transfer_syntax,
                response.status,
                response.comment,
                self._size,
            )
        )
        return response

    def cancel(self) -> None:
        """A store cannot be cancelled (PS3.7 9.3.1)."""

    def abandon(self) -> None:
        """Remove what came."""
        self._exchange.abandon()


def _printable(uid: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in uid[:64])
