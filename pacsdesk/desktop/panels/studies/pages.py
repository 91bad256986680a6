"""Which pages of the study list are held and by what key the next is asked for: bounded memory over any number of rows.

No Qt and no link here: a position is a study's place in the sorted list (0 is the first), a page is PAGE_ROWS of them.
"""

from bisect import bisect_right, insort
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace

from pacsdesk.contract.records.archive import Study, StudyQuery
from pacsdesk.contract.records.paging import DEFAULT_PAGE, Page, PageRequest
from pacsdesk.contract.types import StudyInstanceUID

PAGE_ROWS = DEFAULT_PAGE
PAGES_HELD = 32  # 6,400 studies, a few megabytes: several screens around wherever the person scrolls


def page_of(position: int) -> int:
    """The page that a position lies on."""
    return position // PAGE_ROWS


class KeyChain:
    """The keys learnt so far: reading on costs nothing, a jump skips from the nearest key before it."""

    def __init__(self) -> None:
        self._keys: dict[int, str] = {0: ""}
        self._known: list[int] = [0]

    def request_for(self, number: int) -> PageRequest:
        """How to ask for page `number`."""
        nearest = self._known[bisect_right(self._known, number) - 1]
        return PageRequest(after_key=self._keys[nearest], skip=(number - nearest) * PAGE_ROWS, limit=PAGE_ROWS)

    def learn(self, number: int, page: Page[Study]) -> None:
        """Page `number` was answered: its end is the key of the one after it."""
        following = number + 1
        if page.next_key and len(page.items) == PAGE_ROWS:
            if following not in self._keys:
                insort(self._known, following)
            self._keys[following] = page.next_key


def read_pages(
    search: Callable[[StudyQuery], Page[Study]], query: StudyQuery, numbers: Iterable[int]
) -> dict[int, Page[Study]]:
    """Read several pages of one query anew, trusting no key from before; ends early where the list does."""
    keys = KeyChain()
    pages: dict[int, Page[Study]] = {}
    for number in sorted(set(numbers)):
        pages[number] = search(replace(query, page=keys.request_for(number)))
        keys.learn(number, pages[number])
        if not pages[number].next_key:
            break
    return pages


class PageBook:
    """The pages held of one query. Least recently shown pages leave first."""

    def __init__(self) -> None:
        self._keys = KeyChain()
        self._pages: OrderedDict[int, list[Study]] = OrderedDict()
        self._positions: dict[StudyInstanceUID, int] = {}
        self._total = 0

    @property
    def total(self) -> int:
        """How many studies the query matches, as far as is known."""
        return self._total

    @total.setter
    def total(self, total: int) -> None:
        self._total = max(total, 0)

    def request_for(self, number: int) -> PageRequest:
        """How to ask for page `number`."""
        return self._keys.request_for(number)

    def has_page(self, number: int) -> bool:
        """Whether page `number` is held; a page asked about counts as in use."""
        if number not in self._pages:
            return False
        self._pages.move_to_end(number)
        return True

    def put(self, number: int, page: Page[Study]) -> None:
        """Hold an answer. The last page settles the total; any page raises it to what was seen."""
        self._forget(number)
        self._keys.learn(number, page)
        start = number * PAGE_ROWS
        self._pages[number] = list(page.items)
        self._positions.update({study.study_instance_uid: start + at for at, study in enumerate(page.items)})
        end = start + len(page.items)
        # a page past the end is empty and says nothing about where the end is
        if not page.next_key and (page.items or number == 0):
            self._total = end
        else:
            self._total = max(self._total, end)
        while len(self._pages) > PAGES_HELD:
            self._forget(next(iter(self._pages)))

    def study_at(self, position: int) -> Study | None:
        """The study at a position, None when its page is not held."""
        page = self._pages.get(page_of(position))
        offset = position % PAGE_ROWS
        return page[offset] if page is not None and offset < len(page) else None

    def position_of(self, study_instance_uid: StudyInstanceUID) -> int | None:
        """Where a study stands, None when its page is not held."""
        return self._positions.get(study_instance_uid)

    def update(self, study: Study) -> int | None:
        """A held study has new values: keep its place. Answers its position, None when it is not held."""
        position = self._positions.get(study.study_instance_uid)
        if position is not None:
            self._pages[page_of(position)][position % PAGE_ROWS] = study
        return position

    def _forget(self, number: int) -> None:
        start = number * PAGE_ROWS
        for at, study in enumerate(self._pages.pop(number, ())):
            # the study may have been seen since on another page, when the list moved meanwhile
            if self._positions.get(study.study_instance_uid) == start + at:
                del self._positions[study.study_instance_uid]
