"""What a retrieval should bring, as the peer lists it: queries from its level down to the instances, bounded.

One query for each series, because a peer need not answer relational ones (PS3.4 C.4.1.2.2.1).
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pacsdesk.contract.records.queries import QueryModel
from pacsdesk.contract.records.retrieves import MOST_LISTED
from pacsdesk.contract.types import QueryLevel, SOPClassUID
from pacsdesk.engine.network.association import AcceptedContext, AssociationLost, ProposedContext
from pacsdesk.engine.network.scu.fetching import Wish
from pacsdesk.engine.network.scu.proposing import PATIENT_ROOT_FIND, STUDY_ROOT_FIND, SYNTAXES
from pacsdesk.engine.network.scu.query_keys import Key, identifier_of, row_of
from pacsdesk.engine.network.scu.reaching import Reaching
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop, UnderWay
from pacsdesk.engine.network.wire.opened import OpenedAssociation

PATIENT_ID, STUDY, SERIES, INSTANCE = 0x00100020, 0x0020000D, 0x0020000E, 0x00080018
_SOP_CLASS = 0x00080016
_LONGEST_SECONDS = 120.0
_LEAVE_SECONDS = 2.0
_MODELS = {QueryModel.STUDY_ROOT: STUDY_ROOT_FIND, QueryModel.PATIENT_ROOT: PATIENT_ROOT_FIND}
PROPOSED = tuple(ProposedContext(number * 2 + 1, syntax, SYNTAXES) for number, syntax in enumerate(_MODELS.values()))
"""All that a listing may propose; each proposes the one of its retrieval's model, as context 1."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An instance that the peer has, as it writes its UIDs."""

    study_instance_uid: str
    series_instance_uid: str
    sop_instance_uid: str
    sop_class_uid: str


@dataclass(slots=True)
class Listing:
    """instances: in the peer's order. problem: why they are not all, in words, "" when they are. is_cut: there are
    more than a ledger follows."""

    instances: list[Listed] = field(default_factory=list)
    problem: str = ""
    is_cut: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all is known that should come."""
        return not self.problem and not self.is_cut

    def kinds(self) -> tuple[str, ...]:
        """The SOP classes, that of most instances first."""
        counts: dict[str, int] = {}
        for one in self.instances:
            if _is_uid(one.sop_class_uid):
                counts[one.sop_class_uid] = counts.get(one.sop_class_uid, 0) + 1
        return tuple(sorted(counts, key=lambda kind: -counts[kind]))


class _NotListed(Exception):
    """Why it is not known."""


class Lister:
    """Asks on the thread that calls; safe from any number of them."""

    def __init__(self, reaching: Reaching, under_way: UnderWay) -> None:
        self._reaching = reaching
        self._under_way = under_way

    def list(self, target: Target, model: QueryModel, wish: Wish, report: Callable[[int], None], stop: Stop) -> Listing:
        """Ask what one wish would bring. report: hears how many there are so far. Raises Stopped."""
        listing = Listing()
        with self._under_way.holding(stop):
            reached = self._reaching.reach(target, (ProposedContext(1, _MODELS[model], SYNTAXES),), stop)
            association = reached.association
            if association is None:
                return Listing(problem=reached.problem)
            with stop.cutting(association.abort):
                try:
                    context = association.context_for(_MODELS[model])
                    if context is None:
                        raise _NotListed(f"it does not take queries of this model (result {reached.result_of(1)})")
                    _Walk(association, context, model, wish, listing, report).go()
                    association.hurry(_LEAVE_SECONDS)
                    association.release()
                except (AssociationLost, _NotListed) as why:
                    listing.problem = str(why)
                finally:
                    association.close()
            stop.check()
        return listing


class _Walk:
    """From the level of a wish down to the instances."""

    def __init__(
        self,
        association: OpenedAssociation,
        context: AcceptedContext,
        model: QueryModel,
        wish: Wish,
        listing: Listing,
        report: Callable[[int], None],
    ) -> None:
        self._association = association
        self._context = context
        self._model = model
        self._listing = listing
        self._report = report
        self._given = {key.path[0]: _values(key.value) for key in wish.keys if len(key.path) == 1 and key.value}
        self._until = time.monotonic() + _LONGEST_SECONDS

    def go(self) -> None:
        """List all. Raises AssociationLost, _NotListed."""
        for study in self._below(STUDY, QueryLevel.STUDY, {}):
            for series in self._below(SERIES, QueryLevel.SERIES, {STUDY: study}):
                if self._listing.is_cut:
                    return
                self._list_series(study, series)

    def _list_series(self, study: str, series: str) -> None:
        wanted = set(self._given.get(INSTANCE, ()))
        instances = self._listing.instances
        for uid, kind in self._ask(QueryLevel.IMAGE, {STUDY: study, SERIES: series}, (INSTANCE, _SOP_CLASS)):
            if uid and (not wanted or uid in wanted):
                if len(instances) == MOST_LISTED:
                    self._listing.is_cut = True
                    return
                instances.append(Listed(study, series, uid, kind))
        self._report(len(instances))

    def _below(self, tag: int, level: QueryLevel, above: Mapping[int, str]) -> Sequence[str]:
        """The values of a unique key: those that were given, else all that the peer has there."""
        if tag in self._given:
            return self._given[tag]
        if level is QueryLevel.STUDY and PATIENT_ID not in self._given:
            raise _NotListed("the keys name neither a study nor a patient")
        return [uid for (uid,) in self._ask(level, above, (tag,)) if uid]

    def _ask(self, level: QueryLevel, above: Mapping[int, str], wanted: Sequence[int]) -> list[tuple[str, ...]]:
        return list(self._answers(level, above, wanted))

    def _answers(self, level: QueryLevel, above: Mapping[int, str], wanted: Sequence[int]) -> Iterator[tuple[str, ...]]:
        keys = [Key((tag,), "") for tag in wanted]
        asked = [*(Key((tag,), value) for tag, value in above.items()), *keys]
        if PATIENT_ID in self._given and (level is QueryLevel.STUDY or self._model is QueryModel.PATIENT_ROOT):
            asked.append(Key((PATIENT_ID,), self._given[PATIENT_ID][0]))
        syntax = self._context.transfer_syntax
        asking = identifier_of(asked, self._model, level, "", syntax)
        for number, response in enumerate(self._association.find(self._context, asking)):
            if not response.is_pending:
                if response.status:
                    raise _NotListed(f"it answers the query at {level} level with status {response.status:04X}")
                return
            if number == MOST_LISTED or time.monotonic() > self._until:
                raise _NotListed("it has more than can be listed in two minutes")
            yield row_of(response.dataset, keys, syntax)


def _values(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip("\0 ") for one in text.split("\\"))))


def _is_uid(text: str) -> bool:
    try:
        SOPClassUID(text)
    except ValueError:
        return False
    return True
