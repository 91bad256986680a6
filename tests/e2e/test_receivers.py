"""Receiving processes and the engine that they belong to, seen from the operating system."""

from pathlib import Path

import psutil

from pacsdesk.engine.runtime.platform import usable_cores
from tests.support.engine import make_site, running_engine


def test_there_are_as_many_as_the_setting_says_and_none_outlives_a_killed_engine(tmp_path: Path) -> None:
    with running_engine(make_site(tmp_path), "dicom.receivers=2") as engine:
        receivers = psutil.Process(engine.server.process_id).children()
        assert len(receivers) == 2
        engine.kill()
        assert psutil.wait_procs(receivers, 10)[1] == []
        engine.start()


def test_by_default_the_engine_keeps_a_core_and_all_its_processes_stay_far_below_200_mib(tmp_path: Path) -> None:
    with running_engine(make_site(tmp_path)) as engine:
        own = psutil.Process(engine.server.process_id)
        receivers = own.children()
        assert len(receivers) == max(usable_cores() - 1, 1)
        for _ in range(8):  # a password costs 19 MiB while it is looked at, on any of several threads
            with engine.link() as link:
                link.services.engine.status()
        one_receiver = own.memory_info().rss + receivers[0].memory_info().rss
        assert one_receiver < 170 << 20
