"""The ledger of a retrieval: for each instance what the peer claims and what became of it here."""

from functools import partial

from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.retrieves import LedgerLine
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_size, plain
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.query.retrieval_words import claim_state, landing_state

_COLUMNS: tuple[RecordColumn[LedgerLine], ...] = (
    RecordColumn(
        marked("Query", "The peer says"),
        136,
        lambda one: claim_state(one.claim)[1],
        shape=lambda one: claim_state(one.claim)[0],
    ),
    RecordColumn(
        marked("Query", "Here"),
        160,
        lambda one: landing_state(one.landing)[1],
        shape=lambda one: landing_state(one.landing)[0],
    ),
    RecordColumn(marked("Query", "SOP Instance UID"), 200, lambda one: plain(one.sop_instance_uid)),
    RecordColumn(
        marked("Query", "Size"),
        80,
        lambda one: format_size(one.size_bytes) if one.size_bytes else NOTHING,
        is_number=True,
    ),
    RecordColumn(marked("Query", "Why"), 160, lambda one: in_own_words(plain(one.detail))),
)
CLAIM, HERE, UID, SIZE, WHY = range(5)
_WHOLE = EmptyWords(
    "list-checks",
    marked("Query", "No instance is known of"),
    marked("Query", "The peer did not list what it has, and nothing came."),
)
_MISSING = EmptyWords("circle-check", marked("Query", "Nothing is missing"), "")


def make_ledger(context: PanelContext) -> RecordList[LedgerLine]:
    """The list, of no retrieval yet."""
    listing = Listing(
        partial(translate, "Query"),
        translate("Query", "Ledger"),
        "query-ledger",
        _COLUMNS,
        _nothing,
        lambda one: (one.series_instance_uid, one.sop_instance_uid),
        _WHOLE,
        filling=(UID, WHY),
        spare=(SIZE,),
    )
    return RecordList(ListNeeds(context.calls, context.preferences, context.notices.fail), listing)


def show_ledger(ledger: RecordList[LedgerLine], context: PanelContext, job_id: JobId, *, only_missing: bool) -> None:
    """Show the one of this retrieval."""
    service = context.services.retrieves

    def read(page: PageRequest) -> Page[LedgerLine]:
        return service.ledger(job_id, page, only_missing)

    ledger.show_other(read, _MISSING if only_missing else _WHOLE)


def _nothing(_page: PageRequest) -> Page[LedgerLine]:
    return Page((), "", 0)
