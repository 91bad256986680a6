"""Retrieval on the caller's own association (PS3.4 C.4.3): what an identifier selects comes back as C-STORE, in the
contexts of which the caller proposed to be the SCP.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing
from types import MappingProxyType

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import DimseStatus, ProvidedModel
from pacsdesk.engine.archive.matching.retrieval import Retriever, Selection
from pacsdesk.engine.network.association import Invoker, OpenAssociation, printable_title
from pacsdesk.engine.network.command import C_GET_RQ, C_STORE_RQ, Command, Order, Response
from pacsdesk.engine.network.provided import AcceptedContext, Answer, Exchange
from pacsdesk.engine.network.retrieving.exchange import Asked, Retrieving, choose_syntax, negotiate_retrieval
from pacsdesk.engine.network.sending.delivery import Delivered, deliver
from pacsdesk.engine.network.sending.reading import ReadAhead
from pacsdesk.engine.network.wire.opened import Instance

# PS3.4 C.6.1.3, C.6.2.3, C.6.3.3
MODEL_OF_SOP_CLASS: Mapping[str, ProvidedModel] = MappingProxyType(
    {
        "1.2.840.10008.5.1.4.1.2.1.3": ProvidedModel.PATIENT_ROOT,
        "1.2.840.10008.5.1.4.1.2.2.3": ProvidedModel.STUDY_ROOT,
        "1.2.840.10008.5.1.4.1.2.3.3": ProvidedModel.PATIENT_STUDY_ONLY,
    }
)
_MEDIUM = 0


class GetService:
    """Answers C-GET for all three models."""

    name = PeerService.GET
    command_field = C_GET_RQ

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever

    def provides(self, abstract_syntax: str) -> bool:
        """The three GET SOP classes."""
        return abstract_syntax in MODEL_OF_SOP_CLASS

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """Explicit little endian, else implicit."""
        return choose_syntax(transfer_syntaxes)

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Relational retrieval."""
        return negotiate_retrieval(proposed)

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Open an exchange that gathers the identifier, unless there is no way back."""
        if not command.has_dataset:
            return Answer(Response(DimseStatus.CANNOT_UNDERSTAND, "There is no identifier"))
        invoker = association.invoker
        if invoker is None or not invoker.contexts:
            comment = "No storage context with the SCP role was agreed"
            return Answer(Response(DimseStatus.SUB_OPERATIONS_NOT_PERFORMED, comment))
        delivery = _Returning(invoker, printable_title(association.caller.calling_ae_title))
        asked = Asked(association, context, MODEL_OF_SOP_CLASS[context.abstract_syntax])
        return Retrieving(self._retriever, delivery, asked)


class _Returning:
    """Implements retrieving.exchange.Delivery and sending.delivery.Carrier."""

    problem = ""

    def __init__(self, invoker: Invoker, caller: str) -> None:
        self.contexts = invoker.contexts
        self._invoker = invoker
        self._caller = caller
        self._message_id = 0

    def send(self, selection: Selection) -> Iterator[Delivered]:
        """Raises AssociationLost."""
        ahead = ReadAhead(selection.instances(frozenset(selection.kinds)), selection.scratch)
        with closing(ahead.ready(self.contexts)) as ready:
            yield from deliver(self, ready, self._caller)

    def cancel(self) -> None:
        """The store that is under way ends by itself: it is on the caller's own association."""

    def store(self, context: AcceptedContext, instance: Instance) -> Response:
        """C-STORE to the caller. Raises AssociationLost."""
        self._message_id = self._message_id % 0xFFFF + 1
        order = Order(
            C_STORE_RQ,
            self._message_id,
            instance.sop_class_uid,
            instance.sop_instance_uid,
            has_dataset=True,
            priority=_MEDIUM,
        )
        return self._invoker.invoke(context.context_id, order, instance.dataset)
