"""Lines of a log become events with their times and titles, whatever else the file holds."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.logs import LogEventKind as Kind
from pacsdesk.contract.records.logs import LogFormat
from pacsdesk.engine.diagnosis.logs.lines import LONGEST_LINE, lines_of
from pacsdesk.engine.diagnosis.logs.reading import DIALECTS, read_log
from pacsdesk.engine.diagnosis.logs.story import MOST_EVENTS

DAY = date(2026, 3, 11)
DCM4CHE = """\
23:59:58,466 INFO  - Accept connection Socket[addr=/127.0.0.1,port=54518,localport=11112]
23:59:58,500 INFO  - STORESCP<-CT01(1) >> A-ASSOCIATE-RQ
23:59:58,501 INFO  - STORESCP<-MR 02(2) >> A-ASSOCIATE-RQ
23:59:58,520 INFO  - STORESCP<-CT01(1) << A-ASSOCIATE-AC
23:59:58,521 INFO  - STORESCP<-MR 02(2) << A-ASSOCIATE-RJ[result: 1 - rejected-permanent]
00:00:00,100 INFO  - STORESCP<-CT01(1) >> 1:C-STORE-RQ[pcid=1, prior=0
  cuid=1.2.840.10008.5.1.4.1.1.7 - Secondary Capture Image Storage
00:00:01,200 INFO  - STORESCP<-CT01(1) << 1:C-STORE-RSP[pcid=1, status=a700H
00:00:01,300 INFO  - STORESCP<-CT01(1) >> A-RELEASE-RQ
"""
TIMES = {
    "2026-03-10 22:04:14.301 DEBUG: x": (datetime(2026, 3, 10, 22, 4, 14, 301000, UTC), False, "DEBUG: x"),
    "2026-03-10 22:04:15,093 D: x": (datetime(2026, 3, 10, 22, 4, 15, 93000, UTC), False, "D: x"),
    "2026-03-10T10:01:54.454-07:00 x": (datetime(2026, 3, 10, 17, 1, 54, 454000, UTC), True, "x"),
    "2026-03-10T10:01:54Z x": (datetime(2026, 3, 10, 10, 1, 54, 0, UTC), True, "x"),
    "I0310 22:04:08.385437 main.cpp:1] x": (datetime(2026, 3, 10, 22, 4, 8, 385437, UTC), False, "main.cpp:1] x"),
    "I1231 22:04:08.385437 main.cpp:1] x": (datetime(2025, 12, 31, 22, 4, 8, 385437, UTC), False, "main.cpp:1] x"),
    "18:29:09,466 INFO x": (datetime(2026, 3, 11, 18, 29, 9, 466000, UTC), False, "INFO x"),
    "2026-13-40 99:99:99 x": (None, False, "2026-13-40 99:99:99 x"),
    "I: x": (None, False, "I: x"),
}


def read(text: str | bytes) -> tuple[LogFormat, list[tuple[int, Kind, str, int | None]]]:
    raw = text if isinstance(text, bytes) else text.encode()
    form, story = read_log(BytesIO(raw), DAY)
    return form, [(one.association, one.kind, one.operation, one.status) for one in story.events]


@pytest.mark.parametrize("line", TIMES)
def test_a_time_is_read(line: str) -> None:
    (found,) = lines_of(BytesIO(line.encode()), DAY)
    assert (found.at, found.is_zoned, found.text) == TIMES[line]


def test_associations_at_the_same_time_are_told_apart_over_midnight() -> None:
    form, story = read_log(BytesIO(DCM4CHE.encode()), DAY)
    assert form is LogFormat.DCM4CHE
    told = [(one.association, one.kind, one.calling_ae_title, one.operation, one.status) for one in story.events]
    assert told == [
        (1, Kind.REQUEST, "CT01", "", None),
        (2, Kind.REQUEST, "MR 02", "", None),
        (1, Kind.ACCEPT, "CT01", "", None),
        (2, Kind.REJECT, "MR 02", "", None),
        (1, Kind.MESSAGE, "CT01", "C-STORE", None),
        (1, Kind.STATUS, "CT01", "C-STORE", 0xA700),
        (1, Kind.RELEASE, "CT01", "", None),
    ]
    assert [one.at.day for one in story.events if one.at] == [11, 11, 11, 11, 12, 12, 12]
    assert {one.called_ae_title for one in story.events} == {"STORESCP"}


def test_a_line_without_end_is_cut_and_not_split() -> None:
    raw = b"I: Association Received" + b"x" * (3 * LONGEST_LINE) + b"Association Release\nI: Association Release\n"
    assert [len(line.text) for line in lines_of(BytesIO(raw), DAY)] == [LONGEST_LINE, 22]


def test_what_is_no_log_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no log"):
        read(b"\x89PNG\r\n" + bytes(500))


def test_more_events_than_are_taken_cut_the_story() -> None:
    _, story = read_log(BytesIO(b"I: Association Received\nI: Refusing Association\n" * MOST_EVENTS), DAY)
    assert (len(story.events), story.is_cut) == (MOST_EVENTS, True)


def test_colours_of_a_terminal_are_no_part_of_a_line() -> None:
    (line,) = lines_of(BytesIO(b"\x1b[32mI: Association Received\x1b[0m\r\n"), DAY)
    assert line.text == "I: Association Received"


BEGINNINGS = st.sampled_from(
    [
        *(b"I: Association Received (localhost:", b"CT<-MR(1) >> A-ASSOCIATE-RQ", b"Calling Application Name:  "),
        *(b"Received Echo Request", b"DIMSE Status : 0x", b"from AET ", b"2026-01-01 00:00:00 "),
        b"I0101 00:00:00.000000 ",
    ]
)


@given(st.lists(st.tuples(BEGINNINGS, st.binary(max_size=80)).map(b"".join), max_size=30))
def test_no_bytes_break_the_reading(lines: list[bytes]) -> None:
    for sign in (b"$dcmtk: ", b"Orthanc ", b"pynetdicom ", b"dcm4che "):
        raw = b"\n".join([sign, *lines])
        _, story = read_log(BytesIO(raw), DAY)
        assert len(story.events) <= raw.count(b"\n") + 1
        for event in story.events:
            assert event.text.isprintable() and event.calling_ae_title.isprintable()
            assert event.line >= 1 and 1 <= event.association <= len(story.events) + len(lines)


def test_every_format_has_a_dialect() -> None:
    assert {dialect.format for dialect in DIALECTS} == set(LogFormat)
