"""Many peers at once: each on a thread of a bounded number, so that fifty dead ones take no longer than one."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop

MOST_AT_ONCE = 64  # dead ones only wait
_TELL_SECONDS = 0.1


def climb_all(
    ladder: Ladder, targets: Sequence[Target], stop: Stop, report: Callable[[Mapping[int, ProbeOutcome]], None]
) -> tuple[ProbeOutcome, ...]:
    """Climb to each; outcomes in the order of the targets.

    report: gets what has come so far, by the place of its target, ten times a second on the thread that called; what it
    raises stops all that are under way and comes out here.
    """
    if not targets:
        return ()
    come: dict[int, ProbeOutcome] = {}
    with ThreadPoolExecutor(min(len(targets), MOST_AT_ONCE), thread_name_prefix="ladder") as pool:
        climbs = {pool.submit(ladder.climb, target, stop): place for place, target in enumerate(targets)}
        waiting = set(climbs)
        try:
            while waiting:
                done, waiting = wait(waiting, _TELL_SECONDS, FIRST_COMPLETED)
                come |= {climbs[climb]: climb.result() for climb in done}
                report(come)
        except BaseException:
            stop.ask()
            raise
    return tuple(come[place] for place in range(len(targets)))
