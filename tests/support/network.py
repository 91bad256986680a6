"""Ports on the loopback for servers that a test starts itself, and the way to know that one accepts."""

import random
import socket
import time

LOOPBACK = "127.0.0.1"
_RETRY_S = 0.05

_random = random.SystemRandom()  # as many runs at once take no note of each other


def free_port() -> int:
    """A TCP port that nobody listens on at this moment, below those that systems give to callers; bind it soon."""
    while True:
        port = _random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
        return port


def wait_until_accepting(port: int, seconds: float = 20.0) -> None:
    """Return when something accepts connections on the port. Raises TimeoutError.

    For peers that say nothing when they are ready; ours print a line, wait for that.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            with socket.create_connection((LOOPBACK, port), timeout=_RETRY_S * 4):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise TimeoutError(f"Nothing accepts on port {port} after {seconds:.0f} s.") from None
            time.sleep(_RETRY_S)
