"""No text reaches a person past the translation: what a widget is given to show is never written where it is given."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import SourceFile, source_files

# What shows a text: the places of its texts among the arguments, counted from 0. Another widget: a line here.
SHOWN_BY = {
    "setText": (0,),
    "set_text": (0,),
    "setTitle": (0,),
    "setWindowTitle": (0,),
    "setToolTip": (0,),
    "setStatusTip": (0,),
    "setWhatsThis": (0,),
    "setPlaceholderText": (0,),
    "setAccessibleName": (0,),
    "setAccessibleDescription": (0,),
    "setInformativeText": (0,),
    "setSuffix": (0,),
    "setPrefix": (0,),
    "setLabelText": (0,),
    "setPlainText": (0,),
    "setHeaderLabels": (0,),
    "set_state": (1,),
    "addAction": (0, 1),
    "addMenu": (0, 1),
    "addTab": (1, 2),
    "addItem": (0, 1),
    "addRow": (0,),
    "drawText": (0, 1, 2, 3, 4, 5, 6),
    "say": (0,),
    "say_with_undo": (0,),
    "warn": (0, 1),
    "report": (0,),
    "show_message": (1, 2),
    "show_empty": (1, 2),
    "show_filtered": (0, 2),
    "make_button": (0,),
    "icon_button": (1,),
    "as_tool_tip": (0,),
    "Card": (0,),
    "ElidedLabel": (0,),
    "InternalError": (0, 1, 2),
    "InvalidInput": (0, 1, 2),
    "MessagePage": (1, 2),
    "MonoLabel": (0,),
    "PacsDeskError": (0, 1, 2),
    "PaletteEntry": (0, 1),
    "QAction": (0, 1),
    "QCheckBox": (0,),
    "QGroupBox": (0,),
    "QLabel": (0,),
    "QMenu": (0,),
    "QPushButton": (0,),
    "QRadioButton": (0,),
    "StateMark": (1,),
    "TextLabel": (0,),
    "Unavailable": (0, 1, 2),
    "WindowOption": (0,),
}
BY_NAME = ("text", "title", "detail", "hint", "word", "placeholder", "tool_tip")
OUR_NAMES = re.compile(r"\bPACSDesk\b|\bPD\b")  # the second where there is no room for the first
WORD = re.compile(r"[^\W\d_]{2,}")


def literal_texts(node: ast.expr) -> Iterator[str]:
    """Words of literals that come through unchanged: alone, joined, chosen between, formatted into."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from literal_texts(part)
        case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
            yield from literal_texts(left)
            yield from literal_texts(right)
        case ast.BoolOp(values=values):
            for value in values:
                yield from literal_texts(value)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "join")):
            yield from literal_texts(value)


def untranslated(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and words of every text that goes to a widget as it is written."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = [node.args[place] for place in SHOWN_BY.get(name, ()) if place < len(node.args)]
        given += [word.value for word in node.keywords if name in SHOWN_BY and word.arg in BY_NAME]
        for text in (text for one in given for text in literal_texts(one)):
            if WORD.search(OUR_NAMES.sub("", text)):
                yield node.lineno, text


@pytest.mark.parametrize("file", source_files("pacsdesk/desktop"), ids=lambda file: file.where)
def test_a_file_gives_no_untranslated_text_to_a_widget(file: SourceFile) -> None:
    assert list(untranslated(file.tree)) == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Delete")',
        'label.setText(f"Delete {name}")',
        'QPushButton("Delete" if one else "Delete all")',
        'box.setToolTip(tip or "Delete")',
        'TextLabel("Delete {name}".format(name=name))',
        'MessagePage("trash", "Delete", "")',
        'TextLabel(text="Delete")',
    ],
)
def test_a_text_past_the_translation_is_found(line: str) -> None:
    assert [number for number, _text in untranslated(ast.parse(line))]


@pytest.mark.parametrize(
    "line",
    [
        'label.setText(translate("Studies", "Delete"))',
        'label.setText(translate("Studies", "Delete {name}").format(name=name))',
        'label.setText(f"{first} · {second}")',
        'label.setText("PACSDesk")',
        'make_button(word, icon_name="trash")',
    ],
)
def test_a_text_that_was_translated_is_left_alone(line: str) -> None:
    assert list(untranslated(ast.parse(line))) == []
