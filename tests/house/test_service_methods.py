"""Every operation of the engine stands behind a permission; what compose builds keeps the contract to the letter."""

import inspect
from collections.abc import Mapping
from typing import get_type_hints

import pytest

from pacsdesk.contract.permissions import Permission, permission_of
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.services.catalog import service_interfaces, service_methods
from pacsdesk.engine.compose import engine as compose
from pacsdesk.engine.compose import site
from pacsdesk.engine.operations.founding import SiteOrder
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.security.audit import AuditLog
from pacsdesk.engine.security.guard import Guard

INTERFACES = service_interfaces()
METHODS = [f"{service}.{name}" for service, interface in INTERFACES.items() for name in service_methods(interface)]
PUBLIC = {"engine.health", "sessions.sign_in", "sessions.sign_in_with_secret"}


@pytest.fixture(scope="module")
def implementations(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, object]:
    """What compose hands to the guard, by service."""
    seen: dict[str, object] = {}

    class SeeingGuard(Guard):
        def __init__(self, implementations: Mapping[str, object], audit: AuditLog) -> None:
            seen.update(implementations)
            super().__init__(implementations, audit)

    folder = DataFolder(tmp_path_factory.mktemp("house") / "site")
    site.make_site(folder, SiteOrder(Profile.CLINIC, "House", "admin", "a password of this test"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compose, "Guard", SeeingGuard)
        compose.compose(folder, {}, lambda: None, "run1").close()
    return seen


def contract_method(method: str) -> object:
    service, _, name = method.partition(".")
    return service_methods(INTERFACES[service])[name]


def asked_permission(method: str) -> Permission | None:
    member = contract_method(method)
    assert callable(member)
    return permission_of(member)


def shape(method: object, left_out: int) -> tuple[list[tuple[str, object, object]], object]:
    """Name, type and default of each parameter after the first ones, and the type of the answer."""
    assert inspect.isfunction(method)
    hints = get_type_hints(method)
    parameters = list(inspect.signature(method).parameters.values())[left_out:]
    return [(one.name, hints[one.name], one.default) for one in parameters], hints["return"]


@pytest.mark.parametrize("method", METHODS)
def test_a_method_has_its_permission_or_is_known_to_be_public(method: str) -> None:
    assert (asked_permission(method) is None) == (method in PUBLIC)


@pytest.mark.parametrize("permission", Permission)
def test_a_permission_opens_something(permission: Permission) -> None:
    assert permission in {asked_permission(method) for method in METHODS}


def test_compose_builds_every_service_and_nothing_else(implementations: Mapping[str, object]) -> None:
    assert sorted(implementations) == sorted(INTERFACES)


@pytest.mark.parametrize("method", METHODS)
def test_an_implementation_takes_the_actor_first(method: str, implementations: Mapping[str, object]) -> None:
    service, _, name = method.partition(".")
    assert next(iter(inspect.signature(getattr(implementations[service], name)).parameters)) == "actor"


@pytest.mark.parametrize("method", METHODS)
def test_an_implementation_then_takes_what_the_contract_says(
    method: str, implementations: Mapping[str, object]
) -> None:
    service, _, name = method.partition(".")
    built = getattr(type(implementations[service]), name)
    assert shape(built, left_out=2) == shape(contract_method(method), left_out=1)
