"""Kills an engine at a chosen point: `python -m tests.faults.aimed WHOM WHEN TARGET PASSES serve ...` is `serve`
of which one process ends itself by SIGKILL before or after the n-th call of one function. WHOM: engine, or receiver for
each of its receivers. The product knows nothing of it.
"""

import functools
import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from pacsdesk.__main__ import main
from tests.support.engine import PROGRAM, EngineProcess

_REACHED_WITHIN_S = 60.0
_LAUNCHER = (sys.executable, "-m", "tests.faults.aimed")
_OWN_PROGRAM = "pacsdesk.engine.network.receiving.supervised:own_program"


@dataclass(frozen=True, slots=True)
class Aim:
    """A point in the program. when: "before" or "after". target: "package.module:Qualified.name"."""

    when: str
    target: str

    def __str__(self) -> str:
        return f"{self.when} {self.target.partition(':')[2]}"


def after(target: str) -> Aim:
    """When a call has returned."""
    return Aim("after", target)


def before(target: str) -> Aim:
    """When a call is about to be made."""
    return Aim("before", target)


def start_aimed(engine: EngineProcess, aim: Aim, passes: int) -> None:
    """Start an engine that ends at the n-th passing of the aim; it may be gone before it is ready."""
    try:
        _start(engine, "engine", aim, passes)
    except RuntimeError:
        wait_for_kill(engine)  # another end than the wanted one is an error


def start_with_aimed_receivers(engine: EngineProcess, aim: Aim, passes: int) -> None:
    """Start an engine of which each receiver ends at its n-th passing of the aim."""
    _start(engine, "receiver", aim, passes)


def _start(engine: EngineProcess, whom: str, aim: Aim, passes: int) -> None:
    whole = engine.site
    engine.site = replace(whole, program=(*_LAUNCHER, whom, aim.when, aim.target, str(passes)))
    try:
        engine.start()
    finally:
        engine.site = replace(whole, program=PROGRAM)


def wait_for_kill(engine: EngineProcess) -> None:
    """Return when the aim was reached. Raises AssertionError when it is not, or when the engine ended otherwise."""
    try:
        code = engine.server.wait(_REACHED_WITHIN_S)
    except subprocess.TimeoutExpired:
        engine.kill()
        raise AssertionError("the aim was not reached") from None
    assert code == -signal.SIGKILL, f"it ended with {code}:\n" + "\n".join(engine.server.lines)


def _install(aim: Aim, passes: int) -> None:
    _wrap(aim.target, lambda function: _killing(function, aim.when == "after", passes))


def _hand_on(launcher: list[str]) -> None:
    """Have the engine start its receivers with the same aim."""
    _wrap(_OWN_PROGRAM, lambda function: lambda: (launcher, function()[1]))


def _wrap(target: str, wrapping: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:  # Any: of any shape
    module_name, _, path = target.partition(":")
    *owners, name = path.split(".")
    owner: object = importlib.import_module(module_name)
    for part in owners:
        owner = getattr(owner, part)
    setattr(owner, name, wrapping(getattr(owner, name)))


def _killing(function: Callable[..., Any], is_after: bool, passes: int) -> Callable[..., Any]:
    lock, left = Lock(), passes

    def pass_by() -> None:
        nonlocal left
        with lock:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    @functools.wraps(function)
    def wrapped(*arguments: Any, **options: Any) -> Any:
        if not is_after:
            pass_by()
        result = function(*arguments, **options)
        if is_after:
            pass_by()
        return result

    return wrapped


if __name__ == "__main__":
    whom, when, target, passes, command = sys.argv[1:6]
    if whom == "receiver" and command == "serve":
        _hand_on([*_LAUNCHER, whom, when, target, passes])
    else:
        _install(Aim(when, target), int(passes))
    del sys.argv[1:5]
    sys.exit(main())
