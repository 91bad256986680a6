"""Answers the mistyped name of a peer, a user or a job with the one that may have been meant."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.nearest import did_you_mean


@contextmanager
def suggesting(word: str, names: Callable[[], Iterable[str]], where: str) -> Iterator[None]:
    """Let a NotFound out with a suggestion. names: asked for only then, and nothing is suggested to whoever may not.
    where: the command that lists them all."""
    try:
        yield
    except NotFound as error:
        try:
            meant = did_you_mean(word, names())
        except PacsDeskError:
            meant = ""
        detail = " ".join(filter(None, (error.detail, meant)))
        raise NotFound(error.title, detail, f"`pacsdesk {where}` shows all.") from error
