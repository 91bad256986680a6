"""transfer-syntax-not-accepted: the kind of object is known there, the way it is encoded is not."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import NegotiatedContext, ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence

_NOT_SUPPORTED = 4  # PS3.8 table 9-18


def find(evidence: Evidence) -> Iterator[Finding]:
    """Uncompressed is refused: a fault. Only compressed is: a remark, as many archives want it so."""
    refused = [one for one in evidence.outcome.contexts if one.result == _NOT_SUPPORTED]
    usual = [one for one in refused if one.is_usual]
    compressed = [one for one in refused if len(one.transfer_syntaxes) == 1]
    if usual:
        yield _uncompressed(evidence, usual)
    elif compressed:
        yield _compressed(evidence, len(compressed))


def _uncompressed(evidence: Evidence, refused: list[NegotiatedContext]) -> Finding:
    return Finding(
        FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
        Severity.FAULT,
        f"{evidence.peer} knows these kinds, but takes them neither in implicit nor in explicit little endian, the "
        "transfer syntaxes that every DICOM system speaks; perhaps it takes compressed images only.",
        Confidence.CERTAIN,
        tuple(f"{one.name}: result 4, transfer syntaxes not supported." for one in refused[:5]),
        (
            f"Turn the uncompressed transfer syntaxes on in the settings of {evidence.peer} (implicit VR little "
            "endian, explicit VR little endian).",
            "Send compressed instead, where the objects are stored so.",
        ),
    )


def _compressed(evidence: Evidence, number: int) -> Finding:
    syntaxes = "a compressed transfer syntax" if number == 1 else f"{number} compressed transfer syntaxes"
    names = {one.name for one in evidence.outcome.contexts if one.is_accepted and one.step is ProbeStep.STORE}
    return Finding(
        FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
        Severity.REMARK,
        f"{evidence.peer} takes images uncompressed only: it refused {syntaxes}. What is stored compressed is "
        "decompressed before it goes there.",
        Confidence.CERTAIN,
        (f"Uncompressed it takes {len(names)} kinds; compressed: result 4, transfer syntaxes not supported.",),
        (
            "Nothing has to be done: we send uncompressed.",
            f"For less traffic, turn JPEG lossless or JPEG 2000 on in the settings of {evidence.peer}.",
        ),
    )
