"""The window: how soon it is up, what it weighs, how long it stalls while images arrive, how fast it scrolls."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import cast

import psutil
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pacsdesk.contract.records.archive import StudyQuery
from pacsdesk.desktop.app import build_desktop, open_preferences
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.viewer.panel import ViewerPanel
from pacsdesk.desktop.shell.attachment import ProcessLauncher
from pacsdesk.desktop.shell.closing import remember_told
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.bench.report import Figure
from tests.bench.store import make_ct
from tests.support.engine import ADMINISTRATOR, EngineProcess, make_site, running_engine
from tests.support.network import LOOPBACK
from tests.support.peers import peer_environment, system_program
from tests.support.processes import ServerProcess
from tests.support.virtual_screen import virtual_screen

WINDOW = "window"
STARTS = 5
ARRIVALS = 1000
SCROLL_ROUNDS = 3
MIB = 1 << 20
UNKNOWN_CALLERS = "dicom.accept_unknown_callers=true"


def measure(folder: Path) -> list[Figure]:
    """All figures, on one engine in a process of its own."""
    make_ct(folder / "ct", ARRIVALS)
    with running_engine(make_site(folder), UNKNOWN_CALLERS) as engine:
        figures = started_windows(engine, folder)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        with open_window(engine, folder) as window:
            stall = longest_stall_ms(window, send(engine, folder / "ct"))
            figures.append(Figure("longest stall", WINDOW, "ms", (stall,)))
            figures += viewer_figures(window, engine)
    return figures


def started_windows(engine: EngineProcess, folder: Path) -> list[Figure]:
    """Seconds from the start of the process to its window on a real X server, and what both processes weigh then."""
    seconds, weights = [], []
    screen_folder = folder / "screen"
    screen_folder.mkdir()
    with virtual_screen(screen_folder) as screen:
        for number in range(STARTS):
            begin = time.perf_counter()
            program = [*engine.site.program, "--data-dir", str(engine.site.data_dir)]
            fresh = {**screen.environment(), "XDG_CONFIG_HOME": str(folder / f"config-{number}")}
            desktop = ServerProcess(program, fresh)
            screen.wait_for_window("PACSDesk")
            seconds.append(time.perf_counter() - begin)
            screen.sign_in(ADMINISTRATOR, engine.site.password_file.read_text(encoding="ascii"))
            weights.append(_weight(desktop.process_id))
            desktop.stop()
    return [
        Figure("window is up", WINDOW, "s", tuple(seconds)),
        Figure("memory, idle", WINDOW, "MiB", tuple(weights)),
        Figure("memory, idle", "engine", "MiB", (_weight(engine.server.process_id),)),
    ]


@contextmanager
def open_window(engine: EngineProcess, folder: Path) -> Iterator[MainWindow]:
    """The real window in this process, signed in on the engine."""
    app = cast(QApplication, QApplication.instance() or QApplication(["pacsdesk"]))
    preferences = open_preferences(folder / "desktop.ini")
    remember_told(preferences)  # or closing would ask
    desktop = build_desktop(app, engine.site.data_dir, None, preferences, ProcessLauncher())
    desktop.window.resize(1280, 800)
    desktop.window.show()
    desktop.startup.begin()
    try:
        wait_until(desktop.window.sign_in_page.isVisible)
        QTest.keyClicks(desktop.window.sign_in_page.name_field, ADMINISTRATOR)
        QTest.keyClicks(
            desktop.window.sign_in_page.password_field, engine.site.password_file.read_text(encoding="ascii")
        )
        QTest.keyClick(desktop.window.sign_in_page.password_field, Qt.Key.Key_Return)
        wait_until(lambda: desktop.window.workspace is not None)
        yield desktop.window
    finally:
        desktop.window.close()
        desktop.calls.close()


def send(engine: EngineProcess, files: Path) -> Popen[bytes]:
    """Begin to send with storescu."""
    command = [system_program("storescu"), "-aec", "PACSDESK", LOOPBACK, str(engine.dicom_port), "+sd", str(files)]
    return Popen(command, env=peer_environment(), stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)


def longest_stall_ms(window: MainWindow, sending: Popen[bytes]) -> float:
    """How long a click on the list of studies would have waited at worst, from now until all has been sent."""
    show(window, Destination("studies"))
    watch, longest = QElapsedTimer(), 0.0

    def tick() -> None:
        nonlocal longest
        longest = max(longest, watch.nsecsElapsed() / 1e6)
        watch.restart()

    beat = QTimer()
    beat.timeout.connect(tick)
    watch.start()
    beat.start(1)
    wait_until(lambda: sending.poll() is not None, seconds=300)
    QTest.qWait(1000)  # what came last is shown as well
    beat.stop()
    assert sending.returncode == 0, "storescu failed"
    return longest


def viewer_figures(window: MainWindow, engine: EngineProcess) -> list[Figure]:
    """Milliseconds to the first image of a series, and images a second while scrolling through it."""
    with engine.link() as client:
        studies = client.services.studies.search(StudyQuery()).items
    first_images, rates = [], []
    for study in studies[:SCROLL_ROUNDS]:
        begin = time.perf_counter()
        viewer = cast(ViewerPanel, show(window, Destination("viewer", study.study_instance_uid)))
        shown: list[object] = []
        viewer.controller.frame_shown.connect(shown.append)
        wait_until(partial(bool, shown))
        first_images.append((time.perf_counter() - begin) * 1000)
        wait_until(partial(_is_complete, viewer, study.number_of_instances))
        rates.append(_scroll_rate(viewer, shown))
    return [
        Figure("first image", WINDOW, "ms", tuple(first_images)),
        Figure("scroll 512x512", WINDOW, "images/s", tuple(rates)),
    ]


def _scroll_rate(viewer: ViewerPanel, shown: list[object]) -> float:
    """As a person with a wheel: the next image is asked for when this one was painted."""
    shown.clear()
    count = len(viewer.controller.stack) - 1
    begin = time.perf_counter()
    for wanted in range(1, count + 1):
        viewer.controller.move(1)
        wait_until(partial(_has_as_many, shown, wanted))
        viewer.stage.view.repaint()
    return count / (time.perf_counter() - begin)


def _is_complete(viewer: ViewerPanel, instances: int) -> bool:
    return len(viewer.controller.stack) == instances


def _has_as_many(shown: list[object], wanted: int) -> bool:
    return len(shown) >= wanted


def show(window: MainWindow, destination: Destination) -> QWidget:
    """Go to a panel; answers it."""
    assert window.workspace is not None
    window.workspace.stack.go(destination)
    panel = window.workspace.stack.current_panel()
    assert panel is not None
    return panel


def wait_until(is_so: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window live until something is so. Raises TimeoutError."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"It was not so within {seconds:.0f} s.")
        QApplication.processEvents()
        time.sleep(0.0005)


def _weight(process_id: int) -> float:
    """Resident memory of a process and its children."""
    process = psutil.Process(process_id)
    return sum(each.memory_info().rss for each in [process, *process.children(recursive=True)]) / MIB
