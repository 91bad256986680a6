"""Faults of C-FIND: empty though there is something, refused, or broken off."""

from collections.abc import Iterator

from pydicom.dataset import Dataset
from pynetdicom import evt

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import Fault, Level, Start
from pacsdesk.engine.training.faults.healthy import Peer, behaving
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.matching import IdForm, Matching

_SEES_EMPTY = "The query succeeds and finds nothing, though the patient was examined."
_SEES_REFUSED = "The echo works, the query is refused."


def _empty(fault_id: str, title: str, what_is_wrong: str, matching: Matching) -> Fault:
    return Fault(
        f"find-{fault_id}",
        FindingCode.QUERY_MATCHED_NOTHING,
        Level.DIMSE,
        title,
        _SEES_EMPTY,
        what_is_wrong,
        behaving(Manner(matching=matching)),
    )


def _refused(status: int, code: FindingCode | None, title: str, what_is_wrong: str, comment: str = "") -> Fault:
    return Fault(
        f"find-{status:04x}", code, Level.DIMSE, title, _SEES_REFUSED, what_is_wrong, _answered(status, comment)
    )


def _answered(status: int, comment: str) -> Start:
    def on_refused_find(event: evt.Event, peer: Peer) -> Iterator[tuple[Dataset, None]]:
        answer = Dataset()
        answer.Status = status
        if comment:
            answer.ErrorComment = comment
        yield answer, None

    return behaving(Manner(handlers={evt.EVT_C_FIND: on_refused_find}))


def _on_aborted_find(event: evt.Event, peer: Peer) -> Iterator[tuple[int, None]]:
    event.assoc.abort()
    yield 0xC001, None  # never sent: the association is over


FINDING = (
    _empty(
        "no-wildcards",
        "Half a name finds nothing",
        "The archive does not know wildcards: it looks for a star in the name.",
        Matching(knows_wildcards=False),
    ),
    _empty(
        "minds-case",
        "Small letters find nothing",
        "The archive minds the case of names; it holds them in capitals.",
        Matching(minds_case=True),
    ),
    _empty(
        "padded-ids",
        "The number finds nothing",
        "The archive holds Patient IDs with zeros in front.",
        Matching(id_form=IdForm.PADDED),
    ),
    _empty(
        "date-form",
        "The day finds nothing",
        "The archive holds dates in an old form, with points between (2026.03.01).",
        Matching(date_separator="."),
    ),
    _empty(
        "character-set",
        "The umlaut finds nothing",
        "The archive compares bytes: it takes every name for Latin alphabet No. 1, whatever the query says.",
        Matching(reads_character_sets=False),
    ),
    _empty(
        "study-level-only",
        "Series are not found",
        "The archive answers queries at the level of studies only.",
        Matching(levels=("STUDY",)),
    ),
    _empty(
        "no-study-level",
        "Studies are not found",
        "The archive finds patients, series and images; studies only below a patient that it knows.",
        Matching(levels=("PATIENT", "SERIES", "IMAGE")),
    ),
    _empty(
        "patient-root-answers",
        "The study root finds nothing",
        "The archive accepts queries of the study root and answers only those of the patient root.",
        Matching(models=("P",)),
    ),
    _empty(
        "limited-to-callers",
        "Others find it",
        "The archive shows its studies to CT01 only: what is seen depends on the calling AE title.",
        Matching(callers=("CT01",)),
    ),
    _refused(
        0xA900,
        FindingCode.QUERY_REJECTED,
        "The query does not fit",
        "The archive finds that the keys do not fit the level.",
        "Identifier does not match SOP class",
    ),
    _refused(
        0xC000, FindingCode.QUERY_REJECTED, "The query is not understood", "The archive is unable to process the query."
    ),
    _refused(
        0xA700,
        FindingCode.QUERY_REJECTED,
        "Too much to find",
        "The archive refuses queries with too many results.",
        "Too many matches",
    ),
    _refused(
        0x0124,
        FindingCode.SERVICE_NOT_PERMITTED,
        "Not allowed to ask",
        "The archive lets us echo and store, but gives us no right to query.",
        "Not authorized",
    ),
    _refused(
        0x0214,
        FindingCode.SERVICE_NOT_PERMITTED,
        "Not allowed, by another number",
        "As 0124, in the number that PS3.2 prints.",
    ),
    _refused(
        0x0122,
        FindingCode.SERVICE_NOT_PERMITTED,
        "Queries are not supported",
        "The archive agreed to queries and does not serve them.",
    ),
    Fault(
        "find-aborted",
        FindingCode.SERVICE_NOT_PERMITTED,
        Level.DIMSE,
        "It hangs up at the question",
        "The echo works; at the query the archive aborts the association.",
        "The archive does not permit queries to us and says so by an A-ABORT.",
        behaving(Manner(handlers={evt.EVT_C_FIND: _on_aborted_find})),
    ),
)
