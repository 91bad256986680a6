"""Remembers over restarts how far the comparison in the background is and what the last one found.

A file, no table: nothing depends on it, and what it tells of a database must not be lost with that.
"""

import json
import logging
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.engine.archive.integrity.check import Findings
from pacsdesk.engine.runtime.platform import write_privately

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ComparisonState:
    """ended_at and report: of the last comparison; the others: of the one under way.

    position: the last folder of objects that was compared, "" for none.
    """

    ended_at: datetime | None = None
    report: IntegrityReport | None = None
    is_under_way: bool = False
    position: str = ""
    findings: Findings = field(default_factory=Findings)
    taken_in: tuple[str, ...] = ()


class StateFile:
    """The state as JSON."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> ComparisonState:
        """What was written last; the beginning when there is nothing, or nothing that can be read."""
        try:
            facts = json.loads(self._path.read_bytes())
            report = facts["report"]
            return ComparisonState(
                ended_at=None if facts["ended_at"] is None else datetime.fromisoformat(facts["ended_at"]),
                report=None if report is None else _report(report),
                is_under_way=bool(facts["is_under_way"]),
                position=str(facts["position"]),
                findings=Findings(**facts["findings"]),
                taken_in=tuple(facts["taken_in"]),
            )
        except FileNotFoundError:
            return ComparisonState()
        except (OSError, ValueError, TypeError, KeyError) as error:
            log.warning("%s cannot be read (%s): comparing begins anew", self._path.name, type(error).__name__)
            return ComparisonState()

    def write(self, state: ComparisonState) -> None:
        """Put it in place as a whole. Raises OSError."""
        facts = asdict(state) | {"ended_at": state.ended_at and state.ended_at.isoformat()}
        write_privately(self._path, json.dumps(facts, indent=1).encode())


def _report(facts: dict[str, Any]) -> IntegrityReport:  # Any: the record's fields, each of its own type
    read: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
    return IntegrityReport(**read)
