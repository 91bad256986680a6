"""What is said where nearly every text is for a person: rules of the diagnosis, the steps of a ladder, remarks."""

import ast
import re
from collections.abc import Iterator

from tests.desktop.kit.said import texts
from tests.house.tree import source_files

_WORDS = re.compile(r"[A-Za-z]{2,}")
# what is said only at times, after a sentence: it is looked at where it is written
_CONTINUES = re.compile(r", | [a-z(]")  # the two are one sentence
_AT_TIMES = re.compile(r"(?<=[.?])( ?7)+(?= |$)")


def spoken(folder: str) -> Iterator[tuple[str, str]]:
    """Where, and the text: every one of several words but docstrings, and what is checked or logged."""
    for file in source_files(folder):
        for line, text in _of(file.tree):
            bare = _AT_TIMES.sub("", text).strip()
            if " " in bare and _WORDS.search(bare) and not _CONTINUES.match(text):
                yield f"{file.where}:{line}", bare


def _of(node: ast.AST) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert() | ast.Raise() | ast.Compare() | ast.arg():
            return
        case ast.Call(func=ast.Attribute(value=ast.Name(id="_LOG" | "_log" | "re"))):
            return
        case ast.AnnAssign(value=value):
            children: list[ast.AST] = [value] if value else []
        case ast.FunctionDef(body=body):
            children = list(body)
        case ast.expr():
            found = list(texts(node))
            if any(" " in text for text in found):
                yield from ((node.lineno, text) for text in found)
                return
            children = list(ast.iter_child_nodes(node))
        case _:
            children = list(ast.iter_child_nodes(node))
    for child in children:
        yield from _of(child)
