"""Reads from the contract's Protocols what each call takes and answers, so that a new method needs nothing here.

Arguments travel as one JSON object by parameter name; defaults are those of the Protocol.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, get_type_hints

import msgspec

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.services.catalog import service_interfaces, service_methods
from pacsdesk.link.codec import decode, to_builtins


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one service, as both ends of the link see it.

    arguments: a struct with one field per parameter; result: the type that is answered; signature: without `self`.
    """

    service: str
    method: str
    arguments: type[msgspec.Struct]
    result: Any  # a type expression: a class, Page[Study], tuple[Job, ...], None
    signature: inspect.Signature

    @property
    def name(self) -> str:
        """As people write it: `studies.search`."""
        return f"{self.service}.{self.method}"

    def bind(self, *args: object, **kwargs: object) -> dict[str, object]:
        """Arguments of a Python call by parameter name. Raises TypeError as the method itself would."""
        return dict(self.signature.bind(*args, **kwargs).arguments)

    def decode_arguments(self, data: bytes) -> dict[str, Any]:
        """The arguments by parameter name, typed and with defaults filled in; no bytes at all mean no arguments.

        Raises InvalidInput with the path of what is wrong, missing or unknown. An unknown field is refused and not
        passed over: a misspelt `"wrods"` would otherwise search for everything.
        """
        text = data or b"{}"
        try:
            values = decode(text, self.arguments)
            _refuse_unknown_fields(msgspec.json.decode(text), to_builtins(values))
        except InvalidInput as error:
            reason = error.detail or error.title
            raise type(error)(f"{self.name} was not called rightly.", reason, self.usage()) from error
        return {field: getattr(values, field) for field in self.arguments.__struct_fields__}

    def decode_result(self, data: bytes) -> Any:
        """What the method answered. Raises InvalidInput when it is not of the promised type."""
        return decode(data, self.result)

    def usage(self) -> str:
        """What it takes, in words."""
        if not self.signature.parameters:
            return f"{self.name} takes no arguments: {{}}."
        takes = ", ".join(
            f"{name} ({_type_name(parameter.annotation)})" for name, parameter in self.signature.parameters.items()
        )
        return f"{self.name} takes one JSON object with: {takes}."


def find_operation(service: str, method: str) -> Operation:
    """What the contract says about a method. Raises NotFound that names what there is instead."""
    interface = service_interfaces().get(service)
    if interface is None:
        hint = f"The services are: {', '.join(service_interfaces())}."
        raise NotFound(f"There is no service {_shown(service)}.", did_you_mean(service, service_interfaces()), hint)
    function = service_methods(interface).get(method)
    if function is None:
        methods = service_methods(interface)
        hint = f"Its methods are: {', '.join(methods)}."
        raise NotFound(f"The service {service} has no method {_shown(method)}.", did_you_mean(method, methods), hint)
    return _operation(service, method, function)


@cache
def _operation(service: str, method: str, function: Callable[..., object]) -> Operation:
    hints = get_type_hints(function)
    result = hints.pop("return")
    parameters = [
        parameter.replace(annotation=hints[name])
        for name, parameter in inspect.signature(function).parameters.items()
        if name != "self"
    ]
    fields = [
        (each.name, each.annotation) if each.default is each.empty else (each.name, each.annotation, each.default)
        for each in parameters
    ]
    return Operation(
        service=service,
        method=method,
        arguments=msgspec.defstruct(f"{service}.{method}", fields, forbid_unknown_fields=True, kw_only=True),
        result=NoneType if result is None else result,
        signature=inspect.Signature(parameters),
    )


def _refuse_unknown_fields(sent: object, understood: object, place: str = "") -> None:
    """Raises InvalidInput on the first field that was sent and means nothing: it is absent from what was understood."""
    if isinstance(sent, dict) and isinstance(understood, dict):
        for name, value in sent.items():
            if name not in understood:
                raise InvalidInput("A field is unknown.", f"{place}{_shown(name)}: there is no such field")
            _refuse_unknown_fields(value, understood[name], f"{place}{name}.")
    elif isinstance(sent, list) and isinstance(understood, list | tuple) and len(sent) == len(understood):
        for number, (value, known) in enumerate(zip(sent, understood, strict=True)):
            _refuse_unknown_fields(value, known, f"{place.rstrip('.')}[{number}].")


def _shown(name: str) -> str:
    """A name from outside, harmless in a sentence: cut to a length one can read, escaped unless it is a plain one."""
    return name[:64] if name.isascii() and name.isidentifier() else repr(name[:64])


def _type_name(annotation: object) -> str:
    """A type as people write it: without the modules it comes from."""
    return re.sub(r"\b(\w+\.)+(?=\w)", "", inspect.formatannotation(annotation))
