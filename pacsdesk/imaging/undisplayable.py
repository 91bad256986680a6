"""The one way imaging says "this cannot be shown": a kind and a reason for a person, never a foreign exception.

    raise Undisplayable(Obstacle.DAMAGED, "The pixel data ends early.", "8,130 of 8,192 bytes are there.")

The archive keeps such an object all the same; a viewer shows title and detail calmly in place of the picture.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from pydicom.errors import BytesLengthException


class Obstacle(StrEnum):
    """Why there is no picture."""

    NO_PIXELS = "no-pixels"
    UNSUPPORTED = "unsupported"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"


class Undisplayable(Exception):
    """title: one sentence. detail: what was seen, may be empty. Neither holds patient data."""

    def __init__(self, obstacle: Obstacle, title: str, detail: str = "") -> None:
        super().__init__(title)
        self.obstacle = obstacle
        self.title = title
        self.detail = detail


# What pydicom, numpy and the codecs raise on data that is broken (tried with every broken file that pydicom ships and
# with random damage). LookupError covers charsets, RuntimeError the codecs' own errors and too deep nesting; Warning is
# raised where a caller runs with warnings as errors.
DAMAGE: tuple[type[Exception], ...] = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    EOFError,
    OSError,
    MemoryError,
    RuntimeError,
    BytesLengthException,
    struct.error,
    zlib.error,
    Warning,
)


@contextmanager
def damage_as_reason(title: str) -> Iterator[None]:
    """Turn what broken data makes the libraries raise into an Undisplayable with this title."""
    try:
        yield
    except DAMAGE as error:
        raise Undisplayable(Obstacle.DAMAGED, title, str(error)[:200]) from error
