"""Every operation of the engine stands behind a permission, and its implementation keeps the contract to the letter.

An implementation is a class of the engine whose methods carry all names of a Protocol and take the actor first.
"""

import importlib
import inspect
import pkgutil
from functools import cache
from typing import get_type_hints

import pytest

import pacsdesk.engine
from pacsdesk.contract.permissions import Permission, permission_of
from pacsdesk.contract.services.catalog import service_interfaces, service_methods

INTERFACES = service_interfaces()
METHODS = [f"{service}.{name}" for service, interface in INTERFACES.items() for name in service_methods(interface)]
PUBLIC = {"engine.health", "sessions.sign_in", "sessions.sign_in_with_secret"}


def contract_method(method: str) -> object:
    service, _, name = method.partition(".")
    return service_methods(INTERFACES[service])[name]


def asked_permission(method: str) -> Permission | None:
    member = contract_method(method)
    assert callable(member)
    return permission_of(member)


@cache
def engine_classes() -> tuple[type, ...]:
    found: dict[str, type] = {}
    for module_info in pkgutil.walk_packages(pacsdesk.engine.__path__, "pacsdesk.engine."):
        if module_info.name.startswith("pacsdesk.engine.migrations."):
            continue  # run by Alembic, which gives them their context
        module = importlib.import_module(module_info.name)
        for member in vars(module).values():
            if inspect.isclass(member) and member.__module__ == module.__name__:
                found[f"{member.__module__}.{member.__qualname__}"] = member
    return tuple(found.values())


def takes_actor_first(method: object) -> bool:
    return inspect.isfunction(method) and list(inspect.signature(method).parameters)[1:2] == ["actor"]


def implementations(service: str) -> list[type]:
    names = service_methods(INTERFACES[service])
    return [kind for kind in engine_classes() if all(takes_actor_first(getattr(kind, name, None)) for name in names)]


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


@pytest.mark.parametrize("service", INTERFACES)
def test_a_service_has_one_implementation(service: str) -> None:
    assert len(implementations(service)) == 1


@pytest.mark.parametrize("method", METHODS)
def test_an_implementation_takes_the_actor_and_then_what_the_contract_says(method: str) -> None:
    service, _, name = method.partition(".")
    promised = shape(contract_method(method), left_out=1)
    for kind in implementations(service):
        assert shape(getattr(kind, name), left_out=2) == promised, f"{kind.__module__}.{kind.__qualname__}"
