"""Query (PS3.4 C.4.1): an identifier comes in, is matched against the index, and each match is one pending response.

Patient root, study root and the retired patient/study only model. What cannot be answered is refused with the offending
element and a comment that names it; a query is never answered in part without saying so.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import DimseStatus, ProvidedModel
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.archive.dataset.reading import MAX_SIZE, UnreadableDataset, read_dataset
from pacsdesk.engine.archive.matching.answers import AnswerFormat
from pacsdesk.engine.archive.matching.finder import Finder, Search
from pacsdesk.engine.archive.matching.query import IdentifierRefused, Negotiated, Query, query_of
from pacsdesk.engine.network.association import OpenAssociation
from pacsdesk.engine.network.command import C_FIND_RQ, Command, Response
from pacsdesk.engine.network.provided import AcceptedContext, Answer, Exchange

log = logging.getLogger(__name__)

# PS3.4 C.6.1.3, C.6.2.3, C.6.3.3
MODEL_OF_SOP_CLASS: Mapping[str, ProvidedModel] = MappingProxyType(
    {
        "1.2.840.10008.5.1.4.1.2.1.1": ProvidedModel.PATIENT_ROOT,
        "1.2.840.10008.5.1.4.1.2.2.1": ProvidedModel.STUDY_ROOT,
        "1.2.840.10008.5.1.4.1.2.3.1": ProvidedModel.PATIENT_STUDY_ONLY,
    }
)

# PS3.4 table C.5-2: relational queries, combined matching of date and time, fuzzy matching of names, adjustment of time
# zones, conversion to enhanced multi-frame, matching of empty values, matching of several values
_OFFERED = bytes([1, 1, 0, 0, 0, 1, 1])
_RELATIONAL, _COMBINED_DATE_TIME, _EMPTY_VALUES = 0, 1, 5


class FindService:
    """Answers C-FIND for all three models, in explicit and implicit little endian."""

    name = PeerService.FIND
    command_field = C_FIND_RQ

    def __init__(self, finder: Finder, limit: Callable[[], int]) -> None:
        """limit: answers to one query at most, asked at each; 0 for any number."""
        self._finder = finder
        self._limit = limit

    def provides(self, abstract_syntax: str) -> bool:
        """The three FIND SOP classes."""
        return abstract_syntax in MODEL_OF_SOP_CLASS

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """Explicit little endian when it is proposed, since it tells what we do not know; else implicit."""
        ours = (EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN)
        return next((syntax for syntax in ours if syntax in transfer_syntaxes), None)

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Of what is proposed, what we do; each byte is 0 or 1."""
        return bytes(int(wanted == 1 and can) for wanted, can in zip(proposed, _OFFERED, strict=False))

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Open an exchange that gathers the identifier."""
        if not command.has_dataset:
            return Answer(Response(DimseStatus.CANNOT_UNDERSTAND, "There is no identifier"))
        return _Finding(self._finder, self._limit(), association, context)


class _Finding:
    """One query from its identifier to its last answer."""

    def __init__(self, finder: Finder, limit: int, association: OpenAssociation, context: AcceptedContext) -> None:
        self._finder = finder
        self._limit = limit
        self._association = association
        self._context = context
        self._identifier = bytearray()
        self._search: Search | None = None

    def receive(self, fragment: memoryview) -> None:
        """Gather; what goes past the limit is passed over, and the whole is refused when it has come."""
        if len(self._identifier) <= MAX_SIZE:
            self._identifier += fragment

    def finish(self) -> Response | Iterator[Response]:
        """Refuse at once, or search."""
        try:
            query = self._query()
        except IdentifierRefused as refused:
            return self._refusal(DimseStatus.DATASET_DOES_NOT_MATCH, refused.comment, (refused.tag,))
        except UnreadableDataset as error:
            return self._refusal(DimseStatus.CANNOT_UNDERSTAND, f"Identifier: {error}")
        form = AnswerFormat(
            is_explicit=self._context.transfer_syntax == EXPLICIT_LITTLE_ENDIAN,
            retrieve_ae_title=self._association.caller.called_ae_title,
        )
        self._search = self._finder.search(query, form)
        return self._answers(query, self._search)

    def cancel(self) -> None:
        """End the search."""
        if self._search:
            self._search.cancel()

    def abandon(self) -> None:
        """Nothing but memory was taken."""

    def _query(self) -> Query:
        is_explicit = self._context.transfer_syntax == EXPLICIT_LITTLE_ENDIAN
        agreed = self._context.application_information.ljust(len(_OFFERED), b"\0")
        return query_of(
            read_dataset(bytes(self._identifier), is_explicit),
            MODEL_OF_SOP_CLASS[self._context.abstract_syntax],
            Negotiated(
                relational=bool(agreed[_RELATIONAL]),
                combined_date_time=bool(agreed[_COMBINED_DATE_TIME]),
                empty_values=bool(agreed[_EMPTY_VALUES]),
            ),
        )

    def _answers(self, query: Query, search: Search) -> Iterator[Response]:
        """Pending responses, then how it ended (PS3.4 table C.4-1)."""
        # PS3.4 C.4.1.1.4: another status where a key that was asked for is not held
        unsupported = query.has_unsupported_keys
        pending = DimseStatus.PENDING_WITH_UNSUPPORTED_KEYS if unsupported else DimseStatus.PENDING
        number = 0
        try:
            for identifier, is_followed in search.identifiers():
                if self._limit and number == self._limit:
                    yield self._ended(query, number, DimseStatus.OUT_OF_RESOURCES, _past_limit(self._limit))
                    return
                number += 1
                yield Response(pending, dataset=identifier, is_followed=is_followed)
        except PacsDeskError as error:
            yield self._ended(query, number, DimseStatus.OUT_OF_RESOURCES, error.title)
            return
        yield self._ended(query, number, DimseStatus.CANCELLED if search.is_cancelled else DimseStatus.SUCCESS)

    def _ended(self, query: Query, number: int, status: DimseStatus, comment: str = "") -> Response:
        association_id = self._association.association_id
        log.info("association %s: %s query, %d answers, then %04X", association_id, query.level, number, status)
        return Response(status, comment)

    def _refusal(self, status: DimseStatus, comment: str, tags: tuple[int, ...] = ()) -> Response:
        log.warning("association %s: a query is refused: %s", self._association.association_id, comment)
        return Response(status, comment, offending_elements=tags)


def _past_limit(limit: int) -> str:
    return f"More than {limit} match: ask for less"
