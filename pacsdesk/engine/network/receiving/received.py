"""An association in the receiver that holds it: what is said on its connection, objects written into staging."""

import logging
from collections.abc import Callable
from threading import Thread

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset.filing import Arrival
from pacsdesk.engine.archive.files.objects import StagedObject
from pacsdesk.engine.archive.storing.intake import Filed, Intake
from pacsdesk.engine.archive.storing.outcome import StoreOutcome, outcome_of
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.receiving.messages import (
    Complete,
    Ended,
    OtherEndGone,
    PlaceFree,
    Post,
    Settled,
    ToAssociation,
)
from pacsdesk.engine.network.tally import Tally
from pacsdesk.engine.network.wire.channel import Channel
from pacsdesk.engine.network.wire.conversation import Agreement, Conversation
from pacsdesk.engine.network.wire.watch import Watch

log = logging.getLogger(__name__)


class EngineArchive:
    """Implements storage.TakesObjects for one association: the engine, at the other end, has the index."""

    def __init__(self, intake: Intake, post: Post[ToAssociation]) -> None:
        self._intake = intake
        self._post = post

    def stage(self) -> StagedObject:
        """Begin an object. Raises StorageFull, StorageBroken."""
        return self._intake.stage()

    def store(self, arrival: Arrival, staged: StagedObject) -> StoreOutcome:
        """Have the engine settle an object. Raises OtherEndGone; then nobody knows what became of it."""
        try:
            filed = self._intake.complete(arrival, staged)
            if isinstance(filed, StoreOutcome):
                return filed
            staged.flush()
            self._post.send(_complete(arrival, staged, filed))
            answer = self._post.receive()
        except PacsDeskError as error:
            staged.discard()
            return outcome_of(error)
        except OtherEndGone:
            raise
        except Exception:
            staged.discard()
            raise
        if not isinstance(answer, Settled):
            raise OtherEndGone("it answered something else")
        return StoreOutcome(DimseStatus(answer.status), answer.reason)


def _complete(arrival: Arrival, staged: StagedObject, filed: Filed) -> Complete:
    filing = filed.filing
    return Complete(
        object_id=staged.object_id,
        size_bytes=staged.size,
        digest=staged.digest,
        transfer_syntax_uid=str(arrival.transfer_syntax_uid),
        sop_class_uid=str(filing.sop_class_uid),
        sop_instance_uid=str(filing.sop_instance_uid),
        study_instance_uid=str(filing.study_instance_uid),
        series_instance_uid=str(filing.series_instance_uid),
        unreadable=filing.unreadable,
        received_at=arrival.received_at,
        keys=filed.keys,
    )


class ReceivedAssociation:
    """Begun once; `leave` may come from any thread."""

    def __init__(
        self,
        address: str,
        channel: Channel,
        post: Post[ToAssociation],
        watch: Watch,
        limits: NetworkLimits,
        has_ended: Callable[[], None],
    ) -> None:
        """has_ended: called last, on its own thread."""
        self._address = address
        self._channel = channel
        self._post = post
        self._watch = watch
        self._has_ended = has_ended
        self._conversation = Conversation(channel, limits, self._free_place)

    def start(self, agreement: Agreement) -> None:
        """Live on a thread of its own. Raises RuntimeError when the system has none left."""
        self._watch.add(self._channel)
        thread = Thread(target=self._run, args=(agreement,), name=f"dicom-{self._address}", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            self._close()
            raise

    def leave(self) -> None:
        """End as soon as nothing is under way."""
        self._conversation.leave()

    def _run(self, agreement: Agreement) -> None:
        conversation = self._conversation
        try:
            conversation.resume()
            conversation.accept(agreement)
            conversation.hold()
        except Exception:  # a listener's edge: one association that fails must not take others along
            log.exception("an association from %s failed", self._address)
            conversation.abort()
        finally:
            self._finish(agreement.session.tally)

    def _finish(self, tally: Tally) -> None:
        conversation = self._conversation
        conversation.end()
        if conversation.complaint:
            log.warning("%s sent what DICOM does not allow and is cut off: %s", self._address, conversation.complaint)
        try:
            self._post.send(
                Ended(
                    conversation.ending,
                    tally.counted(),
                    self._channel.received,
                    self._channel.sent,
                    conversation.complaint,
                )
            )
        except OtherEndGone:
            pass  # and this process ends, too
        conversation.rest()
        self._close()

    def _close(self) -> None:
        self._watch.remove(self._channel)
        self._channel.close()
        self._post.close()
        self._has_ended()

    def _free_place(self) -> None:
        self._post.send(PlaceFree())
        self._post.receive()
