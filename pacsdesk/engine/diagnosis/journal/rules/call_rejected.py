"""What a peer answered to our request instead of accepting: the same causes that a ladder finds, by the same rules."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import ProbeOutcome, ProbeState, ProbeStep, StepOutcome
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """Those of a rejection, an abort and a TLS handshake."""
    end = evidence.end
    if not evidence.is_call or evidence.was_established or not (end.reject or end.abort or end.tls_problem):
        return
    tls = TlsMode.TLS if end.tls_problem else TlsMode.PLAIN
    yield from diagnose(Evidence(_as_outcome(evidence), tls, evidence.peers, evidence.own_titles))


def _as_outcome(evidence: JournalEvidence) -> ProbeOutcome:
    summary, end = evidence.summary, evidence.end
    host, _, port = summary.address.rpartition(":")
    step, _, detail = summary.problem.partition(": ")
    failed = ProbeStep.TLS if step == "tls" else ProbeStep.ASSOCIATION
    return ProbeOutcome(
        peer=evidence.other,
        ae_title=AETitle(summary.called_ae_title),
        host=host,
        port=int(port) if port.isdecimal() else 0,
        calling_ae_title=AETitle(summary.calling_ae_title),
        at=summary.began_at,
        steps=(
            StepOutcome(ProbeStep.INTERFACE, ProbeState.DONE, detail="this computer"),
            StepOutcome(failed, ProbeState.FAILED, _milliseconds(evidence), detail),
        ),
        tls_problem=end.tls_problem,
        reject=end.reject,
        abort=end.abort,
    )


def _milliseconds(evidence: JournalEvidence) -> float:
    summary = evidence.summary
    return (summary.ended_at - summary.began_at).total_seconds() * 1000 if summary.ended_at else 0.0
