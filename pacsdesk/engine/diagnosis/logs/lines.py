"""Bytes of a log into lines with their time: streamed, each line bounded, whatever the bytes are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import IO

LONGEST_LINE = 2000  # bytes; the rest of a longer one is passed over
MOST_BYTES = 100 << 20

_ISO = re.compile(r"\s*\[?(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6})\d{0,3})?(Z|[+-]\d\d:?\d\d)?\]?")
_GLOG = re.compile(r"[TIWEF](\d\d)(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{6})")  # month and day; of Orthanc
_CLOCK = re.compile(r"\s*(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?(?=\s)")
_ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_MIDNIGHT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class LogLine:
    """number: from 1. at: as the log says, labelled UTC whatever zone it means, or in UTC when is_zoned. text: without
    the time."""

    number: int
    at: datetime | None
    text: str
    is_zoned: bool = False


def lines_of(stream: IO[bytes], day: date) -> Iterator[LogLine]:
    """day: of the last line, for logs that have no date or no year."""
    clock = _Clock(day)
    for number, raw in enumerate(_raw_lines(stream), 1):
        text = _ESCAPES.sub("", raw.decode("utf-8", "replace").replace("\0", ""))
        at, is_zoned, begin = clock.read(text)
        yield LogLine(number, at, text[begin:].strip(), is_zoned)


def _raw_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Without their ends; an over-long one is cut, not split."""
    left, is_inside = MOST_BYTES, False
    while left > 0:
        piece = stream.readline(min(LONGEST_LINE, left))
        if not piece:
            return
        left -= len(piece)
        if not is_inside:
            yield piece.rstrip(b"\r\n")
        is_inside = not piece.endswith(b"\n")


class _Clock:
    """Reads times; those without a date follow each other over midnight."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._last: datetime | None = None

    def read(self, text: str) -> tuple[datetime | None, bool, int]:
        """The time, whether it has a zone, and where the rest begins."""
        try:
            return self._read(text)
        except (ValueError, OverflowError):  # a thirteenth month
            return None, False, 0

    def _read(self, text: str) -> tuple[datetime | None, bool, int]:
        if found := _ISO.match(text):
            year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
            at = datetime(year, month, day, hour, minute, second, _micro(found[7]), UTC)
            zone = found[8]
            return (at - _zone(zone) if zone else at), bool(zone), found.end()
        if found := _GLOG.match(text):
            month, day, hour, minute, second = (int(part) for part in found.groups()[:5])
            year = self._day.year - (month > self._day.month + 1)
            return datetime(year, month, day, hour, minute, second, int(found[6]), UTC), False, found.end()
        if found := _CLOCK.match(text):
            hour, minute, second = (int(part) for part in found.groups()[:3])
            at = datetime(self._day.year, self._day.month, self._day.day, hour, minute, second, _micro(found[4]), UTC)
            return self._following(at), False, found.end()
        return None, False, 0

    def _following(self, at: datetime) -> datetime:
        if self._last:
            at += timedelta(days=(self._last.date() - at.date()).days)
            if self._last - at > _MIDNIGHT:
                at += timedelta(days=1)
        self._last = at
        return at


def _micro(digits: str | None) -> int:
    return int((digits or "0").ljust(6, "0"))


def _zone(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta(0)
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
