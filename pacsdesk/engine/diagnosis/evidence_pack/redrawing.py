"""What a pack is about, read back out of its own files: a picture that is drawn of it says what the files say."""

from dataclasses import dataclass
from typing import TypeVar

from pacsdesk.contract.errors import InvalidInput, Refused
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.evidence import EvidenceRecords
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.engine.diagnosis.evidence_pack.contents import Files
from pacsdesk.link.codec import decode

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Explained:
    """association.json."""

    association: AssociationDetail
    findings: tuple[Finding, ...]


def records_of(files: Files) -> EvidenceRecords:
    """Raises Refused when a value that was put in another's place is none that such a record may have."""
    explained = _read(files, "association.json", _Explained)
    return EvidenceRecords(
        ladder=_read(files, "ladder.json", ProbeOutcome),
        query=_read(files, "query.json", QueryOutcome),
        association=explained.association if explained else None,
        findings=explained.findings if explained else (),
    )


def _read(files: Files, name: str, kind: type[T]) -> T | None:
    content = files.get(name)
    if content is None:
        return None
    try:
        return decode(content, kind)
    except InvalidInput as error:
        raise Refused("This cannot be drawn with its values replaced.", name, "Save the pack without it.") from error
