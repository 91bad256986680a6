"""Pages: every position is read once, by the nearest key, and memory stays bounded."""

from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.records.archive import Study, StudyQuery
from pacsdesk.contract.records.paging import Page
from pacsdesk.desktop.panels.studies.pages import PAGE_ROWS, PAGES_HELD, PageBook, read_pages
from tests.desktop.panels.studies.building import make_study

STUDIES = [make_study(number) for number in range(1300)]


def answer(number: int, total: int) -> Page[Study]:
    start, end = number * PAGE_ROWS, min((number + 1) * PAGE_ROWS, total)
    return Page(tuple(make_study(n) for n in range(start, end)), str(end) if end < total else "")


def test_reading_on_uses_the_key_of_the_page_before() -> None:
    book = PageBook()
    book.put(0, answer(0, 1000))
    request = book.request_for(1)
    assert (request.after_key, request.skip) == (str(PAGE_ROWS), 0)


def test_a_jump_skips_from_the_nearest_key_before_it() -> None:
    book = PageBook()
    book.put(0, answer(0, 100_000))
    book.put(7, answer(7, 100_000))
    request = book.request_for(10)
    assert (request.after_key, request.skip) == (str(8 * PAGE_ROWS), 2 * PAGE_ROWS)


def test_pages_least_recently_shown_leave_first() -> None:
    book = PageBook()
    for number in range(PAGES_HELD):
        book.put(number, answer(number, 100_000))
    assert book.has_page(0)
    book.put(PAGES_HELD, answer(PAGES_HELD, 100_000))
    assert (book.has_page(0), book.has_page(1)) == (True, False)


def test_a_study_of_a_page_that_left_is_found_no_more() -> None:
    book = PageBook()
    for number in range(PAGES_HELD + 1):
        book.put(number, answer(number, 100_000))
    assert book.position_of(make_study(0).study_instance_uid) is None


def test_the_last_page_settles_the_total() -> None:
    book = PageBook()
    book.total = 5000
    book.put(1, answer(1, PAGE_ROWS + 3))
    assert book.total == PAGE_ROWS + 3


def test_a_study_seen_again_on_another_page_keeps_its_newest_place() -> None:
    book = PageBook()
    book.put(0, answer(0, 100_000))
    moved = Page((make_study(5), *answer(1, 100_000).items[1:]), "x")
    book.put(1, moved)
    book.put(0, answer(0, 100_000))
    assert book.position_of(make_study(5).study_instance_uid) == 5


@given(total=st.integers(0, len(STUDIES)), numbers=st.sets(st.integers(0, 8), min_size=1, max_size=5))
def test_pages_read_anew_hold_what_stands_at_their_places(total: int, numbers: set[int]) -> None:
    studies = STUDIES[:total]

    def search(query: StudyQuery) -> Page[Study]:
        start = int(query.page.after_key or 0) + query.page.skip
        end = start + query.page.limit
        return Page(tuple(studies[start:end]), str(end) if end < total else "")

    pages = read_pages(search, StudyQuery(), numbers)
    for number, page in pages.items():
        assert list(page.items) == studies[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
