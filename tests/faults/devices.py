"""Devices that send on and on, call again when they are cut off, and journal each answer before the next object."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.provided import AcceptedContext
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.calling import Call, Caller, CallerLimits
from pacsdesk.engine.network.wire.opened import AssociationLost, Instance, OpenedAssociation
from pacsdesk.engine.network.wire.watch import Watch
from tests.engine.network.wire.calls import call_to
from tests.faults.extent import randomness
from tests.faults.journal import Journal, Sent
from tests.support.datasets import CT_IMAGE, ct_bytes

_CALL_AGAIN_S = 0.05
_IMAGES_PER_STUDY = 40
_MOST_PER_ASSOCIATION = 60
_SECOND_EVERY, _AGAIN_EVERY, _CUT_SHORT_EVERY, _LARGE_EVERY = 7, 9, 11, 50
_LIMITS = CallerLimits(connect=5.0, associate=15.0, answer=60.0)


@dataclass(frozen=True, slots=True)
class ToSend:
    """An object and how it is journalled."""

    sent: Sent
    content: bytes


def new_uid(source: random.Random) -> str:
    """A UID of this run (PS3.5 B.2)."""
    return f"2.25.{source.getrandbits(120)}"


def image(source: random.Random, series: tuple[str, str], uid: str = "", pixels: int = 0, cut: int = 0) -> ToSend:
    """A CT with so many bytes of noise as its pixels, the last ones cut off. series: its UID and the study's."""
    uid = uid or new_uid(source)
    series_uid, study_uid = series
    content = ct_bytes(
        uid,
        SeriesInstanceUID=series_uid,
        StudyInstanceUID=study_uid,
        InstanceNumber=source.getrandbits(20),
        PixelData=source.randbytes(pixels),
    )
    content = content[: len(content) - cut]
    return ToSend(Sent.of((uid, series_uid, study_uid), content), content)


def images(source: random.Random) -> Iterator[ToSend]:
    """New images without end; now and then the one before again, another one under its UID, one that was cut short."""
    number = 0
    series = ("", "")
    while True:
        if number % _IMAGES_PER_STUDY == 0:
            series = (new_uid(source), new_uid(source))
        number += 1
        pixels = 2 << 20 if number % _LARGE_EVERY == 0 else 512 * source.randrange(64)
        sending = image(source, series, pixels=pixels)
        yield sending
        if number % _SECOND_EVERY == 0:
            yield image(source, series, sending.sent.sop_instance_uid)
        if number % _AGAIN_EVERY == 0:
            yield sending
        if number % _CUT_SHORT_EVERY == 0:
            yield image(source, series, pixels=4096, cut=100)


class Device:
    """Sends on a thread of its own."""

    def __init__(self, port: int, journal: Journal, source: random.Random) -> None:
        self._call: Call = call_to(port, CT_IMAGE)
        self._journal = journal
        self._source = source
        self._stop = Event()
        self._thread = Thread(target=self._run, name="sending device", daemon=True)

    def start(self) -> None:
        """Send from now on, whether or not anybody listens."""
        self._thread.start()

    def stop(self) -> None:
        """Take leave after the object at hand."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        with calling() as caller:
            sending = images(self._source)
            left: list[ToSend] = []
            while not self._stop.wait(_CALL_AGAIN_S):
                opened = caller.open_association(self._call, Stop())
                if opened.association is None:
                    continue
                try:
                    self._send(opened.association, sending, left)
                except AssociationLost:
                    pass
                finally:
                    opened.association.close()

    def _send(self, association: OpenedAssociation, sending: Iterator[ToSend], left: list[ToSend]) -> None:
        context = association.context_for(CT_IMAGE)
        for _ in range(self._source.randint(1, _MOST_PER_ASSOCIATION)):
            if context is None or self._stop.is_set():
                break
            # half of the devices that were cut off send the same object once more, as modalities do
            one = left.pop() if left and self._source.random() < 0.5 else next(sending)
            left[:] = [one]
            self._journal.begin(one.sent)
            self._journal.answered(one.sent, store(association, context, one))
            left.clear()
        association.release()


def store(association: OpenedAssociation, context: AcceptedContext, one: ToSend) -> int:
    """Send an object; the status that is answered. Raises AssociationLost."""
    return association.store(context, Instance(CT_IMAGE, one.sent.sop_instance_uid, one.content)).status


def send_all(port: int, journal: Journal, objects: list[ToSend]) -> None:
    """Send these, in order, on one association. Raises AssociationLost."""
    with calling() as caller:
        opened = caller.open_association(call_to(port, CT_IMAGE), Stop())
        assert opened.association is not None, opened.steps
        try:
            context = opened.association.context_for(CT_IMAGE)
            assert context is not None, "the engine takes no CT"
            for one in objects:
                journal.begin(one.sent)
                journal.answered(one.sent, store(opened.association, context, one))
        finally:
            opened.association.close()


@contextmanager
def calling() -> Iterator[Caller]:
    """Something that opens associations."""
    watch = Watch()
    try:
        yield Caller(IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, watch, _LIMITS)
    finally:
        watch.close()


def proposed(abstract_syntax: str, transfer_syntax: str) -> tuple[ProposedContext, ...]:
    """One context."""
    return (ProposedContext(1, abstract_syntax, (transfer_syntax,)),)


@contextmanager
def sending_devices(port: int, journal: Journal, number: int = 3, name: str = "devices") -> Iterator[None]:
    """So many devices that send all the while."""
    devices = [Device(port, journal, randomness(f"{name} {index}")) for index in range(number)]
    for device in devices:
        device.start()
    try:
        yield
    finally:
        for device in devices:
            device.stop()


@contextmanager
def open_journal(folder: Path) -> Iterator[Journal]:
    """A journal in a folder that is not the archive's."""
    journal = Journal(folder / "journal")
    try:
        yield journal
    finally:
        journal.close()
