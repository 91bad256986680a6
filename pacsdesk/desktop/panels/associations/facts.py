"""What there is to say about one association: a line each, as a form beside the list and as plain text to be copied."""

from collections.abc import Sequence

from pacsdesk.contract.records.associations import AssociationDetail, AssociationState, Direction
from pacsdesk.contract.records.findings import Finding
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, format_duration, format_moment, format_size, plain
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.kit.uid_names import Names
from pacsdesk.desktop.panels.associations.agreed import agreed_words
from pacsdesk.desktop.panels.associations.statuses import status_words
from pacsdesk.desktop.panels.associations.words import (
    ended_by,
    ending_of,
    failures_of,
    opened_by,
    problem_of,
    state_word,
)

Facts = tuple[tuple[str, str], ...]


def heading_of(detail: AssociationDetail) -> str:
    """Who called whom."""
    summary = detail.summary
    return f"{plain(summary.calling_ae_title) or NOTHING} \u2192 {plain(summary.called_ae_title) or NOTHING}"


def story_of(detail: AssociationDetail) -> str:
    """How it ended and what went wrong, in sentences."""
    summary = detail.summary
    parts = (ending_of(summary), problem_of(summary), failures_of(summary))
    return " ".join(part if part.endswith((".", ")")) else f"{part}." for part in parts if part)


def facts_of(detail: AssociationDetail) -> Facts:
    """Labels with their values; a value has a line for each request and status."""
    summary = detail.summary
    lasted = format_duration((summary.ended_at - summary.began_at).total_seconds()) if summary.ended_at else NOTHING
    nothing_done = translate("Associations", "Nothing was asked")
    times = (
        (translate("Associations", "Began"), format_moment(summary.began_at)),
        (translate("Associations", "Lasted"), lasted),
    )
    is_others = summary.direction in (Direction.RELAYED, Direction.SINK)
    facts = (
        (translate("Associations", "Requests"), _operations(detail) or nothing_done),
        (translate("Associations", "Opened by"), opened_by(summary)),
        *(_of_others(detail) if is_others else _of_ours(detail)),
        *times,
        *(_passed_on(detail) if is_others else _passed(detail)),
    )
    left_out = _UNKNOWN.get(summary.state, frozenset())
    if is_others:  # a relay saw the refusal, and who refused
        left_out &= _WHILE_IT_LASTS
    names = {translate("Associations", name) for name in left_out}
    return tuple(fact for fact in facts if fact[0] not in names)


_WHILE_IT_LASTS = frozenset({marked("Associations", "Lasted")})
_UNKNOWN = {
    AssociationState.REFUSED: _WHILE_IT_LASTS
    | {marked("Associations", "Requests"), marked("Associations", "Received"), marked("Associations", "Sent")},
    AssociationState.OPEN: _WHILE_IT_LASTS,
}


def _of_ours(detail: AssociationDetail) -> Facts:
    summary = detail.summary
    is_incoming = summary.direction is Direction.INCOMING
    return (
        (
            translate("Associations", "From") if is_incoming else translate("Associations", "To", "an address"),
            plain(summary.address),
        ),
        (translate("Associations", "Peer"), plain(summary.peer_name) or translate("Associations", "Not entered")),
    )


def _passed(detail: AssociationDetail) -> Facts:
    summary = detail.summary
    said_length, our_length = _length(detail.their_maximum_length), _length(detail.our_maximum_length)
    both = translate("Associations", "{theirs} there, {ours} here").format(theirs=said_length, ours=our_length)
    return (
        (translate("Associations", "Received"), format_size(summary.bytes_received)),
        (translate("Associations", "Sent"), format_size(summary.bytes_sent)),
        (translate("Associations", "Largest PDU"), both),
        (translate("Associations", "Implementation"), plain(detail.implementation_version_name) or NOTHING),
    )


def _of_others(detail: AssociationDetail) -> Facts:
    """Of one between two systems, or with a sink."""
    summary = detail.summary
    return (
        (translate("Associations", "From"), plain(summary.address)),
        (translate("Associations", "To", "an address"), plain(summary.called_address)),
        (translate("Associations", "Peer called"), plain(summary.peer_name) or NOTHING),
        (translate("Associations", "Ended by"), ended_by(detail)),
    )


def _passed_on(detail: AssociationDetail) -> Facts:
    summary, called = detail.summary, detail.called
    both = translate("Associations", "{caller} of the caller, {called} of the called side").format(
        caller=_length(detail.their_maximum_length), called=_length(called.maximum_length)
    )
    return (
        (translate("Associations", "From the caller"), format_size(summary.bytes_received)),
        (translate("Associations", "To the caller"), format_size(summary.bytes_sent)),
        (translate("Associations", "Largest PDU"), both),
        (translate("Associations", "Caller is"), plain(detail.implementation_version_name) or NOTHING),
        (translate("Associations", "Called side is"), plain(called.implementation_version_name) or NOTHING),
    )


def codes_of(detail: AssociationDetail) -> Facts:
    """What is copied rather than read."""
    codes = (
        (translate("Associations", "Implementation class UID"), plain(detail.implementation_class_uid)),
        (translate("Associations", "Class UID of the called side"), plain(detail.called.implementation_class_uid)),
        (translate("Associations", "Association ID"), plain(detail.summary.association_id)),
    )
    return tuple(code for code in codes if code[1])


def text_of(detail: AssociationDetail, names: Names, findings: Sequence[Finding] = ()) -> str:
    """All of it, for a mail or a ticket."""
    lines = [f"{heading_of(detail)}: {state_word(detail.summary)}", story_of(detail)]
    for finding in findings:
        lines += ["", in_own_words(plain(finding.cause))]
        lines += [f"  {number}. {in_own_words(plain(step))}" for number, step in enumerate(finding.repair, 1)]
    lines += [""] if findings else []
    for label, value in (*facts_of(detail), *codes_of(detail)):
        first, *others = value.split("\n")
        lines += [f"{label}: {first}", *(f"  {other}" for other in others)]
    was_refused = detail.summary.state is AssociationState.REFUSED
    for item in detail.items:
        name = plain(names.get(item.abstract_syntax, item.abstract_syntax))
        agreed = agreed_words(item, names, was_refused=was_refused)
        lines.append(f"{item.context_id:>3} {name} ({plain(item.abstract_syntax)}): {agreed}")
    return "\n".join(lines) + "\n"


def _operations(detail: AssociationDetail) -> str:
    return "\n".join(
        f"{format_count(one.count)} {one.operation}: {status_words(one.status)}" for one in detail.operations
    )


def _length(length: int) -> str:
    return f"{format_count(length)} B" if length else translate("Associations", "no limit")
