"""Every faulty peer of the training that a ladder can meet is named by the first finding; healthy ones are well."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from pacsdesk.contract.records.findings import Finding, Severity
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.scu.opening import Identity
from pacsdesk.engine.network.scu.target import LadderLimits, Target
from pacsdesk.engine.network.stopping import Stop, UnderWay
from pacsdesk.engine.network.wire.credentials import TlsFiles
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime.clock import now
from pacsdesk.engine.training.faults.catalog import FAULTS, HEALTHY
from pacsdesk.engine.training.faults.fault import Fault, Lesson, Level

pytestmark = [
    pytest.mark.thorough,
    # pynetdicom 3.0 leaves its socket to the garbage when a caller goes while it answers
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

IMPATIENT = LadderLimits(resolve=5.0, connect=1.0, associate=1.0, answer=1.0, look=0.6, whole=20.0)
# what shows only in what is sent, found or fetched, and our own port
BEYOND = (
    "store",
    "find-",
    "worklist-",
    "move-",
    "commitment-",
    "mpps-",
    "port-taken",
    "aborted-",
    "reset-after",
    "capped",
)
ALSO_BY_THE_LADDER = {"find-aborted", "move-unknown-destination", "no-find-context"}
ASKED_FOR = "takes-any-title"
A_PORT = 104  # where none listens there is none to tell


def is_met(fault: Fault) -> bool:
    """Whether a ladder meets it, and a code names it."""
    is_beyond = fault.id.startswith(BEYOND) or fault.id == "closed-after-bytes"
    return bool(fault.code) and (not is_beyond or fault.id in ALSO_BY_THE_LADDER)


def findings_of(fault: Fault, folder: Path) -> tuple[Finding, ...]:
    """Climb to it as a person would have entered it."""
    running = fault.start(Lesson(date(2026, 11, 24)))
    watch = Watch()
    try:
        trusted = folder / "trusted.pem"
        if running.root_certificate:
            trusted.write_text(running.root_certificate)
        files = TlsFiles(folder / "none.pem", folder / "none.pem", trusted)
        mode = TlsMode.TLS if running.speaks_tls else TlsMode.PLAIN
        target = Target(
            "Archive",
            running.host,
            running.port or A_PORT,
            AETitle(running.ae_title),
            AETitle("PACSDESK"),
            tls=mode,
            limits=IMPATIENT,
            uses=(ProbeStep.MOVE,) if fault.id == "move-unknown-destination" else (),
            tries_wrong_title=fault.id == ASKED_FOR,
        )
        outcome = Ladder(Identity("1.2.3", "TEST", files), watch, now, uuid4, UnderWay()).climb(target, Stop())
        return diagnose(Evidence(outcome, tls=mode))
    finally:
        running.stop()
        watch.close()


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if is_met(fault)], ids=lambda fault: fault.id)
def test_a_faulty_peer_is_named_by_the_first_finding(fault: Fault, tmp_path: Path) -> None:
    assert [str(finding.code) for finding in findings_of(fault, tmp_path)][:1] == [fault.code]


@pytest.mark.parametrize(
    "fault",
    [fault for fault in FAULTS if fault.level is Level.ASSOCIATION and not fault.code],
    ids=lambda fault: fault.id,
)
def test_an_association_that_fails_without_a_code_of_its_own_is_a_fault_all_the_same(
    fault: Fault, tmp_path: Path
) -> None:
    assert findings_of(fault, tmp_path)[0].severity is Severity.FAULT


@pytest.mark.parametrize("fault", HEALTHY, ids=lambda fault: fault.id)
def test_a_healthy_peer_has_no_fault_and_no_warning(fault: Fault, tmp_path: Path) -> None:
    assert {finding.severity for finding in findings_of(fault, tmp_path)} <= {Severity.REMARK}
