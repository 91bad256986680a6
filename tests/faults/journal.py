"""What devices sent and what they were told, kept outside of the archive: the truth that an archive is measured by."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Condition
from typing import Self

STORED, IN_CONFLICT, UNREADABLE = 0x0000, 0xB000, 0xB007
OUT_OF_RESOURCES, PROCESSING_FAILURE = 0xA700, 0x0110
_SAFE = frozenset({STORED, IN_CONFLICT, UNREADABLE})


@dataclass(frozen=True, slots=True)
class Sent:
    """One object on its way: where it belongs and the hex SHA-256 of its dataset."""

    sop_instance_uid: str
    series_instance_uid: str
    study_instance_uid: str
    digest: str

    @classmethod
    def of(cls, uids: tuple[str, str, str], content: bytes) -> Self:
        """uids: instance, series, study."""
        return cls(*uids, hashlib.sha256(content).hexdigest())


@dataclass(frozen=True, slots=True)
class Answer:
    """What a device was told about an object."""

    sent: Sent
    status: int

    @property
    def is_acknowledged(self) -> bool:
        """Whether the device may forget the object."""
        return self.status in _SAFE


class Journal:
    """Every object before it is sent and every answer when it has come, on the disk before the device goes on."""

    def __init__(self, path: Path) -> None:
        self.sent: list[Sent] = []
        self.answers: list[Answer] = []
        self._news = Condition()
        self._descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def begin(self, sent: Sent) -> None:
        """An object is about to go out."""
        with self._news:
            self.sent.append(sent)
            self._write("sent", sent)

    def answered(self, sent: Sent, status: int) -> None:
        """An answer was read."""
        with self._news:
            self.answers.append(Answer(sent, status))
            self._write(f"{status:04X}", sent)
            self._news.notify_all()

    def continue_from(self, earlier: "Journal") -> None:
        """Take over what another journal has; before anything else."""
        for sent in earlier.sent:
            self.begin(sent)
        for answer in earlier.answers:
            self.answered(answer.sent, answer.status)

    def wait_for_more(self, number: int, seconds: float = 60.0) -> None:
        """Return after so many further acknowledgements. Raises TimeoutError."""
        with self._news:
            wanted = self._number_acknowledged() + number
            if not self._news.wait_for(lambda: self._number_acknowledged() >= wanted, seconds):
                raise TimeoutError(f"{self._number_acknowledged()} acknowledged of {wanted} within {seconds:.0f} s")

    def wait_for_refusals(self, number: int, seconds: float = 60.0) -> None:
        """Return after so many further answers that were no acknowledgement. Raises TimeoutError."""
        with self._news:
            wanted = self._number_refused() + number
            if not self._news.wait_for(lambda: self._number_refused() >= wanted, seconds):
                raise TimeoutError(f"{self._number_refused()} refused of {wanted} within {seconds:.0f} s")

    def acknowledged(self) -> list[Answer]:
        """Everything that a device was told is safe, up to now."""
        with self._news:
            return [answer for answer in self.answers if answer.is_acknowledged]

    def until(self, number_of_answers: int) -> "Journal":
        """What the devices knew when so many answers had come; of that which was sent, everything."""
        with self._news:
            earlier = Journal(Path(os.devnull))
            earlier.sent, earlier.answers = list(self.sent), self.answers[:number_of_answers]
        earlier.close()
        return earlier

    def statuses(self) -> set[int]:
        """Every kind of answer that came."""
        with self._news:
            return {answer.status for answer in self.answers}

    def close(self) -> None:
        """No more is written."""
        os.close(self._descriptor)

    def _number_acknowledged(self) -> int:
        return sum(answer.is_acknowledged for answer in self.answers)

    def _number_refused(self) -> int:
        return len(self.answers) - self._number_acknowledged()

    def _write(self, what: str, sent: Sent) -> None:
        line = f"{what} {sent.sop_instance_uid} {sent.series_instance_uid} {sent.study_instance_uid} {sent.digest}\n"
        os.write(self._descriptor, line.encode("ascii"))


def digests_sent(objects: Iterable[Sent]) -> dict[str, set[str]]:
    """By SOP Instance UID: every content that was ever sent under it."""
    digests: dict[str, set[str]] = {}
    for sent in objects:
        digests.setdefault(sent.sop_instance_uid, set()).add(sent.digest)
    return digests
