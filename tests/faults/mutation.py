"""Spoils right conversations: bytes, lengths, order and fragments of what is said, from one seed."""

import random
import struct
from collections.abc import Callable, Sequence

from tests.engine.network.raw_pdus import pdu

_HEADER = 6
_LENGTHS = (0, 1, 2, 5, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_PLACES_OF_LENGTHS = (2, 6)  # of the PDU, of its first presentation data value


def spoilt(content: bytes, source: random.Random) -> bytes:
    """The same bytes with up to three things wrong."""
    changed = bytearray(content)
    for _ in range(source.randint(0, 3)):
        source.choice(_BYTES)(changed, source)
    return bytes(changed)


def rearranged(pdus: Sequence[bytes], source: random.Random) -> list[bytes]:
    """The same PDUs; now and then one is left out, doubled, moved, cut or glued to the next."""
    said = list(pdus)
    while said and source.random() < 0.3:
        source.choice(_ORDERS)(said, source)
    return said


def _flip(content: bytearray, source: random.Random) -> None:
    if content:
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)


def _leave_out(content: bytearray, source: random.Random) -> None:
    place = _place(content, source)
    del content[place : place + source.randint(1, 20)]


def _double(content: bytearray, source: random.Random) -> None:
    place = _place(content, source)
    content[place:place] = content[place : place + source.randint(1, 200)]


def _insert(content: bytearray, source: random.Random) -> None:
    place = _place(content, source)
    content[place:place] = source.randbytes(source.randint(1, 30))


def _number(content: bytearray, source: random.Random) -> None:
    place = _place(content, source)
    form = source.choice((">L", "<L", ">H", "<H"))
    size = struct.calcsize(form)
    content[place : place + size] = struct.pack(form, source.choice(_LENGTHS) % (1 << 8 * size))


def _length(content: bytearray, source: random.Random) -> None:
    place = source.choice(_PLACES_OF_LENGTHS)
    if len(content) >= place + 4:
        (length,) = struct.unpack_from(">L", content, place)
        said = source.choice((*_LENGTHS, max(length - 1, 0), length + 1, length * 2))
        struct.pack_into(">L", content, place, said & 0xFFFFFFFF)


def _control(content: bytearray, source: random.Random) -> None:
    if len(content) > 11:  # presentation context ID or message control header of the first value
        content[source.choice((10, 11))] = source.randrange(256)


def _refit(content: bytearray, source: random.Random) -> None:
    """Spoil the body and let the PDU's own length be right, so that what is inside is looked at."""
    body = bytearray(content[_HEADER:])
    source.choice((_flip, _leave_out, _double, _insert, _number))(body, source)
    if content:
        content[:] = pdu(content[0], bytes(body))


_BYTES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    *(_flip, _leave_out, _double, _insert, _number, _length, _control),
    *(_refit, _refit, _refit),
)


def _drop(said: list[bytes], source: random.Random) -> None:
    del said[source.randrange(len(said))]


def _repeat(said: list[bytes], source: random.Random) -> None:
    said.insert(source.randint(0, len(said)), source.choice(said))


def _move(said: list[bytes], source: random.Random) -> None:
    said.insert(source.randint(0, len(said) - 1), said.pop(source.randrange(len(said))))


def _cut(said: list[bytes], source: random.Random) -> None:
    place = source.randrange(len(said))
    said[place] = said[place][: source.randint(0, len(said[place]))]


def _glue(said: list[bytes], source: random.Random) -> None:
    """Put the values of two PDUs into one (PS3.8 9.3.5)."""
    place = source.randrange(len(said))
    first, *others = said[place : place + 2]
    for other in others:
        said[place : place + 2] = [pdu(first[0] if first else 4, first[_HEADER:] + other[_HEADER:])]


_ORDERS: tuple[Callable[[list[bytes], random.Random], None], ...] = (_drop, _repeat, _move, _cut, _glue)


def _place(content: bytearray, source: random.Random) -> int:
    return source.randrange(len(content) or 1)
