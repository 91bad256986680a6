"""Plans the presentation contexts that instances need, and picks the one that an instance goes out in. Pure.

Each SOP class gets a context for every transfer syntax that it is stored in, so that what the peer takes goes out as it
lies; one for the uncompressed syntaxes, since all that can be decoded fits in; and one for lossless compressions, for
peers that take nothing else. More than an association can carry (PS3.8 9.3.2.2: 128) are spread over several.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.archive.matching.retrieval import Kind
from pacsdesk.engine.network.association import AcceptedContext, ProposedContext
from pacsdesk.imaging.encode import COMPRESSIONS
from pacsdesk.imaging.recode import TARGETS, can_recode

MOST_CONTEXTS = 128
_UNCOMPRESSED = (EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN)
_COMPRESSED = tuple(COMPRESSIONS)

# SOP class and transfer syntaxes of a context that has no number yet
_Asked = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one association proposes, and for which instances."""

    kinds: frozenset[Kind]
    contexts: tuple[ProposedContext, ...]


def proposals_for(kinds: Iterable[Kind]) -> tuple[Proposal, ...]:
    """As few associations as hold a context for everything."""
    proposals: list[Proposal] = []
    of_one: list[Kind] = []
    asked: list[_Asked] = []
    for those in _blocks(kinds):
        needed = _contexts_of(those)
        if len(asked) + len(needed) > MOST_CONTEXTS:
            proposals.append(_proposal(of_one, asked))
            of_one, asked = [], []
        of_one += those
        asked += needed
    return (*proposals, _proposal(of_one, asked)) if asked else tuple(proposals)


def context_for(kind: Kind, contexts: Sequence[AcceptedContext]) -> AcceptedContext | None:
    """The accepted context that an instance goes out in: as it is stored, else in the first of what it can be made
    into without losing anything."""
    accepted = {one.transfer_syntax: one for one in contexts if one.abstract_syntax == kind.sop_class_uid}
    stored = kind.transfer_syntax_uid
    if stored in accepted:
        return accepted[stored]
    return next((accepted[to] for to in TARGETS if to in accepted and can_recode(stored, to, kind.has_pixels)), None)


def _blocks(kinds: Iterable[Kind]) -> Iterator[list[Kind]]:
    """The kinds of each SOP class, in parts that an association can carry."""
    most = MOST_CONTEXTS - 2
    ordered = sorted(kinds, key=lambda kind: (kind.sop_class_uid, kind.transfer_syntax_uid))
    for _, group in groupby(ordered, key=lambda kind: kind.sop_class_uid):
        those = list(group)
        yield from (those[start : start + most] for start in range(0, len(those), most))


def _contexts_of(kinds: Sequence[Kind]) -> list[_Asked]:
    sop_class_uid = kinds[0].sop_class_uid
    stored = tuple(dict.fromkeys(kind.transfer_syntax_uid for kind in kinds))
    uncompressed = tuple(to for to in _UNCOMPRESSED if (to,) != stored and _serves(kinds, to))
    compressed = tuple(to for to in _COMPRESSED if (to,) != stored and _serves(kinds, to))
    asked = [(syntax,) for syntax in stored]
    return [(sop_class_uid, syntaxes) for syntaxes in (*asked, uncompressed, compressed) if syntaxes]


def _serves(kinds: Sequence[Kind], to: str) -> bool:
    return any(
        kind.transfer_syntax_uid != to and can_recode(kind.transfer_syntax_uid, to, kind.has_pixels) for kind in kinds
    )


def _proposal(kinds: Iterable[Kind], asked: Iterable[_Asked]) -> Proposal:
    numbered = (ProposedContext(number * 2 + 1, *one) for number, one in enumerate(asked))
    return Proposal(frozenset(kinds), tuple(numbered))
