"""A listener in TLS starts with certificates that callers can take, and says what is wrong with others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pacsdesk.contract.errors import InvalidInput, Refused
from pacsdesk.contract.records.engine import ListenerState
from pacsdesk.engine.network.receiving.pool import NO_RECEIVERS
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.network.wire.credentials import OurSide, TlsFiles, subject_of
from pacsdesk.engine.network.wire.watch import Watch
from tests.engine.network.tls.tls_site import TlsSite
from tests.engine.network.wire.handshakes import tls_files
from tests.support.certificates import EXPIRED, NOT_YET, Authority, self_signed

FAULTS: dict[str, tuple[Callable[[TlsFiles, Authority], TlsFiles], str, str]] = {
    "no certificate": (
        lambda files, _: TlsFiles(files.certificate.parent / "none.pem", files.key, files.trusted),
        "cannot be read: No such file or directory.",
        "tls.certificate",
    ),
    "no key": (
        lambda files, _: TlsFiles(files.certificate, files.key.parent / "none.key", files.trusted),
        "cannot be read: No such file or directory.",
        "tls.key",
    ),
    "noise": (
        lambda files, _: TlsFiles(files.key, files.key, files.trusted),
        "are no certificate and key in PEM.",
        "tls.certificate",
    ),
    "another's key": (
        lambda files, authority: TlsFiles(files.certificate, authority.issue("OTHER").key, files.trusted),
        "is not that of the certificate",
        "tls.key",
    ),
    "key with a password": (
        lambda files, authority: tls_files(authority.issue("LOCKED", password="secret"), files.trusted),
        "has a password, which nobody could type.",
        "tls.key",
    ),
    "expired": (
        lambda files, authority: tls_files(authority.issue("OLD", validity=EXPIRED), files.trusted),
        "cannot be used: certificate has expired.",
        "tls.certificate",
    ),
    "not yet valid": (
        lambda files, authority: tls_files(authority.issue("YOUNG", validity=NOT_YET), files.trusted),
        "cannot be used: certificate is not yet valid.",
        "tls.certificate",
    ),
    "trusted is no certificate": (
        lambda files, _: TlsFiles(files.certificate, files.key, files.key),
        "holds no certificates in PEM.",
        "tls.trusted",
    ),
}


@pytest.mark.parametrize(("change", "said", "setting"), FAULTS.values(), ids=FAULTS.keys())
def test_a_start_that_callers_could_not_use_is_refused_with_file_and_setting(
    tmp_path: Path, change: Callable[[TlsFiles, Authority], TlsFiles], said: str, setting: str
) -> None:
    authority = Authority(tmp_path / "ca")
    files = change(tls_files(authority.issue("ARCHIVE"), authority.certificate), authority)
    with pytest.raises(InvalidInput) as refused:
        OurSide(files)
    assert said in refused.value.detail
    assert setting in refused.value.hint


def test_a_certificate_without_an_authority_and_nobody_trusted_will_do(tmp_path: Path) -> None:
    assert OurSide(tls_files(self_signed(tmp_path, "ARCHIVE"), tmp_path / "nobody.pem")).context()


def test_a_chain_is_shown_whole(tls: TlsSite, tmp_path: Path) -> None:
    whole = tls.files.certificate
    whole.write_bytes(whole.read_bytes() + tls.authority.certificate.read_bytes())
    with tls.wrapped() as connection:
        assert subject_of(dict(connection.getpeercert() or {})) == "ARCHIVE"


def test_a_listener_that_cannot_start_says_why_and_none_listens(tls: TlsSite) -> None:
    listeners = tls.site.make_listeners(tls=tls.files)
    tls.files.key.unlink()
    network = NetworkService(
        listeners, tls.site.make_commitments(), Watch(), NO_RECEIVERS, tls.site.past, tls.site.used
    )
    with pytest.raises(InvalidInput):
        network.start()
    network.stop(5)
    assert [one.state for one in network.listeners()] == [ListenerState.DOWN] * 2


def test_a_taken_port_is_told_with_the_setting_of_tls(tls: TlsSite) -> None:
    another = tls.site.make_server(port=tls.port, tls=tls.files)
    with pytest.raises(Refused) as taken:
        another.start()
    assert taken.value.title.startswith("DICOM over TLS cannot listen: ")
    assert "tls.port" in taken.value.hint
