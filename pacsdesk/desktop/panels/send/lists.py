"""The lists of a send: kinds of objects as planned, and what became of each object."""

from functools import partial

from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.sends import Going, PlannedKind, SentLine
from pacsdesk.contract.types import JobId
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, format_milliseconds, format_size, plain
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.send.words import going_look, sent_look


def _how(one: PlannedKind) -> str:
    return NOTHING if one.going is Going.AS_IS else in_own_words(plain(one.words))


def _why(one: SentLine) -> str:
    said = f"“{plain(one.comment)}”" if one.comment else ""
    return " ".join(filter(None, (in_own_words(plain(one.detail)), said)))


PLANNED: tuple[RecordColumn[PlannedKind], ...] = (
    RecordColumn(
        marked("Send", "How it goes"),
        120,
        lambda one: going_look(one.going)[1],
        shape=lambda one: going_look(one.going)[0],
    ),
    RecordColumn(marked("Send", "SOP class"), 200, lambda one: plain(one.sop_class_name or one.sop_class_uid)),
    RecordColumn(
        marked("Send", "Stored in"), 180, lambda one: plain(one.transfer_syntax_name or one.transfer_syntax_uid)
    ),
    RecordColumn(marked("Send", "Goes in"), 180, lambda one: plain(one.to_name or one.to) or NOTHING),
    RecordColumn(marked("Send", "Objects"), 72, lambda one: format_count(one.number_of_instances), is_number=True),
    RecordColumn(marked("Send", "Size"), 80, lambda one: format_size(one.size_bytes), is_number=True),
    RecordColumn(marked("Send", "How, or why not"), 200, _how),
)
_LINES: tuple[RecordColumn[SentLine], ...] = (
    RecordColumn(
        marked("Send", "What became of it"),
        184,
        lambda one: sent_look(one.state)[1],
        shape=lambda one: sent_look(one.state)[0],
    ),
    RecordColumn(marked("Send", "SOP Instance UID"), 220, lambda one: plain(one.sop_instance_uid)),
    RecordColumn(marked("Send", "File"), 140, lambda one: plain(one.name) or NOTHING),
    RecordColumn(marked("Send", "Status"), 64, lambda one: NOTHING if one.status is None else f"{one.status:04X}"),
    RecordColumn(marked("Send", "Size"), 80, lambda one: format_size(one.size_bytes), is_number=True),
    RecordColumn(
        marked("Send", "Time"),
        80,
        lambda one: format_milliseconds(one.milliseconds) if one.milliseconds else NOTHING,
        is_number=True,
    ),
    RecordColumn(
        marked("Send", "Why"),
        200,
        _why,
    ),
)
_NO_LINES = EmptyWords("send", marked("Send", "Nothing was sent yet"), "")
_NONE_FAILED = EmptyWords("circle-check", marked("Send", "Everything arrived"), "")


def make_lines(context: PanelContext) -> RecordList[SentLine]:
    """The list of objects, of no send yet."""
    listing = Listing(
        partial(translate, "Send"),
        translate("Send", "Objects of the send"),
        "send-lines",
        _LINES,
        _nothing,
        lambda one: one.sop_instance_uid,
        _NO_LINES,
        filling=(1, 6),
        spare=(2, 5),
    )
    return RecordList(ListNeeds(context.calls, context.preferences, context.notices.fail), listing)


def show_lines(lines: RecordList[SentLine], context: PanelContext, job_id: JobId, *, only_failed: bool) -> None:
    """Show those of a send."""
    service = context.services.sends

    def read(page: PageRequest) -> Page[SentLine]:
        return service.lines(job_id, page, only_failed)

    lines.show_other(read, _NONE_FAILED if only_failed else _NO_LINES)


def _nothing(_page: PageRequest) -> Page[SentLine]:
    return Page((), "", 0)
