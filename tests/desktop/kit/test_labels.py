"""Text from strangers is shown as text, and what is cut can be read in full."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.labels import ElidedLabel, StateMark, StateShape, TextLabel, as_tool_tip

HOSTILE = "<b>bold</b><img src='file:///etc/passwd'>"


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = TextLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_tool_tip_holds_no_markup_of_the_text() -> None:
    assert as_tool_tip(HOSTILE).count("<") == 2  # its own frame, nothing else


def test_nothing_to_tell_gives_no_tool_tip() -> None:
    assert as_tool_tip("") == ""


def test_a_cut_text_is_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("FEATHERSTONEHAUGH-CHOLMONDELEY, Bartholomew")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert "Bartholomew" in label.toolTip()


def test_a_text_with_room_needs_no_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("CT01")
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.show()
    assert label.toolTip() == ""


@pytest.mark.parametrize("shape", StateShape)
def test_a_state_is_told_in_a_word_beside_its_shape(qtbot: QtBot, shape: StateShape) -> None:
    mark = StateMark(shape, "Up")
    qtbot.addWidget(mark)
    mark.show()
    assert (mark.word(), mark.accessibleName(), mark.shape) == ("Up", "Up", shape)


def test_shapes_of_states_differ_without_their_colours(qtbot: QtBot) -> None:
    pictures = set()
    for shape in StateShape:
        mark = StateMark(shape, "")
        qtbot.addWidget(mark)
        mark.show()
        picture = mark.grab().toImage()
        ground = picture.pixelColor(picture.width() - 1, 0)
        pictures.add(tuple(picture.pixelColor(x, y) == ground for x in range(12) for y in range(picture.height())))
    assert len(pictures) == len(StateShape)
