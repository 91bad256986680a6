"""Each permission is declared once, here, and stands on the service methods that need it.

A new permission: one member below. A method names it with `@requires(Permission.X)`; sign-in and health are `@public`.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Permission(StrEnum):
    """An action on a kind of thing."""

    STUDY_SEARCH = "study.search"
    STUDY_VIEW = "study.view"
    STUDY_IMPORT = "study.import"
    STUDY_EXPORT = "study.export"
    STUDY_DELETE = "study.delete"
    CONFLICT_RESOLVE = "conflict.resolve"
    INDEX_REBUILD = "index.rebuild"
    PEER_VIEW = "peer.view"
    PEER_CHANGE = "peer.change"
    PEER_PROBE = "peer.probe"
    ASSOCIATION_VIEW = "association.view"
    ASSOCIATION_END = "association.end"
    TRACE_VIEW = "trace.view"
    TRACE_RECORD = "trace.record"
    TRACE_UNMASKED = "trace.unmasked"
    RELAY_VIEW = "relay.view"
    RELAY_RUN = "relay.run"
    JOB_VIEW = "job.view"
    JOB_CONTROL = "job.control"
    SETTING_VIEW = "setting.view"
    SETTING_CHANGE = "setting.change"
    USER_VIEW = "user.view"
    USER_CHANGE = "user.change"
    AUDIT_VIEW = "audit.view"
    ENGINE_VIEW = "engine.view"
    ENGINE_STOP = "engine.stop"
    SITE_RESET = "site.reset"
    OWN_SESSION = "own.session"


def requires(permission: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a Protocol method with the permission that its caller must hold; the guard reads the mark."""

    def mark(method: Callable[P, R]) -> Callable[P, R]:
        method.__permission__ = permission  # type: ignore[attr-defined]  # a mark on the function, read by permission_of
        return method

    return mark


def public(method: Callable[P, R]) -> Callable[P, R]:
    """Mark a Protocol method that needs no session: sign-in and health only."""
    method.__permission__ = None  # type: ignore[attr-defined]  # as in requires()
    return method


def permission_of(method: Callable[..., object]) -> Permission | None:
    """The permission of a Protocol method, None when it is public. Raises AttributeError on an unmarked one."""
    permission: Permission | None = method.__permission__  # type: ignore[attr-defined]  # set by requires() or public()
    return permission
