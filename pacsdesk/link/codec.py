"""Carries what the contract names as JSON and back: equal on the other side, or refused with the place and the reason.

The one pair of hooks below is for the validating `str` subclasses (AETitle and the UIDs); all else msgspec knows.
"""

from dataclasses import dataclass
from typing import Any, TypeVar, cast

import msgspec

from pacsdesk.contract.errors import InvalidInput, PacsDeskError, error_classes
from pacsdesk.contract.events import EVENTS

T = TypeVar("T")

_EVENTS_BY_NAME = {event.__name__: event for event in EVENTS}


def _plain(value: object) -> str:
    """The text in a validating `str` subclass. Raises what msgspec expects of a hook on what records must not hold."""
    if isinstance(value, str):
        return str.__str__(value)
    raise NotImplementedError(f"{type(value).__name__} cannot cross the link")  # as msgspec asks of its hooks


def _validated(kind: type, value: object) -> object:
    """The text as `kind`, whose constructor checks it. A ValueError becomes msgspec's own, with the field's path."""
    if not isinstance(value, str):
        raise ValueError(f"Expected `str`, got `{type(value).__name__}`")
    return kind(value)


def encode(value: object) -> bytes:
    """A record, or records in tuples, lists and dicts, as UTF-8 JSON.

    Names of files may hold bytes that are no text (lone surrogates): each of them travels as "?", since one bad name
    must not hide the whole list it stands in.
    """
    try:
        return msgspec.json.encode(value, enc_hook=_plain)
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_surrogates(to_builtins(value)))


def _without_surrogates(value: Any) -> Any:  # Any: walks whatever JSON holds
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(each) for each in value]
    return value


def decode(data: bytes | str, kind: type[T]) -> T:
    """JSON as a value of `kind` (a record, `Page[Study]`, `tuple[Job, ...]`, `None`, ...).

    Raises InvalidInput; its detail names the field by its path (`query.page.limit`) and what would be right.
    """
    try:
        return msgspec.json.decode(data, type=kind, dec_hook=_validated)
    except msgspec.ValidationError as error:
        raise InvalidInput("A value has the wrong form.", _place_first(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInput("This is not JSON.", str(error)) from error
    except RecursionError as error:
        raise InvalidInput("This JSON is nested too deep.") from error


def _place_first(message: str) -> str:
    """msgspec's "reason - at `$.field`" as "field: reason", the way a person looks for it."""
    reason, separator, place = message.rpartition(" - at `$")
    if not separator:
        return message
    return f"{place.rstrip('`').lstrip('.')}: {reason}"


def to_builtins(value: object) -> Any:  # Any: the caller gives the shape, as with json.loads
    """A record as dicts, lists and plain values with the contract's names: what `--json` prints."""
    return msgspec.to_builtins(value, enc_hook=_plain)


@dataclass(frozen=True, slots=True)
class _Failure:
    """An error on its way: the name of its class in the contract's tree, and what it says to a person."""

    error: str
    title: str
    detail: str = ""
    hint: str = ""


def encode_error(error: PacsDeskError) -> bytes:
    """An error so that `decode_error` gives it back as the same class."""
    return encode(_Failure(type(error).__name__, error.title, error.detail, error.hint))


def decode_error(data: bytes) -> PacsDeskError:
    """The error that was encoded. A class this side does not know (a newer engine's) becomes a plain PacsDeskError.

    Raises InvalidInput when the data is no error at all.
    """
    failure = decode(data, _Failure)
    kind = error_classes().get(failure.error, PacsDeskError)
    return kind(failure.title, failure.detail, failure.hint)


def encode_event(event: object) -> tuple[str, bytes]:
    """An event as its name and its payload."""
    return type(event).__name__, encode(event)


def decode_event(name: str, payload: bytes) -> object | None:
    """The event record, None for a name that this side does not know: a newer engine has more to tell.

    Raises InvalidInput when the payload does not fit the name.
    """
    kind = _EVENTS_BY_NAME.get(name)
    return None if kind is None else cast(object, decode(payload, kind))
