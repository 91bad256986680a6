"""Many peers at once: each on a thread of a bounded number, so that fifty dead ones take no longer than one."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.scu.stopping import Stop
from pacsdesk.engine.network.scu.target import Target

MOST_AT_ONCE = 64  # dead ones only wait


def climb_all(
    ladder: Ladder, targets: Sequence[Target], stop: Stop, tell: Callable[[ProbeOutcome], None]
) -> tuple[ProbeOutcome, ...]:
    """Climb to each; outcomes in the order of the targets.

    tell: gets each as it comes, on the thread that called; what it raises stops the others and comes out here.
    """
    if not targets:
        return ()
    with ThreadPoolExecutor(min(len(targets), MOST_AT_ONCE), thread_name_prefix="ladder") as pool:
        climbs = [pool.submit(ladder.climb, target, stop) for target in targets]
        try:
            for climb in as_completed(climbs):
                tell(climb.result())
        except BaseException:
            stop.ask()
            raise
    return tuple(climb.result() for climb in climbs)
