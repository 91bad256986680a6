"""Callers in TLS: DCMTK and pynetdicom come in, certificates are asked for and told about, others are told why not."""

import ssl
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from pacsdesk.contract.records.engine import ListenerState
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.engine.network.wire.credentials import subject_of
from pacsdesk.engine.security.tables import AuditRow
from tests.engine.network.listening import KNOWN
from tests.engine.network.raw_pdus import association_request, read_pdu
from tests.engine.network.sending import object_of
from tests.engine.network.test_server_admission import call
from tests.engine.network.tls.tls_site import TlsSite, dcmtk_with_tls, echoes, tls_site
from tests.engine.network.wire.handshakes import peer_context
from tests.support.certificates import EXPIRED, NOT_YET, Authority, self_signed
from tests.support.data import ct_phantom_slices

DONE, UNKNOWN_CALLER = (0,), (1, 1, 3)
ACCEPTED = 0x02


def audited(tls: TlsSite) -> list[str]:
    """Details of the audit entries."""
    with tls.site.database.read() as connection:
        return list(connection.execute(select(AuditRow.reason)).scalars())


def test_dcmtk_stores_in_tls_what_it_has_byte_by_byte(tls: TlsSite) -> None:
    tls.enter(TlsMode.MUTUAL)
    path = ct_phantom_slices()[0]
    code, said = dcmtk_with_tls(tls, "storescu", tls.caller("CT room 1"), path)
    assert code == 0, said
    assert tls.site.datasets() == [object_of(path).content]
    assert f"{KNOWN}; with TLS, certificate of 'CT room 1'" in audited(tls)


@pytest.mark.parametrize("mode", TlsMode)
def test_dcmtk_without_a_certificate_echoes_unless_one_is_wanted(tls: TlsSite, mode: TlsMode) -> None:
    tls.enter(mode)
    code, said = dcmtk_with_tls(tls, "echoscu", None)
    assert (code == 0) == (mode is not TlsMode.MUTUAL), said
    expected = [f"{KNOWN} is entered for mutual TLS and showed no certificate."] if mode is TlsMode.MUTUAL else []
    assert tls.reasons(len(expected)) == expected


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_pynetdicom_echoes_in_both_versions(tls: TlsSite, version: ssl.TLSVersion) -> None:
    tls.enter(TlsMode.TLS)
    context = peer_context(tls.authority)
    context.minimum_version = context.maximum_version = version
    assert echoes(tls, context=context) == DONE


def test_a_certificate_lets_in_who_is_entered_for_mutual_tls(tls: TlsSite) -> None:
    tls.enter(TlsMode.MUTUAL)
    assert echoes(tls, tls.caller()) == DONE
    assert echoes(tls) == UNKNOWN_CALLER


def test_a_peer_that_is_trusted_by_itself_needs_no_authority(tls: TlsSite, tmp_path: Path) -> None:
    tls.enter(TlsMode.MUTUAL)
    device = self_signed(tmp_path / "device", "CT01")
    with tls.files.trusted.open("ab") as trusted:  # while it listens
        trusted.write(device.certificate.read_bytes())
    assert echoes(tls, device) == DONE


def test_a_peer_of_tls_that_comes_without_is_refused_on_the_other_port(tls: TlsSite) -> None:
    tls.enter(TlsMode.TLS)
    assert call(tls.site) == UNKNOWN_CALLER
    assert tls.reasons() == [f"{KNOWN} is entered for TLS and called without."]


def test_certificates_that_do_not_hold_are_refused_with_the_reason(tls: TlsSite, tmp_path: Path) -> None:
    tls.enter(TlsMode.TLS)
    callers = [
        self_signed(tmp_path / "other", "STRANGER"),
        Authority(tmp_path / "others", "Another").issue("STRANGER"),
        tls.authority.issue("OLD", validity=EXPIRED),
        tls.authority.issue("YOUNG", validity=NOT_YET),
    ]
    assert [echoes(tls, own) for own in callers] == [()] * 4
    assert tls.reasons() == [
        "Its certificate is not valid yet.",
        "Its certificate has expired.",
        "Its certificate is not trusted: unable to get local issuer certificate.",
        "Its certificate is not trusted: self-signed certificate.",
    ]


def test_a_caller_that_does_not_trust_ours_is_told_about(tls: TlsSite, tmp_path: Path) -> None:
    tls.enter(TlsMode.TLS)
    assert echoes(tls, context=peer_context(Authority(tmp_path / "others", "Another"))) == ()
    assert tls.reasons() == ["It does not accept our certificate: unknown ca."]


def test_without_anybody_trusted_no_certificate_is_asked_for(tmp_path: Path) -> None:
    with tls_site(tmp_path, trusts=False) as tls:
        tls.enter(TlsMode.TLS)
        assert echoes(tls, self_signed(tmp_path / "device", "CT01")) == DONE


def test_old_versions_are_refused(tls: TlsSite) -> None:
    context = peer_context()
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    assert echoes(tls, context=context) == ()
    assert tls.reasons() == ["It has no version or cipher of TLS in common with us."]


def test_ciphers_that_bcp_195_warns_of_are_refused(tls: TlsSite) -> None:
    context = peer_context()
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE+AES+SHA256:ECDHE+AES+SHA1:!AESGCM:AES128-SHA")
    assert echoes(tls, context=context) == ()
    assert tls.reasons() == ["It has no version or cipher of TLS in common with us."]


def test_both_listeners_are_shown_each_with_its_own_associations(tls: TlsSite) -> None:
    tls.enter(TlsMode.PLAIN)
    with tls.wrapped() as connection:
        connection.sendall(association_request())
        assert read_pdu(connection)[0] == ACCEPTED
        listeners = tls.site.server.listener(), tls.server.listener()
    assert [one.state for one in listeners] == [ListenerState.UP] * 2
    assert [(one.is_encrypted, one.associations) for one in listeners] == [(False, 0), (True, 1)]


def test_a_renewed_certificate_is_shown_without_a_restart(tls: TlsSite) -> None:
    tls.enter(TlsMode.TLS)
    renewed = replace(tls.files, certificate=tls.authority.issue("RENEWED").certificate)
    before = tls.wrapped()
    tls.files.key.write_bytes((renewed.certificate.parent / "RENEWED.key").read_bytes())
    between = tls.wrapped()
    tls.files.certificate.write_bytes(renewed.certificate.read_bytes())
    after = tls.wrapped()
    shown = []
    for one in (before, between, after):
        shown.append(subject_of(dict(one.getpeercert() or {})))
        one.close()
    assert shown == ["ARCHIVE", "ARCHIVE", "RENEWED"]
