"""Requests to be told that images are safe: one line for each, its instances, and what came of it in words."""

from dataclasses import dataclass
from enum import StrEnum

from pacsdesk.contract.records.requests import CommitOutcome, ReportWay
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import format_count, format_duration, format_moment, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.record_list import RecordColumn
from pacsdesk.desktop.kit.translation import counted, marked, translate


class Fate(StrEnum):
    """What the report says of an instance."""

    KEPT = "kept"
    NOT_KEPT = "not-kept"
    PASSED_OVER = "passed-over"


_FATES = {
    Fate.KEPT: (StateShape.UP, marked("Workflow", "Safe")),
    Fate.NOT_KEPT: (StateShape.DOWN, marked("Workflow", "Not safe")),
    Fate.PASSED_OVER: (StateShape.UNKNOWN, marked("Workflow", "Not named")),
}
_WAYS = {
    ReportWay.SAME_ASSOCIATION: marked("Workflow", "The report came on the association of the request, after {time}."),
    ReportWay.NEW_ASSOCIATION: marked("Workflow", "The report came by a call of the peer, after {time}."),
}


@dataclass(frozen=True, slots=True)
class InstanceLine:
    """An instance and what became of it. reason: in words, "" without one."""

    sop_instance_uid: str
    fate: Fate
    reason: str = ""


def instance_lines(outcome: CommitOutcome) -> tuple[InstanceLine, ...]:
    """What is not safe first."""
    failed = (
        InstanceLine(one.sop_instance_uid, Fate.NOT_KEPT, f"{in_own_words(plain(one.meaning))} ({one.reason:04X})")
        for one in outcome.failed
    )
    unnamed = translate("Workflow", "The report does not name it")
    passed = (InstanceLine(one.sop_instance_uid, Fate.PASSED_OVER, unnamed) for one in outcome.passed_over)
    return (*failed, *passed, *(InstanceLine(one.sop_instance_uid, Fate.KEPT) for one in outcome.committed))


def state_of(outcome: CommitOutcome) -> str:
    """In a few words."""
    if outcome.way is not ReportWay.NONE:
        return translate("Workflow", "{safe} of {number} safe").format(
            safe=format_count(len(outcome.committed)), number=format_count(outcome.number_of_instances)
        )
    if not outcome.is_over:
        return translate("Workflow", "Waiting")
    return translate("Workflow", "Stopped") if outcome.is_stopped else translate("Workflow", "No report")


def _shape(outcome: CommitOutcome) -> StateShape:
    if outcome.is_all_safe:
        return StateShape.UP
    if not outcome.is_over and outcome.way is ReportWay.NONE:
        return StateShape.UNKNOWN
    return StateShape.SLOW if outcome.committed else StateShape.DOWN


def heading_of(outcome: CommitOutcome) -> str:
    """In a sentence."""
    peer = plain(outcome.peer)
    if outcome.is_all_safe:
        return counted("Workflow", "{peer} keeps all %Ln images", outcome.number_of_instances).format(peer=peer)
    if outcome.way is not ReportWay.NONE:
        of = counted("Workflow", "of %Ln images", outcome.number_of_instances)
        words = translate("Workflow", "{peer} keeps {number} {of_images}")
        return words.format(peer=peer, number=format_count(len(outcome.committed)), of_images=of)
    if not outcome.is_over:
        return translate("Workflow", "Waiting for the report of {peer}").format(peer=peer)
    return translate("Workflow", "{peer} did not report").format(peer=peer)


def words_of(outcome: CommitOutcome) -> str:
    """What else there is to say."""
    parts = [in_own_words(plain(outcome.problem)) if outcome.problem else "", plain(outcome.comment)]
    if outcome.way in _WAYS:
        time = format_duration((outcome.reported_after or 0) / 1000)
        parts.append(translate("Workflow", _WAYS[outcome.way]).format(time=time))
    elif outcome.status == 0 and outcome.is_over:
        parts.append(translate("Workflow", "A later report is still taken, for a day, and shows here."))
    elif not outcome.is_over:
        seconds = format_duration(outcome.order.wait_seconds)
        parts.append(translate("Workflow", "It is waited for up to {time}.").format(time=seconds))
    return "\n".join(filter(None, parts))


def kept_text(outcome: CommitOutcome) -> str:
    """All of it to be copied."""
    lines = (
        "\t".join((translate("Workflow", _FATES[one.fate][1]), one.sop_instance_uid, one.reason)).rstrip()
        for one in instance_lines(outcome)
    )
    return "\n".join((heading_of(outcome), words_of(outcome), *lines))


REQUEST_COLUMNS: tuple[RecordColumn[CommitOutcome], ...] = (
    RecordColumn(marked("Workflow", "State"), 144, state_of, shape=_shape),
    RecordColumn(marked("Workflow", "Peer"), 128, lambda one: plain(one.peer)),
    RecordColumn(marked("Workflow", "When"), 128, lambda one: format_moment(one.at)),
    RecordColumn(marked("Workflow", "Asked as"), 112, lambda one: plain(one.calling_ae_title)),
    RecordColumn(marked("Workflow", "Study"), 240, lambda one: one.order.study_instance_uid or ""),
)
INSTANCE_COLUMNS: tuple[RecordColumn[InstanceLine], ...] = (
    RecordColumn(
        marked("Workflow", "State"),
        104,
        lambda one: translate("Workflow", _FATES[one.fate][1]),
        shape=lambda one: _FATES[one.fate][0],
    ),
    RecordColumn(marked("Workflow", "SOP Instance UID"), 320, lambda one: plain(one.sop_instance_uid)),
    RecordColumn(marked("Workflow", "Reason"), 280, lambda one: one.reason),
)
