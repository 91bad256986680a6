"""A setting that nothing reads is a lie to whoever changes it."""

import ast
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from pacsdesk.engine.runtime import settings as declared
from tests.house.tree import source_files

SECTIONS = [
    kind for kind in vars(declared).values() if is_dataclass(kind) and getattr(kind, "__doc__", "").startswith("[")
]
SETTINGS = [f"{(kind.__doc__ or '').strip('[]')}.{field.name}" for kind in SECTIONS for field in fields(kind)]


@cache
def attributes_read() -> frozenset[str]:
    """Every name that the engine reads from something, but in the declarations themselves."""
    files = [file for file in source_files("pacsdesk/engine") if file.name != declared.__name__]
    return frozenset(node.attr for file in files for node in ast.walk(file.tree) if isinstance(node, ast.Attribute))


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_is_read_somewhere(setting: str) -> None:
    assert setting.partition(".")[2] in attributes_read()
