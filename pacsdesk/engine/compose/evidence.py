"""Constructs what explains the past: the journal with its diagnosis."""

from collections.abc import Mapping
from dataclasses import dataclass

from pacsdesk.engine.compose.network import Journal
from pacsdesk.engine.diagnosis.journal.service import ExplainedAssociations
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.service import NetworkService


@dataclass(frozen=True, slots=True)
class Evidence:
    """Its services by their names on the link."""

    services: Mapping[str, object]


def compose_evidence(network: NetworkService, peers: Peers, journal: Journal) -> Evidence:
    """What needs the journal, the registry and our own listeners."""
    associations = ExplainedAssociations(journal.book, journal.past, peers, network.listeners)
    return Evidence({"associations": associations})
