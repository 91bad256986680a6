"""The story of the first day: a CT arrives from another program, is found by typing, opened, and its window changed."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.support.data import ct_phantom_slices
from tests.support.engine import ADMINISTRATOR, EngineProcess, make_site, running_engine
from tests.support.peers import dcmtk
from tests.support.processes import ServerProcess
from tests.support.virtual_screen import Pixels, VirtualScreen, virtual_screen

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]

IMAGE = (slice(250, 650), slice(420, 860))  # within the viewer's image, whatever stands around it


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    """A virtual screen."""
    with virtual_screen(tmp_path) as made:
        yield made


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EngineProcess]:
    """The engine of a clinic that knows storescu as a peer."""
    with running_engine(make_site(tmp_path)) as made:
        made.cli("peers", "add", "Scanner", "--ae-title", "STORESCU", "--host", "127.0.0.1")
        yield made


@pytest.fixture
def desktop(engine: EngineProcess, screen: VirtualScreen) -> Iterator[ServerProcess]:
    """The desktop of that clinic on the virtual screen, its administrator signed in."""
    program = [*engine.site.program, "--data-dir", str(engine.site.data_dir)]
    process = ServerProcess(program, screen.environment())
    screen.wait_for_window("PACSDesk")
    screen.sign_in(ADMINISTRATOR, engine.site.password_file.read_text(encoding="ascii"))
    yield process
    process.stop()


def greys(picture: Pixels) -> Pixels:
    """The middle of the viewer."""
    return picture[IMAGE]


def test_a_ct_arrives_is_found_by_typing_and_its_window_is_changed(
    engine: EngineProcess, screen: VirtualScreen, desktop: ServerProcess
) -> None:
    # given an empty archive in front of me, when another program sends a CT
    sent = dcmtk("storescu", "-aec", "PACSDESK", "127.0.0.1", str(engine.dicom_port), *ct_phantom_slices())
    assert sent.returncode == 0, sent.stdout
    # and I type its patient's name into the list of studies and open what is found
    screen.press("ctrl+2")
    screen.wait_until_still()
    screen.press("ctrl+f")
    screen.type("plastic ct")
    screen.wait_until_still()
    screen.press("Down", "Return")
    # then I see its image: many greys where the list was
    opened = screen.wait_until(lambda picture: len(np.unique(greys(picture))) > 100, "an image")
    # and when I drag over it, the pixels change
    before = greys(screen.wait_until_still())
    assert len(np.unique(before)) > 100, opened.shape
    screen.drag((640, 420), (760, 300))
    after = greys(screen.wait_until_still())
    is_tissue = (before > 30).all(axis=2) & (before < 225).all(axis=2)
    share = float((before != after).any(axis=2)[is_tissue].mean())
    assert share > 0.5, f"only {share:.0%} of the grey pixels changed"
    assert desktop.is_running
