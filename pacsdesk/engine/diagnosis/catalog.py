"""All rules, in the order in which causes lie on the way from this computer to a peer's services.

A new rule: a file in rules/, one import and one line here. What stands first is named first among equals.
"""

from collections.abc import Callable, Iterable

from pacsdesk.contract.records.findings import Confidence, Finding, Severity
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.rules import (
    called_ae_unknown,
    calling_ae_unknown,
    closed_without_a_word,
    connection_refused,
    get_roles_refused,
    lost_in_a_service,
    malformed_request,
    move_destination_unknown,
    name_not_resolved,
    no_answer,
    no_route,
    no_tls,
    not_dicom,
    own_port_in_use,
    query_rejected,
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
)

_SEVERITIES = tuple(Severity)
_CONFIDENCES = tuple(Confidence)


def diagnose(evidence: Evidence, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """Findings, worst first, among equals the surest, then as the rules stand. None when a person stopped the probe."""
    if evidence.outcome.is_stopped:
        return ()
    found = [finding for rule in rules for finding in rule(evidence)]
    return tuple(sorted(found, key=lambda one: (_SEVERITIES.index(one.severity), _CONFIDENCES.index(one.confidence))))
