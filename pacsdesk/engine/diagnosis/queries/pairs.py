"""Two keys changed at once, for a query in which each of two hides the result by itself. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from pacsdesk.contract.records.queries import QueryOrder, Relaxation

_MOST_OF_A_KEY = 3


def pairs_of(order: QueryOrder, changes: Sequence[Sequence[Relaxation]]) -> Iterator[Relaxation]:
    """Each change of one key with each of another. changes: for each key, the one that finds most first; so do the
    pairs, those of all keys in turn."""
    keys = [list(enumerate(of_key[:_MOST_OF_A_KEY])) for of_key in changes]
    both = [pair for one, other in combinations(keys, 2) for pair in product(one, other)]
    for (_, first), (_, second) in sorted(both, key=lambda pair: pair[0][0] + pair[1][0]):
        yield _together(order, first, second)


def _together(order: QueryOrder, first: Relaxation, second: Relaxation) -> Relaxation:
    of_each = zip(order.keys, first.order.keys, second.order.keys, strict=True)
    keys = tuple(one if one != was else other for was, one, other in of_each)
    return Relaxation(
        f"{first.changed} and at the same time {second.changed}",
        first.name,
        replace(order, keys=keys),
        also=second.name,
    )
