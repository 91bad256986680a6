"""Makes the `Services` that a face calls: real methods by name, each of which sends its arguments to the engine."""

from collections.abc import Callable
from typing import Any, cast

from pacsdesk.contract.services.catalog import Services, service_interfaces, service_methods
from pacsdesk.link.calls import Operation, find_operation

Send = Callable[[Operation, dict[str, object]], object]
"""Carries arguments by name to the engine and brings the typed answer, or raises the engine's error."""


def make_services(send: Send) -> Services:
    """All services of the contract as proxies; safe to use from many threads when `send` is."""
    proxies = {name: _proxy(name, interface, send) for name, interface in service_interfaces().items()}
    return Services(**cast(dict[str, Any], proxies))  # Any: each proxy answers to the Protocol that it was made from


def _proxy(service: str, interface: type, send: Send) -> object:
    members = {method: staticmethod(_method(service, method, send)) for method in service_methods(interface)}
    return type(f"{interface.__name__}Proxy", (), {"__slots__": (), **members})()


def _method(service: str, method: str, send: Send) -> Callable[..., object]:
    def call(*args: object, **kwargs: object) -> object:
        operation = find_operation(service, method)  # at the first call, so that a face starts without reading them all
        return send(operation, operation.bind(*args, **kwargs))

    call.__name__ = method
    return call
