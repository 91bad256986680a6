"""Logs that DCMTK, pynetdicom and Orthanc really write, beside the journal of the listener that they talked to."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydicom.uid import CTImageStorage

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.logs import LogEvent, LogFormat, LogOrder, LogTimeline
from pacsdesk.contract.records.logs import LogEventKind as Kind
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadLimits
from pacsdesk.engine.diagnosis.logs.service import Logs
from pacsdesk.engine.network.journal.service import AssociationsServiceImplementation
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.network.sending import EXPLICIT, SentObject, sender
from tests.support.datasets import ct_bytes
from tests.support.network import LOOPBACK, free_port
from tests.support.peers import dcmtk, peer_environment, system_program
from tests.support.processes import ServerProcess

AS_IT_IS = LogOrder()
LOGGER = """\
log4cplus.rootLogger = DEBUG, console
log4cplus.appender.console = log4cplus::ConsoleAppender
log4cplus.appender.console.layout = log4cplus::PatternLayout
log4cplus.appender.console.layout.ConversionPattern = %D{%Y-%m-%d %H:%M:%S.%q} %5p: %m%n
"""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ListeningSite]:
    with listening_site(tmp_path / "site") as listening:
        listening.enter_peer(KNOWN)
        yield listening


def read(site: ListeningSite, log: Path, order: LogOrder = AS_IT_IS, zone: float = 0.0) -> LogTimeline:
    """As a face does: open, upload, read, drop."""
    uploads = UploadBatches(site.folder, now, UploadLimits(max_files=1, reserve_bytes=0))
    logs = Logs(uploads, AssociationsServiceImplementation(site.book, site.past), now, lambda _moment: zone)
    upload_id = logs.open(TESTER)
    with pytest.raises(NotFound):
        logs.read(TESTER, upload_id, order)
    writer = uploads.writer(upload_id, log.name)
    writer.write(log.read_bytes())
    writer.commit()
    try:
        return logs.read(TESTER, upload_id, order)
    finally:
        logs.drop(TESTER, upload_id)


def kinds(timeline: LogTimeline) -> list[tuple[Kind, str]]:
    return [(event.kind, event.operation) for event in timeline.events]


def one(timeline: LogTimeline, kind: Kind) -> LogEvent:
    return next(event for event in timeline.events if event.kind is kind)


def test_echoscu_beside_our_journal_at_our_clock(site: ListeningSite, tmp_path: Path) -> None:
    (tmp_path / "logger.cfg").write_text(LOGGER, encoding="utf-8")
    began = now()
    done = dcmtk(
        *("echoscu", "-lc", tmp_path / "logger.cfg", "-aet", KNOWN, "-aec", OWN_TITLE, LOOPBACK, str(site.port))
    )
    log = tmp_path / "echoscu.log"
    log.write_text(done.stdout, encoding="utf-8")
    timeline = read(site, log)
    assert (timeline.format, timeline.is_guessed, timeline.matched) == (LogFormat.DCMTK, True, 1)
    assert (Kind.REQUEST, "") in kinds(timeline) and (Kind.RELEASE, "") in kinds(timeline)
    request = one(timeline, Kind.REQUEST)
    assert (request.calling_ae_title, request.called_ae_title) == (KNOWN, OWN_TITLE)
    assert request.at is not None and began <= request.at <= now()
    assert one(timeline, Kind.ACCEPT).association_id == timeline.ours[0].association_id


def test_a_log_without_times_keeps_its_order(site: ListeningSite, tmp_path: Path) -> None:
    log = tmp_path / "echoscu.log"
    log.write_text(
        dcmtk("echoscu", "-d", "-aet", "NOBODY", "-aec", OWN_TITLE, LOOPBACK, str(site.port)).stdout, encoding="utf-8"
    )
    timeline = read(site, log)
    assert (timeline.has_times, kinds(timeline)[:2]) == (False, [(Kind.REQUEST, ""), (Kind.REJECT, "")])
    assert timeline.matched == 1  # by its titles


def test_pynetdicom_with_a_store_that_is_refused(site: ListeningSite, tmp_path: Path) -> None:
    log = tmp_path / "scu.log"
    handler = logging.FileHandler(log, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname).1s: %(message)s"))
    logger = logging.getLogger("pynetdicom")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        with sender(site.port, [(CTImageStorage, EXPLICIT)]) as caller:
            caller.store(SentObject(CTImageStorage, "1.2.3", EXPLICIT, ct_bytes("1.2.4")))
    finally:
        logger.setLevel(level)
        logger.removeHandler(handler)
        handler.close()
    zone = datetime.now(UTC).astimezone().utcoffset()
    timeline = read(site, log, zone=zone.total_seconds() if zone else 0.0)
    assert timeline.format is LogFormat.PYNETDICOM
    assert (Kind.MESSAGE, "C-STORE") in kinds(timeline)
    assert one(timeline, Kind.STATUS).status not in (0, None)
    assert timeline.matched == 1


def test_a_chosen_offset_and_association_are_taken(site: ListeningSite, tmp_path: Path) -> None:
    log = tmp_path / "dcm4che.log"
    log.write_text(f"10:00:00,000 INFO - {OWN_TITLE}<-{KNOWN}(1) >> A-ASSOCIATE-RQ\n", encoding="utf-8")
    with sender(site.port, [("1.2.840.10008.1.1", EXPLICIT)]):
        pass
    found = read(site, log)
    (summary,) = found.ours
    chosen = read(site, log, LogOrder(summary.association_id, -3600.0))
    assert (chosen.offset_seconds, chosen.is_guessed) == (-3600.0, False)
    assert [event.at and event.at.hour for event in chosen.events] == [9]


@pytest.mark.thorough
def test_orthanc_tells_of_a_caller_that_it_refused(site: ListeningSite, tmp_path: Path) -> None:
    port = free_port()
    configuration = tmp_path / "orthanc.json"
    configuration.write_text(
        f'{{"DicomPort": {port}, "HttpServerEnabled": false, "DicomAet": "ORTH", "DicomCheckCalledAet": true, '
        f'"StorageDirectory": "{tmp_path / "storage"}", "IndexDirectory": "{tmp_path / "storage"}"}}',
        encoding="utf-8",
    )
    with ServerProcess(
        [system_program("Orthanc"), "--verbose", str(configuration)], peer_environment(), 60.0
    ) as orthanc:
        orthanc.wait_for_line(lambda line: "Orthanc has started" in line)
        dcmtk("echoscu", "-aet", KNOWN, "-aec", "WRONG", LOOPBACK, str(port))
        orthanc.wait_for_line(lambda line: "Rejected association" in line)
        (tmp_path / "orthanc.log").write_text("\n".join(orthanc.lines), encoding="utf-8")
    timeline = read(site, tmp_path / "orthanc.log")
    assert timeline.format is LogFormat.ORTHANC
    assert one(timeline, Kind.REJECT).calling_ae_title == KNOWN
    assert one(timeline, Kind.REJECT).called_ae_title == "WRONG"
