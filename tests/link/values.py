"""Any value of any type that the contract lets cross the link, as hypothesis strategies made from the type itself."""

import string
from dataclasses import fields, is_dataclass
from datetime import UTC
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from pacsdesk.contract.records.paging import MAX_PAGE
from pacsdesk.contract.records.peers import LONGEST_TIMEOUT
from pacsdesk.contract.records.queries import QueryKey, QueryModel
from pacsdesk.contract.records.relays import LONGEST_SECONDS
from pacsdesk.contract.records.requests import LONGEST_WAIT, ReferencedInstance
from pacsdesk.contract.records.retrieves import RetrieveKind
from pacsdesk.contract.types import UID, AETitle, QueryLevel, SOPClassUID, SOPInstanceUID, StudyInstanceUID

_AE_CHARACTERS = "".join(sorted(set(string.printable[:95]) - {"\\"}))
_SECONDS = st.none() | st.integers(1, LONGEST_TIMEOUT)
_NAMED: dict[str, SearchStrategy[Any]] = {
    "limit": st.integers(1, MAX_PAGE),
    "skip": st.integers(0, 1 << 40),
    "Peer.name": st.text(min_size=1, max_size=64).filter(str.strip),
    "Peer.port": st.none() | st.integers(1, 65535),
    "PeerTimeouts.connect": _SECONDS,
    "PeerTimeouts.associate": _SECONDS,
    "PeerTimeouts.answer": _SECONDS,
    "OwnAE.port": st.none() | st.integers(1, 65535),
    "EvidenceOrder.minutes": st.integers(0, 1440),
    "OwnAE.host": st.just(""),  # one is wrong without a port
    "RetrieveOrder.keys": st.just((QueryKey("PatientID", "1"),)),
    "RetrieveOrder.model": st.sampled_from((QueryModel.STUDY_ROOT, QueryModel.PATIENT_ROOT)),
    "RetrieveOrder.kind": st.just(RetrieveKind.MOVE),  # the other has no destination
    "CommitOrder.study_instance_uid": st.none(),
    "CommitOrder.instances": st.just((ReferencedInstance(SOPClassUID("1.2.840"), SOPInstanceUID("1.2.3")),)),
    "CommitOrder.wait_seconds": st.integers(1, LONGEST_WAIT),
    "SendOrder.study_instance_uids": st.just((StudyInstanceUID("1.2.3"),)),  # of one kind of source only
    "SendOrder.batch_id": st.just(""),
    "SendOrder.is_test_object": st.just(False),
    "ListenOrder.port": st.integers(0, 65535),
    "ListenOrder.seconds": st.integers(1, LONGEST_SECONDS),
    "QueryOrder.model": st.sampled_from((QueryModel.STUDY_ROOT, QueryModel.PATIENT_ROOT)),
    "QueryOrder.level": st.sampled_from(QueryLevel),
}
"""Fields with limits of their own, by name or by class and name."""


@cache  # to make them takes longer than to draw from them
def values_of(kind: Any) -> SearchStrategy[Any]:
    """Values of a type expression of the contract."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return st.one_of([values_of(each) for each in get_args(kind)])
    if origin is tuple:
        return st.lists(values_of(get_args(kind)[0]), max_size=3).map(tuple)
    if origin is frozenset:
        return st.frozensets(values_of(get_args(kind)[0]), max_size=3)
    if isinstance(kind, NewType):
        return values_of(kind.__supertype__)
    if is_dataclass(origin or kind):
        return _records(kind)
    return _plain_values(kind)


def _records(kind: Any) -> SearchStrategy[Any]:
    cls = get_origin(kind) or kind
    hints = get_type_hints(cls)
    parameter_names = getattr(cls, "__parameters__", ())
    arguments = dict(zip(parameter_names, get_args(kind), strict=False))
    return st.builds(
        cls,
        **{
            field.name: _values_of_field(cls.__name__, field.name, _filled(hints[field.name], arguments))
            for field in fields(cls)
        },
    )


def _values_of_field(class_name: str, name: str, kind: Any) -> SearchStrategy[Any]:
    for key in (f"{class_name}.{name}", name):
        if key in _NAMED:
            return _NAMED[key]
    return values_of(kind)


def _filled(hint: Any, arguments: dict[Any, Any]) -> Any:
    """`tuple[T, ...]` as `tuple[Study, ...]`; a T that nobody gave is text."""
    if getattr(hint, "__parameters__", ()):
        return hint[tuple(arguments.get(parameter, str) for parameter in hint.__parameters__)]
    return arguments.get(hint, str) if isinstance(hint, TypeVar) else hint


def _plain_values(kind: type) -> SearchStrategy[Any]:
    if issubclass(kind, UID):
        components = st.lists(st.integers(0, 999_999_999), min_size=1, max_size=6)
        return components.map(lambda parts: kind(".".join(map(str, parts))))
    if issubclass(kind, AETitle):
        return st.text(_AE_CHARACTERS, min_size=1, max_size=16).filter(lambda text: text.strip(" ")).map(AETitle)
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    plain: dict[type, SearchStrategy[Any]] = {
        str: st.text(max_size=20),
        bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
        int: st.integers(-(1 << 63), (1 << 63) - 1),
        NoneType: st.none(),
    }
    return plain[kind] if kind in plain else st.datetimes(timezones=st.just(UTC))
