"""What goes into a pack, file by file, from what was seen: each as JSON for programs and as text for people."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.engine import Listener
from pacsdesk.contract.records.evidence import MOST_ROWS, EvidenceOrder
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.engine.diagnosis.evidence_pack import telling
from pacsdesk.engine.diagnosis.evidence_pack.replacing import Replacer
from pacsdesk.link.codec import to_builtins

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that a pack may say, of the time from since to until. association, findings: of the one that it is
    about. journal: of that peer."""

    order: EvidenceOrder
    since: datetime
    until: datetime
    versions: Mapping[str, str]
    listeners: tuple[Listener, ...]
    peer: Peer | None = None
    association: AssociationDetail | None = None
    findings: tuple[Finding, ...] = ()
    journal: tuple[AssociationDetail, ...] = ()


def files_of(seen: Seen, replacer: Replacer) -> Files:
    """Names with bytes, in the order in which they are read."""
    order = seen.order
    query = _cut(order.query) if order.query else None
    if query:
        _learn(query, replacer)
    if not order.free_texts:
        replacer.remove(_words_of_others(order))
    if seen.peer:
        replacer.remove((seen.peer.notes, seen.peer.contact))
    documents, texts = _documents(seen, _replaced(query, replacer) if query else None)
    files = Files()
    for name, document in documents.items():
        if name in texts:
            files[f"{name}.txt"] = _text(texts[name], replacer)
        plain = _searched(to_builtins(document), replacer)
        files[f"{name}.json"] = json.dumps(plain, ensure_ascii=False, indent=1).encode()
    about = telling.about(order, tuple(files), seen.versions, replacer.replaced)
    return {"README.txt": _text(about, replacer), **files}


def _documents(seen: Seen, query: QueryOutcome | None) -> tuple[dict[str, object], dict[str, Iterable[str]]]:
    """What is written for programs, and of some of it the lines for people, by the name of the file."""
    documents: dict[str, object] = {}
    texts: dict[str, Iterable[str]] = {}
    if seen.order.ladder:
        ladder = replace(seen.order.ladder, findings=_without_proposals(seen.order.ladder.findings))
        documents["ladder"], texts["ladder"] = ladder, telling.ladder(ladder)
    if query:
        documents["query"], texts["query"] = query, telling.query(query)
    if seen.association:
        findings = _without_proposals(seen.findings)
        documents["association"] = {"association": seen.association, "findings": findings}
        texts["association"] = telling.association(seen.association, findings)
    documents["journal"], texts["journal"] = seen.journal, telling.journal(seen.journal)
    if seen.peer:
        documents["peer"] = replace(seen.peer, notes="", contact="")
    documents["our-listeners"] = seen.listeners
    documents["versions"] = dict(seen.versions)
    return documents, texts


def _text(lines: Iterable[str], replacer: Replacer) -> bytes:
    return f"{replacer.text(chr(10).join(lines))}\n".encode()


def _cut(query: QueryOutcome) -> QueryOutcome:
    is_cut = query.is_cut or len(query.rows) > MOST_ROWS
    order, findings = replace(query.order, ticket=""), _without_proposals(query.findings)
    return replace(query, rows=query.rows[:MOST_ROWS], is_cut=is_cut, order=order, findings=findings)


def _without_proposals(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """They hold entries of the registry as they are, with what people noted there."""
    return tuple(replace(finding, proposals=()) for finding in findings)


def _words_of_others(order: EvidenceOrder) -> tuple[str, ...]:
    ladder = tuple(answer.comment for answer in order.ladder.answers) if order.ladder else ()
    return (*ladder, *((order.query.comment,) if order.query else ()))


def _learn(query: QueryOutcome, replacer: Replacer) -> None:
    for key in query.order.keys:
        replacer.value(key.name, key.value)
    for row in query.rows:
        for name, value in zip(query.columns, row, strict=False):
            replacer.value(name, value)


def _replaced(query: QueryOutcome, replacer: Replacer) -> QueryOutcome:
    keys = tuple(replace(key, value=replacer.value(key.name, key.value)) for key in query.order.keys)
    rows = tuple(
        tuple(replacer.value(name, value) for name, value in zip(query.columns, row, strict=False))
        for row in query.rows
    )
    return replace(query, order=replace(query.order, keys=keys), rows=rows)


def _searched(value: object, replacer: Replacer) -> object:
    """Plain values with every text searched for what was learned."""
    match value:
        case str():
            return replacer.text(value)
        case dict():
            return {str(key): _searched(one, replacer) for key, one in value.items()}
        case list() | tuple():
            return [_searched(one, replacer) for one in value]
        case _:
            return value
