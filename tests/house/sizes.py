"""Measures files, classes and functions against the budgets; run as a module it lists what is over the aim.

`python -m tests.house.sizes` prints files over 300 lines and functions over 30: a place to look, not a fault.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.house.tree import SourceFile, source_files

FILE_AIM, FILE_LIMIT = 300, 500
FUNCTION_AIM, FUNCTION_LIMIT = 30, 60
CLASS_LIMIT = 250


@dataclass(frozen=True, slots=True)
class Size:
    """How long one thing is, in lines."""

    lines: int
    what: str


def file_sizes() -> Iterator[Size]:
    """Every Python file."""
    for file in _files():
        yield Size(file.line_count, file.where)


def class_sizes() -> Iterator[Size]:
    """Every class, nested ones too."""
    yield from _sizes_of(ast.ClassDef)


def function_sizes() -> Iterator[Size]:
    """Every function and method, from `def` to its last line."""
    yield from _sizes_of(ast.FunctionDef, ast.AsyncFunctionDef)


def _sizes_of(*kinds: type[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]) -> Iterator[Size]:
    for file in _files():
        for node in ast.walk(file.tree):
            if isinstance(node, kinds):
                yield Size(
                    (node.end_lineno or node.lineno) - node.lineno + 1, f"{file.where}:{node.lineno} {node.name}"
                )


def _files() -> tuple[SourceFile, ...]:
    return source_files("pacsdesk") + source_files("tests")


def main() -> None:
    """Print what is over the aim, longest first."""
    over = [size for size in file_sizes() if size.lines > FILE_AIM]
    over += [size for size in function_sizes() if size.lines > FUNCTION_AIM]
    for size in sorted(over, key=lambda size: -size.lines):
        print(f"{size.lines:5} lines  {size.what}")


if __name__ == "__main__":
    main()
