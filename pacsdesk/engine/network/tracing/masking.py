"""Replaces what may identify a patient, byte for byte, so that lengths and structure stay as they passed.

What stays is listed, and nothing else stays: values that are numbers, codes or UIDs outside of the patient's group, and
a few texts about devices. What cannot be followed is replaced whole.
"""

from dataclasses import dataclass

from pacsdesk.engine.archive.dataset.encoding import Encoding, declared_encoding, is_known
from pacsdesk.engine.network.tracing.elements import PIXEL_DATA, ElementWalk, SeenElement

MASK = b"X"
_PATIENT_GROUP = 0x0010
_STAYING = frozenset({"AE", "AT", "CS", "DS", "FD", "FL", "IS", "SL", "SS", "SV", "UI", "UL", "US", "UV"})
_STAYING_TEXTS = frozenset(
    {
        0x00080070,  # Manufacturer
        0x00081090,  # Manufacturer's Model Name
        0x00181020,  # Software Versions
    }
)


def stays(tag: int, vr: str) -> bool:
    """Whether the value of an element is kept in a masked trace."""
    group = tag >> 16
    if group % 2 or group == _PATIENT_GROUP or tag >= PIXEL_DATA:
        return False
    return vr in _STAYING or tag in _STAYING_TEXTS


@dataclass(slots=True)
class _Blank:
    """A stretch to replace. end: None for all that follows."""

    begin: int
    end: int | None


class DatasetMask:
    """For the first bytes of one dataset, in the pieces in which they come."""

    def __init__(self, transfer_syntax: str) -> None:
        """transfer_syntax: "" when it is not known."""
        encoding = declared_encoding(transfer_syntax) if is_known(transfer_syntax) else Encoding(is_explicit=True)
        self._walk = ElementWalk(encoding)
        self._content = bytearray()
        self._blanks: list[_Blank] = []
        self._is_lost = False
        if not is_known(transfer_syntax) or encoding.is_deflated:
            self._blanks.append(_Blank(0, None))

    def take(self, piece: bytes) -> bytes:
        """The next bytes, as many, with values replaced."""
        begin = len(self._content)
        self._content += piece
        for element in self._walk.advance(self._content):
            if not (element.is_parent or stays(element.tag, element.vr)) and _has_value(element):
                self._blanks.append(_Blank(element.value_begin, element.value_end))
        if self._walk.lost_at is not None and not self._is_lost:
            self._is_lost = True
            self._blanks.append(_Blank(self._walk.lost_at, None))
        masked = bytearray(piece)
        for blank in self._blanks:
            start = max(blank.begin - begin, 0)
            end = len(piece) if blank.end is None else min(blank.end - begin, len(piece))
            if start < end:
                masked[start:end] = MASK * (end - start)
        self._blanks = [one for one in self._blanks if one.end is None or one.end > len(self._content)]
        return bytes(masked)


def _has_value(element: SeenElement) -> bool:
    return element.value_end is None or element.value_end > element.value_begin
