"""Where somebody may listen in on a connection: its bytes as they come and go, without a say in any of them."""

from typing import Protocol


class Tap(Protocol):
    """On one connection; two threads may come at once, one that reads and one that writes. Must not raise or wait."""

    @property
    def is_recording(self) -> bool:
        """Whether it wants what follows; once it does not, it is taken off."""
        ...

    def received(self, content: memoryview) -> None:
        """These bytes came; they are gone with the next read."""
        ...

    def sent(self, content: bytes | memoryview) -> None:
        """These bytes are about to be sent."""
        ...

    def closed(self) -> None:
        """The connection is over."""
        ...


class Taps(Protocol):
    """Who listens in, asked at each connection; from any thread."""

    def of_caller(self, address: str) -> Tap | None:
        """On a connection that somebody opens to us."""
        ...

    def of_call(self, host: str, port: int, called_ae_title: str, address: str) -> Tap | None:
        """On a connection of ours. host: as it was called; address: what that came to."""
        ...


class NoTaps:
    """Nobody listens in."""

    def of_caller(self, address: str) -> Tap | None:
        """Nobody."""
        return None

    def of_call(self, host: str, port: int, called_ae_title: str, address: str) -> Tap | None:
        """Nobody."""
        return None
