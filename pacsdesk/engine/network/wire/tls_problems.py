"""Why there is no encrypted connection: OpenSSL's error and what came before it, told apart and in words.

Seen from both ends: `OfCalled` is for whom we called, `OfCaller` for who called us.
"""

import ssl
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from pacsdesk.engine.network.outcome import TlsProblem

# X509_V_ERR_...
_VERIFIED: Mapping[int, TlsProblem] = MappingProxyType({9: TlsProblem.NOT_YET_VALID, 10: TlsProblem.EXPIRED})
_NOTHING_IN_COMMON = (
    *("ALERT_PROTOCOL_VERSION", "ALERT_INSUFFICIENT_SECURITY", "UNSUPPORTED_PROTOCOL", "NO_PROTOCOLS_AVAILABLE"),
    *("NO_SHARED_CIPHER", "NO_SUITABLE_SIGNATURE_ALGORITHM", "NO_SUITABLE_KEY_SHARE", "NO_CIPHERS_AVAILABLE"),
    *("WRONG_VERSION_NUMBER", "WRONG_SSL_VERSION", "VERSION_TOO_LOW"),
)
# alerts of RFC 8446 6.2 about a certificate: the other side's word on ours
_ABOUT_OURS = (
    *("ALERT_BAD_CERTIFICATE", "ALERT_UNSUPPORTED_CERTIFICATE", "ALERT_CERTIFICATE_REVOKED", "ALERT_UNKNOWN_CA"),
    *("ALERT_CERTIFICATE_EXPIRED", "ALERT_CERTIFICATE_UNKNOWN", "ALERT_ACCESS_DENIED", "ALERT_DECRYPT_ERROR"),
)
_NO_CERTIFICATE = ("ALERT_CERTIFICATE_REQUIRED", "ALERT_NO_CERTIFICATE")

_HANDSHAKE, _RECORD_TYPES = 0x16, range(0x14, 0x19)  # RFC 8446 5.1
_PDU_TYPES = range(0x01, 0x08)


class TlsFailed(Exception):
    """There is no encrypted connection, or none any more; the message says why, for people."""

    def __init__(self, problem: TlsProblem, why: str) -> None:
        super().__init__(why)
        self.problem = problem


class Explains(Protocol):
    """Puts what was seen of the other end into words. first_bytes: how its stream began, b"" for not at all."""

    def plain(self, first_bytes: bytes) -> TlsFailed:
        """It began with something else than TLS."""
        ...

    def ended(self, is_overdue: bool) -> TlsFailed:
        """It closed the connection, or did not go on in time."""
        ...

    def failed(self, error: ssl.SSLError, first_bytes: bytes) -> TlsFailed:
        """OpenSSL gave up, or told what the other end did."""
        ...


class OfCalled:
    """A peer that we called, in the words of a step."""

    def __init__(self, has_certificate: bool) -> None:
        """has_certificate: whether we had one to show."""
        self._has_certificate = has_certificate

    def plain(self, first_bytes: bytes) -> TlsFailed:
        """It answered to our hello as whoever knows no TLS."""
        return TlsFailed(TlsProblem.PEER_IS_PLAIN, "it does not speak TLS there")

    def ended(self, is_overdue: bool) -> TlsFailed:
        """The same words as without TLS."""
        if is_overdue:
            return TlsFailed(TlsProblem.NO_ANSWER, "it did not answer in time")
        return TlsFailed(TlsProblem.CLOSED, "it closed the connection")

    def failed(self, error: ssl.SSLError, first_bytes: bytes) -> TlsFailed:
        """Its certificate, ours, or nothing in common."""
        if isinstance(error, ssl.SSLCertVerificationError):
            problem = _problem_of(error)
            words = {
                TlsProblem.EXPIRED: "its certificate has expired",
                TlsProblem.NOT_YET_VALID: "its certificate is not valid yet",
            }
            return TlsFailed(problem, words.get(problem, f"its certificate is not trusted: {error.verify_message}"))
        reason = _reason(error)
        if _is_any(reason, _ABOUT_OURS):
            why = f"it does not accept our certificate: {_alert(reason)}"
            return TlsFailed(TlsProblem.CLIENT_CERTIFICATE_REQUIRED, why)
        if _is_any(reason, _NO_CERTIFICATE) or self._lacks_certificate(reason, first_bytes):
            return TlsFailed(TlsProblem.CLIENT_CERTIFICATE_REQUIRED, "it wants a certificate of ours")
        if _is_any(reason, _NOTHING_IN_COMMON) or (_is_refusal(reason) and not _is_handshake(first_bytes)):
            return TlsFailed(TlsProblem.NO_COMMON_VERSION, "it has no version or cipher of TLS in common with us")
        return TlsFailed(TlsProblem.OTHER, f"the TLS handshake failed: {_words(reason)}")

    def _lacks_certificate(self, reason: str, first_bytes: bytes) -> bool:
        """TLS 1.2 has one alert for two things: a peer that had begun to agree misses a certificate."""
        return _is_refusal(reason) and _is_handshake(first_bytes) and not self._has_certificate


class OfCaller:
    """A caller, in sentences for the list of those that were refused."""

    def plain(self, first_bytes: bytes) -> TlsFailed:
        """It may be set to TLS, or call the other port."""
        is_dicom = first_bytes[:1] and first_bytes[0] in _PDU_TYPES and first_bytes[1:2] in (b"", b"\0")
        if is_dicom:
            return TlsFailed(TlsProblem.PEER_IS_PLAIN, "It spoke DICOM without TLS on the port for TLS.")
        return TlsFailed(TlsProblem.PEER_IS_PLAIN, "It spoke something else than TLS on the port for TLS.")

    def ended(self, is_overdue: bool) -> TlsFailed:
        """It may not like what it was shown, and not say so."""
        if is_overdue:
            return TlsFailed(TlsProblem.NO_ANSWER, "It did not finish the TLS handshake in time.")
        return TlsFailed(TlsProblem.CLOSED, "It broke the TLS handshake off.")

    def failed(self, error: ssl.SSLError, first_bytes: bytes) -> TlsFailed:
        """Its certificate, ours, or nothing in common."""
        if isinstance(error, ssl.SSLCertVerificationError):
            problem = _problem_of(error)
            words = {
                TlsProblem.EXPIRED: "Its certificate has expired.",
                TlsProblem.NOT_YET_VALID: "Its certificate is not valid yet.",
            }
            return TlsFailed(problem, words.get(problem, f"Its certificate is not trusted: {error.verify_message}."))
        reason = _reason(error)
        if _is_any(reason, _ABOUT_OURS):
            return TlsFailed(TlsProblem.OTHER, f"It does not accept our certificate: {_alert(reason)}.")
        if _is_any(reason, _NOTHING_IN_COMMON) or _is_refusal(reason):
            return TlsFailed(TlsProblem.NO_COMMON_VERSION, "It has no version or cipher of TLS in common with us.")
        return TlsFailed(TlsProblem.OTHER, f"The TLS handshake failed: {_words(reason)}.")


def can_be_tls(first_bytes: bytes) -> bool:
    """Whether a stream that begins so may be TLS; at least one byte."""
    return first_bytes[0] in _RECORD_TYPES and first_bytes[1:2] in (b"", b"\x03")


def begins_handshake(first_bytes: bytes) -> bool:
    """Whether a stream begins with the hello of TLS, of any version."""
    return first_bytes[:2] == bytes((_HANDSHAKE, 0x03))


def _problem_of(error: ssl.SSLCertVerificationError) -> TlsProblem:
    return _VERIFIED.get(error.verify_code, TlsProblem.UNTRUSTED)


def _is_handshake(first_bytes: bytes) -> bool:
    return first_bytes[:1] == bytes((_HANDSHAKE,))


def _is_refusal(reason: str) -> bool:
    return "ALERT_HANDSHAKE_FAILURE" in reason


def _is_any(reason: str, those: tuple[str, ...]) -> bool:
    return any(one in reason for one in those)


def _reason(error: ssl.SSLError) -> str:
    """As TLSV1_ALERT_UNKNOWN_CA; what Python has no name for is in the message in small letters."""
    return (error.reason or str(error)).upper().replace(" ", "_")


def _alert(reason: str) -> str:
    return _words(reason.partition("ALERT_")[2])


def _words(reason: str) -> str:
    return reason.lower().replace("_", " ")
