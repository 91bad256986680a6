"""How much of each fault is tried, and the one seed from which everything random follows."""

import os
import random

IS_LONG = os.environ.get("FAULTS", "short") == "long"
# in the environment, so that the processes of one run have the same
SEED = int(os.environ.setdefault("FAULTS_SEED", str(random.SystemRandom().randrange(1 << 32))))


def amount(short: int, long: int) -> int:
    """The figure of the run that was asked for."""
    return long if IS_LONG else short


def randomness(of: str) -> random.Random:
    """The same every time for one seed and one name, whatever ran before."""
    return random.Random(f"{SEED} {of}")
