"""The kernel's own view of a store: file, rename, folder, write-ahead log, and only then the answer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.faults.devices import image, new_uid, send_all
from tests.faults.extent import amount, randomness
from tests.faults.journal import STORED, Journal
from tests.support.engine import PROGRAM, EngineProcess
from tests.support.peers import system_program

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

STORES = amount(20, 200)
IN_ORDER = ["file flushed", "renamed", "folder flushed", "index flushed", "answered"]
CALLS = "fdatasync,fsync,rename,renameat,renameat2,sendto,sendmsg"

# the tracer pads a process id to five places
_CALL = re.compile(r"(?P<thread>\d+) +(?P<call>\w+)\((?P<rest>.*)")
_RESUMED = re.compile(r"(?P<thread>\d+) +<\.\.\. \w+ resumed>.*= 0$")
# what of a call is a step of a store; a P-DATA-TF begins with 4 (PS3.8 9.3.5)
_STEPS = {
    "file flushed": re.compile(r"f(data)?sync\(\d+<[^>]*/staging/"),
    "renamed": re.compile(r'rename\w*\(.*/staging/[^"]+".*/objects/[^"]+"'),
    "folder flushed": re.compile(r"f(data)?sync\(\d+<[^>]*/objects/[0-9a-f]+>"),
    "index flushed": re.compile(r"f(data)?sync\(\d+<[^>]*/index\.db-wal>"),
    "answered": re.compile(r'send(to|msg)\(.*"\\4\\0'),
}


def test_a_store_is_answered_after_file_rename_folder_and_index_reached_the_disk(
    resting: EngineProcess, journal: Journal, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    watched = (system_program("strace"), "-D", "-f", "-y", "-s", "8", "-e", f"trace={CALLS}", "-o", str(trace))
    resting.site = replace(resting.site, program=(*watched, *PROGRAM))
    source = randomness("order")
    series = new_uid(source), new_uid(source)
    resting.start()
    send_all(resting.dicom_port, journal, [image(source, series, pixels=2000) for _ in range(STORES + 1)])
    process_id = resting.server.process_id
    resting.stop()

    stores = list(steps_to_each_answer(whole_trace(trace, process_id)))

    assert [answer.status for answer in journal.answers] == [STORED] * (STORES + 1)
    assert [happened(steps) for steps in stores] == [IN_ORDER] * (STORES + 1)


def whole_trace(trace: Path, process_id: int) -> list[str]:
    """All lines, once the tracer has seen the engine's end. Raises AssertionError when it does not within 10 s."""
    end = re.compile(rf"^{process_id} +\+\+\+ exited", re.MULTILINE)
    for _ in range(100):
        text = trace.read_text(errors="replace")
        if end.search(text):
            return text.splitlines()
        Event().wait(0.1)
    raise AssertionError("the tracer did not see the engine's end")


def steps_to_each_answer(lines: Iterable[str]) -> Iterator[list[str]]:
    """Steps up to each answer of a store, in the order in which they were done; an answer counts from its beginning."""
    steps: list[str] = []
    begun: dict[str, str] = {}
    for line in lines:
        if resumed := _RESUMED.match(line):
            steps += [step] if (step := begun.pop(resumed["thread"], "")) else []
            continue
        called = _CALL.match(line)
        step = next((name for name, pattern in _STEPS.items() if called and pattern.search(line)), "")
        if not called or not step:
            continue
        if step == "answered":
            yield [*steps, step]
            steps = []
        elif line.endswith("<unfinished ...>"):
            begun[called["thread"]] = step
        elif line.endswith("= 0"):
            steps.append(step)


def happened(steps: list[str]) -> list[str]:
    """The longest beginning of the order that the steps follow; others (the audit, a checkpoint) may lie between."""
    followed: list[str] = []
    for step in steps:
        if len(followed) < len(IN_ORDER) and step == IN_ORDER[len(followed)]:
            followed.append(step)
    return followed
