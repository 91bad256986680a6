"""What a ladder found as plain text, for a mail or a ticket: findings, steps, what was agreed."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.probes import AssociationSide, ProbeOutcome
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.finding_words import confidence_words, severity_state
from pacsdesk.desktop.kit.formatting import format_moment, plain
from pacsdesk.desktop.kit.ladder_steps import step_name
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.peers.words import (
    context_word,
    state_of,
    step_time,
    step_word,
)


def text_of(outcome: ProbeOutcome) -> str:
    """All of it, a line each."""
    return "\n".join(_lines(outcome)) + "\n"


def heading_of(outcome: ProbeOutcome) -> str:
    """Who was called, where, as whom and when."""
    words = translate("Peers", "{ae_title} at {host} port {port}, asked as {calling} on {moment}")
    return words.format(
        ae_title=plain(outcome.ae_title),
        host=plain(outcome.host),
        port=outcome.port,
        calling=plain(outcome.calling_ae_title),
        moment=format_moment(outcome.at),
    )


def side_words(side: AssociationSide) -> str:
    """What one side of an association says about itself."""
    length = str(side.max_pdu_length) if side.max_pdu_length else translate("Peers", "no limit")
    name = plain(side.implementation_version_name) or translate("Peers", "no name")
    words = translate("Peers", "{name} ({uid}), takes PDUs up to {length}")
    return words.format(name=name, uid=plain(side.implementation_class_uid), length=length)


def _lines(outcome: ProbeOutcome) -> Iterator[str]:
    yield f"{plain(outcome.peer)}: {translate('Peers', state_of(outcome)[1])}"
    yield heading_of(outcome)
    for finding in outcome.findings:
        yield ""
        yield from _finding(finding)
    yield ""
    for step in outcome.steps:
        parts = (step_word(step.state), step_time(step), in_own_words(plain(step.detail)))
        yield f"{step_name(step.name)}: {', '.join(part for part in parts if part)}"
    for title, side in ((translate("Peers", "We"), outcome.ours), (translate("Peers", "The peer"), outcome.theirs)):
        if side is not None:
            yield f"{title}: {side_words(side)}"
    if outcome.contexts:
        yield ""
    for context in outcome.contexts:
        yield f"{context.context_id} {plain(context.name)} ({context.abstract_syntax}): {context_word(context)}"


def _finding(finding: Finding) -> Iterator[str]:
    yield f"{severity_state(finding.severity)[1]}: {in_own_words(finding.cause)} [{finding.code}]"
    yield confidence_words(finding.confidence)
    for seen in finding.evidence:
        yield f"  - {in_own_words(plain(seen))}"
    for number, step in enumerate(finding.repair, 1):
        yield f"  {number}. {in_own_words(step)}"
    if finding.further_test:
        yield f"  ? {in_own_words(finding.further_test)}"
