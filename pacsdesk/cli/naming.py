"""Answers the mistyped name of a peer or a user with the one that may have been meant."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.nearest import did_you_mean


@contextmanager
def suggesting(word: str, names: Callable[[], Iterable[str]]) -> Iterator[None]:
    """Let a NotFound out with a suggestion. names: asked for only then, and nothing is suggested to whoever may not."""
    try:
        yield
    except NotFound as error:
        try:
            meant = did_you_mean(word, names())
        except PacsDeskError:
            meant = ""
        raise NotFound(error.title, " ".join(filter(None, (error.detail, meant))), error.hint) from error
