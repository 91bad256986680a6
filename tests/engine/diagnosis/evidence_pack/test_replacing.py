"""Patient data is replaced, the same by the same; nothing identifying of the source is in any byte that leaves."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacsdesk.contract.records.evidence import DateTreatment, EvidenceOrder, UidTreatment
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import QueryKey, QueryOrder, QueryOutcome
from pacsdesk.engine.diagnosis.evidence_pack.contents import Seen, files_of
from pacsdesk.engine.diagnosis.evidence_pack.replacing import REMOVED, Replacer

AT = datetime(2026, 5, 4, tzinfo=UTC)
COLUMNS = ("PatientName", "PatientID", "PatientBirthDate", "StudyDescription", "StudyInstanceUID", "Modality")


def replacer(uids: UidTreatment = UidTreatment.REPLACED, dates: DateTreatment = DateTreatment.SHIFTED) -> Replacer:
    return Replacer(uids, dates, -40)


def query(*rows: tuple[str, ...], comment: str = "", keys: tuple[QueryKey, ...] = ()) -> QueryOutcome:
    """An outcome whose finding quotes the first key."""
    quoted = keys[0].value if keys else ""
    finding = Finding(
        FindingCode.QUERY_MATCHED_NOTHING,
        Severity.FAULT,
        f"PatientName '{quoted}' hid it.",
        Confidence.CERTAIN,
        (f"Asked without {quoted.casefold()}, it answers.",),
        (),
    )
    return QueryOutcome(
        "PACS", QueryOrder(keys), AT, 12.0, COLUMNS, rows, 0, comment, findings=(finding,) if quoted else ()
    )


def packed(outcome: QueryOutcome, **order: object) -> dict[str, str]:
    seen = Seen(EvidenceOrder(query=outcome, **order), AT, AT, {"PACSDesk": "PACSDesk 1"}, ())  # type: ignore[arg-type]  # a table of keywords, which the record itself checks
    return {name: content.decode() for name, content in files_of(seen, replacer()).items()}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("PatientName", "MUSTER^EVA", "NAME001^NAME002"),
        ("PatientName", "MUST*", "NAME001*"),
        ("ReferringPhysicianName", "DR^WHO", "NAME001^NAME002"),
        ("PatientID", "4711", "ID001"),
        ("PatientID", "47?1*", "ID001?ID002*"),
        ("AccessionNumber", "A-9", "ID001"),
        ("PatientBirthDate", "19700211", "19700102"),
        ("StudyDate", "20260101-20260131", "20251122-20251222"),
        ("StudyDate", "gestern", REMOVED),
        ("StudyInstanceUID", "1.2.3", "2.25.900001"),
        ("StudyDescription", "Knie links", REMOVED),
        ("PatientSex", "F", REMOVED),
        ("PatientComments", "nett", REMOVED),
        ("StudyTime", "101500", "101500"),
        ("Modality", "CT", "CT"),
        ("NumberOfStudyRelatedSeries", "3", "3"),
        ("ScheduledProcedureStepSequence.ScheduledPerformingPhysicianName", "WHO", "NAME001"),
        ("0009,1001", "privat", REMOVED),
        ("PatientName", "", ""),
    ],
)
def test_an_element_is_replaced_by_what_it_is(name: str, value: str, expected: str) -> None:
    assert replacer().value(name, value) == expected


def test_uids_are_kept_and_dates_cut_when_so_chosen() -> None:
    kept = replacer(UidTreatment.KEPT, DateTreatment.CUT)
    assert (kept.value("StudyInstanceUID", "1.2.3"), kept.value("StudyDate", "20260304")) == ("1.2.3", "2026")


def test_the_same_is_replaced_by_the_same() -> None:
    texts = packed(
        query(("MUSTER^EVA", "4711", "19700211", "Knie", "1.2.3", "CT"), ("Muster^Eva", "4711", "", "", "1.2.4", "CT"))
    )
    rows = texts["query.txt"].splitlines()[-2:]
    assert [row.split("\t")[:2] for row in rows] == [["NAME001^NAME002", "ID001"]] * 2
    assert [row.split("\t")[4] for row in rows] == ["2.25.900001", "2.25.900002"]


def test_values_that_findings_quote_are_replaced_there_too() -> None:
    texts = packed(query(keys=(QueryKey("PatientName", "MUSTER^EVA"),)))
    assert "PatientName 'NAME001^NAME002' hid it." in texts["query.txt"]
    assert not [name for name, text in texts.items() if "muster" in text.casefold()]


def test_the_other_side_s_words_go_in_only_when_so_chosen() -> None:
    outcome = query(comment="No record of Frau Schmitz")
    assert not [text for text in packed(outcome).values() if "Schmitz" in text]
    assert "Schmitz" in packed(outcome, free_texts=True)["query.txt"]


WORDS = st.text(st.sampled_from("QZÄJ\u738b\u5c0f\u0645\u062d\u0416"), min_size=4, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map("^".join)
NUMBERS = st.integers(10_000_000, 99_999_999).map(lambda number: f"QX{number}")
UIDS = st.integers(10**20, 10**25).map(lambda number: f"1.3.6.1.4.1.{number}")
DAYS = st.dates(datetime(1930, 1, 1).date(), datetime(1990, 1, 1).date()).map(lambda day: f"{day:%Y%m%d}")  # a day
ROWS = st.lists(st.tuples(NAMES, NUMBERS, DAYS, WORDS, UIDS, st.just("CT")), max_size=5)


@given(ROWS, NAMES, NUMBERS, WORDS)
@settings(max_examples=60)
def test_nothing_of_the_source_is_in_any_byte(
    rows: list[tuple[str, ...]], asked: str, number: str, comment: str
) -> None:
    keys = (QueryKey("PatientName", asked), QueryKey("PatientID", number))
    outcome = query(*rows, comment=f"{comment} {number}", keys=keys)
    outcome = replace(outcome, problem=f"it said {asked} and {rows[0][1] if rows else number}")
    texts = packed(outcome)
    whole = "\n".join(texts.values()).casefold()
    days = {row[2] for row in rows}
    hidden = {part for row in rows for part in (*row[0].split("^"), row[1], row[3], row[4])}
    hidden |= {comment, number, *asked.split("^")}
    assert [value for value in hidden if value.casefold() in whole] == []
    moved = {line.split("\t")[2] for line in texts["query.txt"].splitlines() if line.count("\t") == 5}
    assert len(moved - {"PatientBirthDate"}) == len(days)
