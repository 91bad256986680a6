"""What is slow to load is loaded behind the open window."""

import threading
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.desktop.shell.pages import NOTES, STUDIES, sign_in
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite


def test_panels_are_loaded_one_by_one(site: FakeSite, tmp_path: Path, qtbot: QtBot) -> None:
    """Two threads that enter one package by different modules of it break each other's import."""
    second_began = threading.Event()
    seen: list[bool] = []
    first = replace(NOTES, warm_up=lambda: seen.append(second_began.wait(0.1)))
    second = replace(STUDIES, warm_up=second_began.set)
    with desktop_window(site, tmp_path, (first, second)) as window:
        workspace = sign_in(window, qtbot)
        workspace._on_settled()
        qtbot.waitUntil(second_began.is_set)
    assert seen == [False]
