"""Pages by key: a list of a million rows is walked without counting past what was already seen."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

DEFAULT_PAGE = 200
MAX_PAGE = 1000


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which rows are wanted.

    after_key: the `next_key` of the page before, "" from the start. skip: rows passed over after that key (a jump of
    the scroll bar; sequential reading leaves it 0). limit: 1 to 1,000 rows. count: whether `Page.total` is wanted.
    """

    after_key: str = ""
    skip: int = 0
    limit: int = DEFAULT_PAGE
    count: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MAX_PAGE:
            raise ValueError(f"a page holds 1 to {MAX_PAGE} rows, not {self.limit}")
        if self.skip < 0:
            raise ValueError("rows to pass over cannot be fewer than 0")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A stretch of a list. next_key: "" when this was the last; total: None unless it was asked for."""

    items: tuple[T, ...]
    next_key: str = ""
    total: int | None = None
