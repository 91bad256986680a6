"""All rules, in the order in which causes lie on the way from this computer to a peer's services; then those of a
retrieval.

A new rule: a file in rules/, one import and one line here. What stands first is named first among equals.
"""

from collections.abc import Callable, Iterable

from pacsdesk.contract.records.findings import Confidence, Finding, Severity
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence
from pacsdesk.engine.diagnosis.rules import (
    called_ae_unknown,
    calling_ae_unknown,
    closed_without_a_word,
    connection_refused,
    get_nothing_kept,
    get_roles_refused,
    lost_in_a_service,
    malformed_request,
    move_cannot_deliver,
    move_destination_unknown,
    move_nothing_sent,
    move_partly_delivered,
    name_not_resolved,
    no_answer,
    no_route,
    no_tls,
    not_dicom,
    own_listener_unreachable,
    own_port_in_use,
    query_rejected,
    retrieval_lost,
    retrieval_refused,
    server_busy,
    service_not_permitted,
    slow_peer,
    sop_class_not_accepted,
    tls_expected,
    transfer_syntax_not_accepted,
    unlisted_answer,
    wrong_title_accepted,
)

Rule = Callable[[Evidence], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    wrong_title_accepted.find,  # a remark, and the only one that was asked for
    name_not_resolved.find,
    no_route.find,
    connection_refused.find,
    no_answer.find,
    tls_expected.find,
    no_tls.find,
    not_dicom.find,
    closed_without_a_word.find,
    called_ae_unknown.find,
    calling_ae_unknown.find,
    server_busy.find,
    malformed_request.find,
    get_roles_refused.find,
    transfer_syntax_not_accepted.find,
    move_destination_unknown.find,
    sop_class_not_accepted.find,
    service_not_permitted.find,
    query_rejected.find,
    unlisted_answer.find,
    lost_in_a_service.find,
    slow_peer.find,
    own_port_in_use.find,
    own_listener_unreachable.find,
)

RetrieveRule = Callable[[RetrieveEvidence], Iterable[Finding]]

RETRIEVE_RULES: tuple[RetrieveRule, ...] = (
    retrieval_lost.find,
    retrieval_refused.find,
    move_destination_unknown.find_in_retrieval,
    get_roles_refused.find_in_retrieval,
    get_nothing_kept.find,
    move_cannot_deliver.find,
    move_partly_delivered.find,
    move_nothing_sent.find,
)

_SEVERITIES = tuple(Severity)
_CONFIDENCES = tuple(Confidence)


def diagnose(evidence: Evidence, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """Findings, worst first, among equals the surest, then as the rules stand. None when a person stopped the probe."""
    if evidence.outcome.is_stopped:
        return ()
    return _worst_first(finding for rule in rules for finding in rule(evidence))


def diagnose_retrieval(evidence: RetrieveEvidence) -> tuple[Finding, ...]:
    """The same of a retrieval."""
    if evidence.outcome.is_stopped:
        return ()
    return _worst_first(finding for rule in RETRIEVE_RULES for finding in rule(evidence))


def _worst_first(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda one: (_SEVERITIES.index(one.severity), _CONFIDENCES.index(one.confidence))))
