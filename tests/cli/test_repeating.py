"""`pacsdesk echo --every`: runs at a clock that the test turns, changes marked, a summary, an exit code."""

import json
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pacsdesk.cli.command import Exit, Invocation
from pacsdesk.cli.connection import connection_from
from pacsdesk.cli.output import Output
from pacsdesk.cli.parser import build_parser
from pacsdesk.cli.repeating import Repeating, interval
from pacsdesk.contract.errors import NotFound, NotSignedIn, PacsDeskError, Unavailable
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.types import AETitle
from pacsdesk.link.server import LinkServer
from tests.cli.asking import Ask
from tests.cli.test_echo import FAULT, WELL
from tests.support.fake_door import FakeDoor
from tests.support.fake_services import FakeSite
from tests.support.fake_state import PASSWORD, USER_NAME

BEGIN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DEAD = replace(WELL, findings=(FAULT,))


class TurnedClock:
    """Waiting takes no time. meanwhile: what happens before which round, counted from 1; none comes after the last."""

    def __init__(self, meanwhile: dict[int, Callable[[], None]]) -> None:
        self._now = BEGIN
        self._meanwhile = meanwhile
        self._rounds = 1

    def now(self) -> datetime:
        return self._now

    def wait(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        if (self._now - BEGIN) % MINUTE == timedelta():
            self._rounds += 1
            if self._rounds not in self._meanwhile:
                raise KeyboardInterrupt
            self._meanwhile[self._rounds]()

    def sleep(self, length: timedelta) -> None:
        """As a computer whose lid was shut."""
        self._now += length


@pytest.fixture
def invocation(
    site: FakeSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Invocation]]:
    """A call of `pacsdesk echo`."""
    door = FakeDoor(site)
    door.token = site.grant().token
    server = LinkServer(door)
    host, port = server.start()
    (tmp_path / "password").write_text(PASSWORD)
    made: list[Invocation] = []

    def called(*words: str) -> Invocation:
        who = ("--engine", f"http://{host}:{port}", "--user", USER_NAME, "--password-file", f"{tmp_path / 'password'}")
        args = build_parser().parse_args([*who, "echo", *words])
        made.append(Invocation(args, Output(args.json, sys.stdout, sys.stderr), connection_from(args)))
        return made[-1]

    site.outcomes["CT 1"] = WELL
    yield called
    for one in made:
        one.connection.close()
    server.stop()


def becomes(site: FakeSite, outcome: ProbeOutcome) -> Callable[[], None]:
    """CT 1 is found so from then on."""
    return lambda: site.outcomes.update({"CT 1": outcome})


def nothing() -> None:
    """It goes on as it was."""


def repeated(invocation: Invocation, meanwhile: dict[int, Callable[[], None]], times: int | None = None) -> int:
    return Repeating(invocation, TurnedClock(meanwhile)).run(MINUTE, times)


def test_each_run_is_a_line_and_changes_are_marked(
    site: FakeSite, invocation: Callable[..., Invocation], capsys: pytest.CaptureFixture[str]
) -> None:
    meanwhile = {2: becomes(site, DEAD), 3: nothing, 4: becomes(site, WELL)}
    assert repeated(invocation("CT 1"), meanwhile) == Exit.FAILED
    lines = capsys.readouterr().out.splitlines()
    assert [line[0] for line in lines[:4]] == [" ", "*", " ", "*"]
    assert [
        part for part in ("does not work", "it was: works, at", "CT 1 refused the connection.") if part not in lines[1]
    ] == []
    assert lines[2].endswith("connection-refused")  # no news: its cause is told once
    assert lines[-1].startswith("CT 1: 4 runs, 2 failed, 2 changes; longest outage 2 min 0 s, from ")


def test_it_ends_after_so_many_runs(site: FakeSite, invocation: Callable[..., Invocation]) -> None:
    assert repeated(invocation("CT 1"), {2: nothing, 3: nothing}, times=3) == Exit.DONE
    assert site.calls["bench.ladder"] == 3


def test_an_outage_that_lasts_is_told_as_such(
    site: FakeSite, invocation: Callable[..., Invocation], capsys: pytest.CaptureFixture[str]
) -> None:
    site.outcomes["CT 1"] = DEAD
    assert repeated(invocation("CT 1"), {2: nothing}) == Exit.FAILED
    assert capsys.readouterr().out.splitlines()[-1].endswith("and it lasts.")


def test_documents_have_a_line_each_and_the_last_sums_up(
    site: FakeSite, invocation: Callable[..., Invocation], capsys: pytest.CaptureFixture[str]
) -> None:
    repeated(invocation("CT 1", "--json"), {2: becomes(site, DEAD)})
    first, second, summary = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["kind"], first["change"], first["outcome"]["findings"]) == ("run", None, [])
    assert (second["run"]["code"], second["change"]["before"]) == ("connection-refused", "works")
    (total,) = summary["peers"]
    assert (summary["kind"], total["runs"], total["failures"], total["longest_outage"]["is_over"]) == (
        "summary",
        2,
        1,
        False,
    )


def test_runs_that_a_sleep_swallowed_are_left_out(
    site: FakeSite, invocation: Callable[..., Invocation], capsys: pytest.CaptureFixture[str]
) -> None:
    meanwhile: dict[int, Callable[[], None]] = {}
    clock = TurnedClock(meanwhile)
    meanwhile.update({2: lambda: clock.sleep(7.5 * MINUTE), 3: nothing})
    Repeating(invocation("CT 1"), clock).run(MINUTE, None)
    assert (site.calls["bench.ladder"], capsys.readouterr().out.splitlines()[-1][:17]) == (2, "Left out: 8 runs,")


@pytest.mark.parametrize("error", [Unavailable("No engine answers."), NotSignedIn("The session is over.")])
def test_an_engine_that_does_not_answer_makes_a_run_untested_and_ends_nothing(
    error: PacsDeskError, site: FakeSite, invocation: Callable[..., Invocation], capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        site.fail["bench.ladder"] = error

    assert repeated(invocation("CT 1"), {2: fail, 3: nothing}) == Exit.FAILED
    lines = capsys.readouterr().out.splitlines()
    assert f"not tested: {error.title}" in lines[1]
    assert lines[-1] == "CT 1: 3 runs, 0 failed, 1 not tested, 0 changes."


def test_what_the_first_run_cannot_do_is_an_error_as_ever(
    invocation: Callable[..., Invocation], site: FakeSite
) -> None:
    site.peers.append(Peer("CT 1", AETitle("CT01"), "192.0.2.10", 104))
    with pytest.raises(NotFound, match="CT1") as raised:
        repeated(invocation("CT 1", "CT1"), {})
    assert "Did you mean 'CT 1'?" in raised.value.detail


def test_several_and_all_are_told_in_their_order(
    site: FakeSite, invocation: Callable[..., Invocation], capsys: pytest.CaptureFixture[str]
) -> None:
    site.outcomes["MR 1"] = replace(DEAD, peer="MR 1")
    site.peers += [Peer("MR 1", AETitle("MR01"), "192.0.2.11", 104), Peer("CT 2", AETitle("CT02"), "192.0.2.12", None)]
    assert repeated(invocation("CT 1", "MR 1"), {}) == Exit.FAILED
    assert [line.split("  ")[2] for line in capsys.readouterr().out.splitlines()[:2]] == ["CT 1", "MR 1"]
    repeated(invocation("--all"), {}, times=1)
    assert capsys.readouterr().out.count("MR 1") == 2  # its run and its sum; who cannot be called is none of them


@pytest.mark.parametrize(
    "words", [("CT 1", "--times", "2"), ("CT 1", "--every", "1m", "--times", "0"), ("--every", "1m")]
)
def test_what_makes_no_sense_is_refused(words: tuple[str, ...], ask: Ask) -> None:
    assert ask("echo", *words).exit_code == Exit.WRONG_USAGE


def test_proposals_are_not_applied_again_and_again(ask: Ask) -> None:
    assert ask("echo", "CT 1", "--every", "1m", "--apply").exit_code == Exit.WRONG_USAGE


@pytest.mark.parametrize(("word", "seconds"), [("1s", 1), ("5m", 300), ("24h", 86400), ("90S", 90)])
def test_an_interval_has_a_unit(word: str, seconds: int) -> None:
    assert interval(word) == timedelta(seconds=seconds)


@pytest.mark.parametrize("word", ["", "5", "m", "0s", "-5m", "25h", "5 m", "1.5h", "\u0663m"])
def test_what_is_no_interval_is_refused(word: str) -> None:
    with pytest.raises(ArgumentTypeError, match="from 1s to 24h"):
        interval(word)


def test_several_peers_once_are_a_table(site: FakeSite, ask: Ask) -> None:
    site.outcomes = {"CT 1": WELL, "MR 1": replace(WELL, peer="MR 1")}
    said = ask("echo", "CT 1", "MR 1")
    assert (site.calls["bench.start_grid"], said.output.count("well")) == (1, 2)
