"""TLS on real sockets, from both sides: mixed up with plain DICOM, and with nobody to trust."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import ProbeOutcome, ProbeState, ProbeStep
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.scu.opening import Identity
from pacsdesk.engine.network.stopping import Stop, UnderWay
from pacsdesk.engine.network.wire.credentials import TlsFiles
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.scu.climbing import IMPATIENT, target
from tests.engine.network.tls.tls_site import TlsSite, tls_site


@pytest.fixture(name="tls")
def _tls(tmp_path: Path) -> Iterator[TlsSite]:
    """One that knows nobody."""
    with tls_site(tmp_path) as site:
        yield site


def climbed(tls: TlsSite, port: int, mode: TlsMode, files: TlsFiles) -> tuple[ProbeOutcome, list[FindingCode]]:
    ladder = Ladder(Identity("1.2.3", "TEST", files), tls.site.watch, now, uuid4, UnderWay())
    asked = target(port, ProbeStep.STORE, called=OWN_TITLE, calling=KNOWN, limits=replace(IMPATIENT, associate=5.0))
    outcome = ladder.climb(replace(asked, tls=mode), Stop())
    return outcome, [finding.code for finding in diagnose(Evidence(outcome, tls=mode))]


def test_an_encrypted_ladder_ends_in_the_services_and_says_how_it_is_encrypted(tls: TlsSite) -> None:
    tls.enter(TlsMode.TLS)
    outcome, found = climbed(tls, tls.port, TlsMode.TLS, tls.files)
    assert found == []
    assert outcome.step(ProbeStep.TLS).state is ProbeState.DONE
    assert outcome.step(ProbeStep.TLS).detail.startswith("TLSv1.")
    assert "certificate of ARCHIVE for 127.0.0.1, localhost, 0 days left" in outcome.step(ProbeStep.TLS).detail
    assert outcome.step(ProbeStep.ECHO).state is ProbeState.DONE


def _wants_tls(tls: TlsSite) -> tuple[int, TlsMode, TlsFiles]:
    return tls.port, TlsMode.PLAIN, tls.files


def _is_plain(tls: TlsSite) -> tuple[int, TlsMode, TlsFiles]:
    return tls.site.port, TlsMode.TLS, tls.files


def _is_trusted_by_nobody(tls: TlsSite) -> tuple[int, TlsMode, TlsFiles]:
    return tls.port, TlsMode.TLS, replace(tls.files, trusted=tls.files.trusted.with_name("nobody.pem"))


@pytest.mark.parametrize(
    ("situation", "code"),
    [
        (_wants_tls, FindingCode.TLS_EXPECTED),
        (_is_plain, FindingCode.PLAIN_EXPECTED),
        (_is_trusted_by_nobody, FindingCode.CERTIFICATE_UNTRUSTED),
    ],
)
def test_a_mix_up_is_named(
    tls: TlsSite, situation: Callable[[TlsSite], tuple[int, TlsMode, TlsFiles]], code: FindingCode
) -> None:
    tls.enter(TlsMode.TLS)
    _, found = climbed(tls, *situation(tls))
    assert found[0] is code


def test_what_speaks_there_is_told_once(tls: TlsSite) -> None:
    tls.enter(TlsMode.TLS)
    outcome, _ = climbed(tls, *_wants_tls(tls))
    (first, *_) = diagnose(Evidence(outcome, tls=TlsMode.PLAIN))
    (bytes_seen,) = [line for line in first.evidence if "first bytes" in line]
    assert bytes_seen.count("TLS") == 1
