"""The law: every call of a service is checked, audited, then run, in this one place.

`Guard.bind(actor)` answers `Services` whose every method asks here first. A read is audited before its first byte
leaves, a change before it runs and again with its end; what cannot be audited is not answered, or does not happen.
"""

import inspect
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from pacsdesk.contract.errors import NotPermitted, NotSignedIn, PacsDeskError
from pacsdesk.contract.permissions import Permission, permission_of
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.security import Actor, ActorKind, AuditOutcome
from pacsdesk.contract.records.sends import SendOrder
from pacsdesk.contract.services.catalog import Services, service_interfaces, service_methods
from pacsdesk.contract.types import UID, AETitle
from pacsdesk.engine.security.audit import AuditLog

READS = frozenset(
    {
        Permission.STUDY_SEARCH,
        Permission.STUDY_VIEW,
        Permission.PEER_VIEW,
        Permission.ASSOCIATION_VIEW,
        Permission.TRACE_VIEW,
        Permission.RELAY_VIEW,
        Permission.JOB_VIEW,
        Permission.SETTING_VIEW,
        Permission.USER_VIEW,
        Permission.AUDIT_VIEW,
        Permission.ENGINE_VIEW,
    }
)

log = logging.getLogger(__name__)

# parameters whose text names what a call is about
NAMING = frozenset(
    {
        *("name", "names", "conflict_id", "trash_id", "association_id", "job_id", "batch_id", "resolution", "value"),
        *("role", "file_name", "version_id", "at"),
        *("address", "trace_id", "relay_id", "sink_id"),
    }
)
# parameters that are a choice between two: what the audit says for no and for yes
SWITCHES = {
    "is_enabled": ("disabled", "enabled"),
    "only_missing": ("all", "what is missing"),
    "only_failed": ("all", "what failed"),
    "is_traced": ("not traced", "traced"),
}


@dataclass(frozen=True, slots=True)
class _Rule:
    """What the guard knows of one method."""

    action: str
    permission: Permission | None
    signature: inspect.Signature
    run: Callable[..., object]


class Guard:
    """Stands between callers and implementations. Made once, by compose."""

    def __init__(self, implementations: Mapping[str, object], audit: AuditLog) -> None:
        """implementations: by service name; each method takes the actor first, then what the Protocol says."""
        self._audit = audit
        self._rules = {
            service: {
                name: _Rule(
                    f"{service}.{name}",
                    permission_of(member),
                    _signature_for_callers(member),
                    getattr(implementations[service], name),
                )
                for name, member in service_methods(interface).items()
            }
            for service, interface in service_interfaces().items()
        }

    def bind(self, actor: Actor) -> Services:
        """All services as this actor may use them."""
        # Any: _Bound has the Protocol's methods through __getattr__, which no type checker can see
        bound: dict[str, Any] = {one.name: _Bound(self, actor, self._rules[one.name]) for one in fields(Services)}
        return Services(**bound)

    def admit(self, actor: Actor, permission: Permission, action: str, subject: str) -> None:
        """Check and audit something that is no service method (byte route, events), once per subject in 15 minutes.

        Raises NotSignedIn, NotPermitted.
        """
        self._check(actor, permission, action, subject)
        self._audit.write_read(actor, action, subject)

    def call(self, actor: Actor, rule: _Rule, named: Mapping[str, object]) -> object:
        """Run one service method for an actor; arguments by the names of its parameters."""
        if rule.permission is None:
            return rule.run(actor, **named)
        subject = _subject(named)
        self._check(actor, rule.permission, rule.action, subject)
        is_read = rule.permission in READS
        if not is_read:
            reason = str(named.get("reason", ""))
            self._audit.write(actor, rule.action, subject, AuditOutcome.BEGUN, reason)
        try:
            answer = rule.run(actor, **named)
        except Exception as error:
            title = error.title if isinstance(error, PacsDeskError) else type(error).__name__
            self._write_end(actor, rule.action, subject, AuditOutcome.FAILED, title)
            raise
        if is_read:
            self._audit.write_read(actor, rule.action, subject)
        else:
            self._write_end(actor, rule.action, subject, AuditOutcome.DONE, "")
        return answer

    def _write_end(self, actor: Actor, action: str, subject: str, outcome: AuditOutcome, reason: str) -> None:
        """What happened has happened: an end that cannot be written is logged, its beginning stands in the audit."""
        try:
            self._audit.write(actor, action, subject, outcome, reason)
        except PacsDeskError:
            log.exception("the end of %s could not be audited", action)

    def _check(self, actor: Actor, permission: Permission, action: str, subject: str) -> None:
        if permission in actor.permissions:
            return
        if actor.kind is ActorKind.NOBODY:
            self._audit.write_stranger(actor, action, f"lacks {permission}")
            raise NotSignedIn("Nobody is signed in.", f"{action} needs a session.", "Sign in and try again.")
        self._audit.write(actor, action, subject, AuditOutcome.REFUSED, f"lacks {permission}")
        raise NotPermitted(
            f"{actor.name} may not do this.", f"It needs the permission {permission}.", "Ask an administrator for it."
        )


class _Bound:
    """One service for one actor."""

    __slots__ = ("_actor", "_guard", "_rules")

    def __init__(self, guard: Guard, actor: Actor, rules: Mapping[str, _Rule]) -> None:
        self._guard = guard
        self._actor = actor
        self._rules = rules

    def __getattr__(self, name: str) -> Callable[..., object]:
        rule = self._rules.get(name)
        if rule is None:
            raise AttributeError(name)

        def guarded(*arguments: object, **named: object) -> object:
            by_name = rule.signature.bind_partial(*arguments, **named).arguments
            return self._guard.call(self._actor, rule, by_name)

        return guarded


def _signature_for_callers(member: Callable[..., object]) -> inspect.Signature:
    """What a caller gives: the Protocol's parameters without `self`; one too many is a TypeError, never passed over."""
    signature = inspect.signature(member)
    return signature.replace(parameters=tuple(signature.parameters.values())[1:])


def _subject(named: Mapping[str, object]) -> str:
    """What a call is about: UIDs, and the arguments that name a thing; never other text, which may be a password."""
    found: list[str] = []
    for name, value in named.items():
        values = value if isinstance(value, tuple) else (value,)
        found.extend(str(one) for one in values if isinstance(one, UID) or name in NAMING)
        if isinstance(value, bool) and name in SWITCHES:
            found.append(SWITCHES[name][value])
        if isinstance(value, Peer):
            found.append(value.name)
        if isinstance(value, OwnAE):
            found.append(value.ae_title)
        if isinstance(value, SendOrder):
            found.append(value.subject)
        if isinstance(calling := getattr(value, "calling_ae_title", None), AETitle):
            found.append(f"as {calling}")
    return " ".join(found)
