"""A theme dresses what shows, is remembered, and changes while the program runs."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.icons import icon, tint_again
from pacsdesk.desktop.kit.labels import MonoLabel, TextLabel, Tone
from pacsdesk.desktop.kit.theme import Theme, ThemeChoice, colour, current_scheme, mono_font, row_height, set_look
from pacsdesk.desktop.kit.tokens import PALETTES, Density, Scheme, Token, TypeSize


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_a_chosen_theme_gives_the_colours(theme: Theme, choice: ThemeChoice) -> None:
    theme.choose(choice)
    assert colour(Token.SURFACE_0).name() == PALETTES[Scheme(choice)][Token.SURFACE_0]


def test_a_choice_is_remembered(theme: Theme, preferences: QSettings) -> None:
    theme.choose(ThemeChoice.DARK)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    again = Theme(app, preferences)
    assert again.choice is ThemeChoice.DARK
    again.deleteLater()


def test_an_unknown_word_in_the_file_counts_as_the_systems_choice(theme: Theme, preferences: QSettings) -> None:
    preferences.setValue("look/theme", "sepia")
    assert theme.choice is ThemeChoice.SYSTEM


def test_rows_take_the_chosen_height(theme: Theme) -> None:
    theme.choose_density(Density.COMFORTABLE)
    assert row_height() == 36


def test_a_change_is_told(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)


def test_an_icon_in_a_button_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(ThemeChoice.LIGHT)
    button = make_button("Import", Rank.PLAIN, "upload")
    qtbot.addWidget(button)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.choose(ThemeChoice.DARK)
    tint_again(app)
    assert button.icon().cacheKey() == icon("upload", Token.TEXT_2).cacheKey()


def test_an_icon_of_an_action_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(ThemeChoice.LIGHT)
    holder = QLabel()
    qtbot.addWidget(holder)
    action = QAction(icon("upload"), "Import", holder)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.choose(ThemeChoice.DARK)
    tint_again(app)
    assert action.icon().cacheKey() == icon("upload").cacheKey()


def test_an_icon_is_drawn_in_the_colour_of_its_token(theme: Theme) -> None:
    theme.choose(ThemeChoice.LIGHT)
    picture = icon("square", Token.DANGER).pixmap(20, 20).toImage()
    solid = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert solid == {PALETTES[Scheme.LIGHT][Token.DANGER]}


def test_a_missing_icon_is_empty_and_harms_nobody(theme: Theme) -> None:
    assert not icon("no-such-picture").isNull()


def test_fixed_width_text_stays_so_once_it_shows(theme: Theme, qtbot: QtBot) -> None:
    label = MonoLabel("1.2.840.10008")
    qtbot.addWidget(label)
    label.show()
    assert label.font().family() == mono_font().family()


def test_a_tone_set_while_it_shows_changes_the_colour(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(ThemeChoice.LIGHT)
    label = TextLabel("Down")
    qtbot.addWidget(label)
    label.show()
    label.set_tone(Tone.DANGER)
    assert label.palette().color(label.foregroundRole()).name() == PALETTES[Scheme.LIGHT][Token.DANGER]


def test_a_size_survives_a_change_of_look(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel("412 GB", size=TypeSize.DISPLAY)
    qtbot.addWidget(label)
    label.show()
    before = label.font().pointSizeF()
    set_look(label, tone="muted")
    assert label.font().pointSizeF() == before


def test_every_word_of_the_style_sheet_is_known_in_every_scheme(theme: Theme) -> None:
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST):
        theme.choose(choice)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        assert "$" not in app.styleSheet()
        assert current_scheme() == Scheme(choice)
