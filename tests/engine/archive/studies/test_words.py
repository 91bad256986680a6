"""What may be typed into the one search field, and that nothing typed is ever an error."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.engine.archive.studies.words import (
    MAX_TERMS,
    Criteria,
    DateRange,
    FieldTerm,
    SearchField,
    Word,
    WordMatch,
    criteria_of,
    narrowing_words,
)

TODAY = date(2026, 3, 12)


def words(text: str) -> list[str]:
    return [word.text for word in criteria_of(text, TODAY).words]


def days(text: str) -> list[tuple[str, str]]:
    return [(one.first, one.last) for one in criteria_of(text, TODAY).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("smith ct", ["smith", "ct"]),
        ("  Müller,  Jørgen ", ["muller", "jorgen"]),
        ("O'Brien", ["o", "brien"]),
        ("SMITH^JOHN", ["smith", "john"]),
        ("山田", ["山田"]),
        ("20260311", ["20260311"]),
        ("2026", ["2026"]),
        ("smith Smith", ["smith"]),
        ("", []),
        ("!!! --- ::", []),
    ],
)
def test_plain_text_becomes_folded_words_found_by_their_beginnings(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_quoted_words_are_found_whole() -> None:
    assert criteria_of('"John Smith"', TODAY).words == (Word("john", WordMatch.WHOLE), Word("smith", WordMatch.WHOLE))


def test_an_open_quote_reaches_to_the_end() -> None:
    assert criteria_of('"john smith', TODAY).words == criteria_of('"john smith"', TODAY).words


@pytest.mark.parametrize(("text", "expected"), [("sm?th", "sm?th"), ("*Son", "*son"), ("a**b", "a*b")])
def test_wildcards_are_kept(text: str, expected: str) -> None:
    assert criteria_of(text, TODAY).words == (Word(expected, WordMatch.WILDCARD),)


@pytest.mark.parametrize("text", ["*", "?", "**?*", "* *"])
def test_wildcards_alone_ask_for_nothing(text: str) -> None:
    assert criteria_of(text, TODAY) == Criteria()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-11", ("20260311", "20260311")),
        ("2026-3-1", ("20260301", "20260301")),
        ("2026/03/11", ("20260311", "20260311")),
        ("2026.03.11", ("20260311", "20260311")),
        ("11.03.2026", ("20260311", "20260311")),
        ("2024-02", ("20240201", "20240229")),
        ("today", ("20260312", "20260312")),
        ("Yesterday", ("20260311", "20260311")),
        ("2026-03-11..2026-03-20", ("20260311", "20260320")),
        ("2026-03-20..2026-03-11", ("20260311", "20260320")),
        ("2026-01..2026-02", ("20260101", "20260228")),
        ("2024..2025", ("20240101", "20251231")),
        ("2026-03..", ("20260301", "")),
        ("..2025", ("", "20251231")),
        ("yesterday..today", ("20260311", "20260312")),
        ("20260311-20260320", ("20260311", "20260320")),
        ("-20260320", ("", "20260320")),
        ("20260311-", ("20260311", "")),
    ],
)
def test_a_date_or_a_range_becomes_days_of_the_study(text: str, expected: tuple[str, str]) -> None:
    assert (days(text), words(text)) == ([expected], [])


@pytest.mark.parametrize(
    "text", ["2026-13-01", "2026-02-30", "0000-01", "12345678-12345679", "2026-03..nonsense", "..", "1.2.3"]
)
def test_what_is_no_date_is_no_date(text: str) -> None:
    assert days(text) == []


def test_a_uid_is_recognised() -> None:
    assert criteria_of("1.2.840.113619.2.55", TODAY).uids == ("1.2.840.113619.2.55",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id:123", FieldTerm(SearchField.PATIENT_ID, "123")),
        ("ID:123*", FieldTerm(SearchField.PATIENT_ID, "123*")),
        ("acc:A-1", FieldTerm(SearchField.ACCESSION_NUMBER, "A-1")),
        ('acc:"A 1"', FieldTerm(SearchField.ACCESSION_NUMBER, "A 1")),
        ("acc: A1", FieldTerm(SearchField.ACCESSION_NUMBER, "A1")),
        ("ae:CT01", FieldTerm(SearchField.SENDING_AE_TITLE, "CT01")),
    ],
)
def test_a_field_can_be_named(text: str, expected: FieldTerm) -> None:
    assert criteria_of(text, TODAY) == Criteria(fields=(expected,))


@pytest.mark.parametrize("text", ["id:", "id: ", "acc:*"])
def test_a_field_without_text_asks_for_nothing(text: str) -> None:
    assert criteria_of(text, TODAY) == Criteria()


def test_an_unknown_field_is_two_words() -> None:
    assert words("name:smith") == ["name", "smith"]


def test_all_parts_of_a_search_come_together() -> None:
    assert criteria_of("smith ct 2026-03 id:7", TODAY) == Criteria(
        words=(Word("smith"), Word("ct")),
        dates=(DateRange("20260301", "20260331"),),
        fields=(FieldTerm(SearchField.PATIENT_ID, "7"),),
    )


def test_a_field_is_narrowed_by_its_words_and_by_the_beginning_of_its_last() -> None:
    assert list(narrowing_words(FieldTerm(SearchField.PATIENT_ID, "A-12*"))) == [
        Word("a", WordMatch.WHOLE),
        Word("12", WordMatch.PREFIX),
    ]


@given(st.text(max_size=3000), st.dates(min_value=date(1000, 1, 2)))
def test_no_text_is_an_error_or_without_bounds(text: str, today: date) -> None:
    found = criteria_of(text, today)
    assert max(len(found.words), len(found.dates), len(found.uids), len(found.fields)) <= MAX_TERMS


@given(st.text(alphabet='aA1*?"-./: \\%_\0\udc80', max_size=40))
def test_what_is_found_can_be_sent_to_a_database(text: str) -> None:
    found = criteria_of(text, TODAY)
    for term in (*(word.text for word in found.words), *(one.text for one in found.fields)):
        assert "\0" not in term.encode("utf-8").decode("utf-8")


@given(st.lists(st.from_regex(r"[a-z]{3,12}", fullmatch=True), min_size=1, max_size=8, unique=True))
def test_plain_words_stay_what_they_are(typed: list[str]) -> None:
    expected = [word for word in typed if word not in ("today", "yesterday")]
    assert words(" ".join(typed)) == expected
