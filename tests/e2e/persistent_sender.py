"""A device in a process of its own: sends on and on, calls again when it is cut off, says what it was told is safe.

What it says is kept by its reader, outside of the archive, and is the truth that the archive is measured by.
"""

import hashlib
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from tests.e2e.callers import small_ct
from tests.engine.network.sending import SentObject, sender
from tests.support.processes import ServerProcess

_CALL_AGAIN_S = 0.05
_SECOND_EVERY = 7
_CUT_SHORT_EVERY = 11


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An answer that let the sender forget an object. number: counts the answers of one device."""

    number: int
    sop_instance_uid: str
    digest: str
    status: int

    @classmethod
    def of_line(cls, line: str) -> Self:
        """As a device's line says."""
        number, uid, digest, status = line.split()
        return cls(int(number), uid, digest, int(status, 16))

    def line(self) -> str:
        """For the device's output."""
        return f"{self.number} {self.sop_instance_uid} {self.digest} {self.status:04X}\n"


class PersistentSender:
    """The device as its reader sees it; sends from now until `process` is stopped."""

    def __init__(self, port: int) -> None:
        self.process = ServerProcess([sys.executable, "-m", __name__, str(port)])

    def wait_for_more(self, number: int) -> None:
        """Return after so many further answers. Raises TimeoutError."""
        wanted = len(self.process.lines) + number
        self.process.wait_for_line(lambda line: Acknowledged.of_line(line).number >= wanted)

    def acknowledged(self) -> list[Acknowledged]:
        """All answers so far."""
        return [Acknowledged.of_line(line) for line in self.process.lines]


def _send_until_cut_off(port: int, numbers: Iterator[int]) -> None:
    kind = small_ct()
    with sender(port, [(kind.sop_class_uid, kind.transfer_syntax_uid)]) as open_sender:
        for sent in _objects():
            status, _ = open_sender.store(sent)
            digest = hashlib.sha256(sent.content).hexdigest()
            sys.stdout.write(Acknowledged(next(numbers), sent.sop_instance_uid, digest, status).line())
            sys.stdout.flush()


def _objects() -> Iterator[SentObject]:
    """New images without end; now and then another one under the UID just used, or one that was cut short."""
    number = 0
    while True:
        number += 1
        sent = small_ct(PixelData=bytes(512 * (number % 64)), InstanceNumber=number)
        yield sent
        if number % _SECOND_EVERY == 0:
            yield small_ct(sent.sop_instance_uid, InstanceNumber=-number)
        if number % _CUT_SHORT_EVERY == 0:
            whole = small_ct(PixelData=bytes(4096))
            cut = whole.content[:-100]
            yield SentObject(whole.sop_class_uid, whole.sop_instance_uid, whole.transfer_syntax_uid, cut)


def main(port: int) -> None:
    """Send until this process is ended."""
    numbers = iter(range(1, sys.maxsize))
    while True:
        try:
            _send_until_cut_off(port, numbers)
        except AssertionError:  # how `sender` says that nobody answers, or no longer does
            time.sleep(_CALL_AGAIN_S)


if __name__ == "__main__":
    main(int(sys.argv[1]))
