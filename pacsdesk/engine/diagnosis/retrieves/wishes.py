"""What a retrieval asks for: its keys checked, and the requests that bring what is missing, and no more. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.queries import QueryOrder
from pacsdesk.contract.records.retrieves import LedgerLine, RetrieveOrder
from pacsdesk.contract.types import QueryLevel
from pacsdesk.engine.network.scu.fetching import Wish
from pacsdesk.engine.network.scu.listing import INSTANCE, PATIENT_ID, SERIES, STUDY
from pacsdesk.engine.network.scu.query_keys import Key, keys_of

_UNIQUE = (PATIENT_ID, STUDY, SERIES, INSTANCE)
_UNIQUE_AT = dict(
    zip((QueryLevel.PATIENT, QueryLevel.STUDY, QueryLevel.SERIES, QueryLevel.IMAGE), _UNIQUE, strict=True)
)
_UIDS_OF_A_REQUEST = 100  # 6,500 bytes; a UI has at most 65,534 in explicit VR


def wish_of(order: RetrieveOrder) -> Wish:
    """Its one request. Raises InvalidInput for keys that name nothing, which some archives take for everything."""
    query = QueryOrder(order.keys, order.model, order.level, adds_usual_keys=False)
    keys = keys_of(query)
    named = [key for key in keys if key.path[0] in _UNIQUE and len(key.path) == 1 and key.value.strip("\\ ")]
    if not named:
        raise InvalidInput(
            "The keys name nothing that could be fetched.",
            "A retrieval goes by unique keys: PatientID, StudyInstanceUID, SeriesInstanceUID, SOPInstanceUID.",
            "Query for the study first, then fetch it by its UID.",
        )
    needed = _UNIQUE_AT[order.level]
    if not any(key.path == (needed,) for key in named):
        raise InvalidInput(
            f"{Key((needed,), '').name} is missing: a retrieval at this level goes by it.",
            "Peers answer as they like where it is missing: with everything, with nothing, or with a failure.",
            "Query for it first, or choose the level of the key that you have.",
        )
    if any(sign in key.value for key in named for sign in "*?"):
        raise InvalidInput("A retrieval takes no wild cards.", "", "Query with them first, then fetch by the UIDs.")
    return Wish(keys, order.level)


def wishes_for(lines: Sequence[LedgerLine], order: RetrieveOrder, all_lines: Iterable[LedgerLine]) -> tuple[Wish, ...]:
    """Requests for just these lines: a series whole where all of it is meant, else its instances. Lines that no series
    is known of are left out. all_lines: of the whole ledger."""
    whole = Counter(map(_series_of, all_lines))
    by_series: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        if line.study_instance_uid and line.series_instance_uid:
            by_series.setdefault(_series_of(line), []).append(line.sop_instance_uid)
    patient = tuple(key for key in keys_of_patient(order) if key.value)
    return tuple(_wishes(by_series, whole, patient))


def keys_of_patient(order: RetrieveOrder) -> tuple[Key, ...]:
    """The patient's ID, where it was given: the patient root wants it at every level (PS3.4 C.4.2.2.1)."""
    return tuple(key for key in wish_of(order).keys if key.path == (PATIENT_ID,))


def _wishes(
    by_series: dict[tuple[str, str], list[str]], whole: Counter[tuple[str, str]], patient: tuple[Key, ...]
) -> Iterator[Wish]:
    for (study, series), uids in by_series.items():
        above = (*patient, Key((STUDY,), study), Key((SERIES,), series))
        if len(uids) == whole[study, series]:
            yield Wish(above, QueryLevel.SERIES)
            continue
        for start in range(0, len(uids), _UIDS_OF_A_REQUEST):
            some = uids[start : start + _UIDS_OF_A_REQUEST]
            yield Wish((*above, Key((INSTANCE,), "\\".join(some))), QueryLevel.IMAGE)


def _series_of(line: LedgerLine) -> tuple[str, str]:
    return line.study_instance_uid, line.series_instance_uid
