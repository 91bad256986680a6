"""Opaque keys by which a list goes on where the page before ended; one that was tampered with is refused, not guessed.

A key holds the last row's sort values and row id, so that a page costs the same wherever it lies.
"""

import base64
import binascii
import json
from collections.abc import Sequence

from pacsdesk.contract.errors import InvalidInput

KeyValue = str | int

_MAX_KEY_LENGTH = 4096
_INT64 = 1 << 63


def encode_key(list_name: str, values: Sequence[KeyValue]) -> str:
    """A key for the row with these sort values, good only for the list (and the order) that `list_name` names."""
    text = json.dumps([list_name, *values], ensure_ascii=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode("ascii")).decode("ascii")


def decode_key(list_name: str, key: str, shape: Sequence[type[KeyValue]]) -> tuple[KeyValue, ...]:
    """The sort values in a key of `list_name`, whose types are `shape`. Raises InvalidInput for any other text."""
    values = _parse(key)
    if len(values) != len(shape) + 1 or values[0] != list_name:
        raise _broken("it belongs to another list or order")
    return tuple(_checked(value, wanted) for value, wanted in zip(values[1:], shape, strict=True))


def _parse(key: str) -> list[object]:
    if len(key) > _MAX_KEY_LENGTH:
        raise _broken("it is too long")
    try:
        values: object = json.loads(base64.b64decode(key.encode("ascii"), altchars=b"-_", validate=True))
    except (binascii.Error, UnicodeError, ValueError, RecursionError) as error:
        raise _broken("it cannot be decoded") from error
    if not isinstance(values, list):
        raise _broken("it holds no list")
    return values


def _checked(value: object, wanted: type[KeyValue]) -> KeyValue:
    if wanted is int and type(value) is int and -_INT64 <= value < _INT64:
        return value
    # a lone surrogate passes JSON and would stop the database driver
    if wanted is str and isinstance(value, str) and value.encode("utf-8", "replace").decode() == value:
        return value
    raise _broken("a value in it is of the wrong kind")


def _broken(detail: str) -> InvalidInput:
    return InvalidInput(
        "The key of the next page is not one of ours.", detail, "Ask for the list from its start again."
    )
