"""What engine and link can say to a person: the texts of errors, of jobs and their results, as in the source."""

import ast
import re
from collections.abc import Iterator
from itertools import product

from pacsdesk.contract.errors import error_classes
from tests.house.tree import source_files

# who takes what a person reads, and the places of the texts among the arguments
SAYS = {
    **dict.fromkeys(error_classes(), (0, 1, 2)),
    "JobResult": (0,),
    "JobProblem": (1,),
    "JobOrder": (1,),
    "report": (2,),
}
BY_NAME = ("title", "detail", "hint", "summary", "reason")
VALUE = "7"
_WORDS = re.compile(r"[A-Za-z]{3,}")


def texts(node: ast.expr) -> Iterator[str]:
    """Every text that an expression can be, VALUE in place of what is put in; nothing for one that is named only."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.JoinedStr(values=parts):
            yield from ("".join(chosen) for chosen in product(*map(_part, parts)))
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            yield from ("".join(chosen) for chosen in product(texts(left), texts(right)))
        case ast.IfExp(body=left, orelse=right):
            yield from texts(left)
            yield from texts(right)
        case ast.BoolOp(values=values):
            for value in values:
                yield from texts(value)
        case ast.Call(func=ast.Attribute(value=value, attr="strip")):
            yield from texts(value)


def _part(part: ast.expr) -> list[str]:
    """What stands at one place of a text: what is written there, or VALUE."""
    if isinstance(part, ast.FormattedValue):
        match part.value:
            case ast.IfExp():
                return list(texts(part.value)) or [VALUE]
            case ast.BoolOp():
                return [VALUE, *texts(part.value)]
        return [VALUE]
    return list(texts(part))


def said(folder: str) -> Iterator[tuple[str, str]]:
    """Where, and the text."""
    for file in source_files(folder):
        for node in ast.walk(file.tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in SAYS:
                continue
            given = [node.args[place] for place in SAYS[name] if place < len(node.args)]
            given += [word.value for word in node.keywords if word.arg in BY_NAME]
            for text in (text for one in given for text in texts(one)):
                if text and _WORDS.search(text):
                    yield f"{file.where}:{node.lineno}", text
