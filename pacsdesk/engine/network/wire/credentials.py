"""Our certificate and whom we trust: what connections in TLS are made with (PS3.15 B.9 and B.10, that is BCP 195).

Files are read again when they have changed, so that a renewed certificate, or a peer's new one, needs no restart; what
is no good then leaves a listener with what it had.
"""

import logging
import re
import ssl
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from threading import Lock

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.engine.network.outcome import TlsProblem
from pacsdesk.engine.network.wire.tls_problems import OfCalled, TlsFailed

log = logging.getLogger(__name__)

# those of RFC 9325 4.2 for TLS 1.2; TLS 1.3 has none that are worse. Keys of 2048 bits at least (PS3.15 B.10)
_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:@SECLEVEL=2"
_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """PEM files. certificate: ours, with those between it and an authority. key: its private key, without a password.

    trusted: certificates of authorities, or of peers themselves; without the file nobody is.
    """

    certificate: Path
    key: Path
    trusted: Path

    def state(self) -> tuple[tuple[int, int], ...]:
        """Another one once a file has changed."""
        return tuple(_state(path) for path in (self.certificate, self.key, self.trusted))


class OurSide:
    """A listener's: read when it starts, and again when a file has changed. Safe from any thread."""

    def __init__(self, files: TlsFiles) -> None:
        """Raises InvalidInput, with the file and the next step, when callers could not be served with these."""
        self._files = files
        self._lock = Lock()
        self._state = files.state()
        self._context = _server_context(files)

    def context(self) -> ssl.SSLContext:
        """For the next caller."""
        state = self._files.state()
        with self._lock:
            if state != self._state:
                self._state = state
                try:
                    self._context = _server_context(self._files)
                    log.info("the certificates for TLS have changed and were read again")
                except InvalidInput as error:
                    log.error("TLS goes on with the certificates that it had: %s", error)
            return self._context


class CallingSide:
    """What our calls are made with. has_certificate: whether there is one to show."""

    def __init__(self, files: TlsFiles | None) -> None:
        """files: None where nobody is trusted and nothing can be shown. Raises InvalidInput."""
        self.context = _context(ssl.PROTOCOL_TLS_CLIENT)
        self.context.check_hostname = False  # `check` does, after those that are trusted by themselves
        self.has_certificate = files is not None and files.certificate.exists()
        self._pinned: frozenset[bytes] = frozenset()
        if files:
            _trust(self.context, files.trusted)
            if files.trusted.exists():
                self._pinned = frozenset(map(ssl.PEM_cert_to_DER_cert, _certificates(files.trusted)))
            if self.has_certificate:
                _load(self.context, files)

    @property
    def explains(self) -> OfCalled:
        """Words for what goes wrong."""
        return OfCalled(self.has_certificate)

    def check(self, certificate: bytes, says: dict[str, object], host: str) -> None:
        """Whether a verified certificate is that of whom we called. Raises TlsFailed.

        One that is trusted by itself need not name its host: those of devices seldom do.
        """
        if certificate in self._pinned:
            return
        named = _names(says)
        if not any(_is_meant(kind, name, host) for kind, name in named):
            whom = ", ".join(name for _, name in named) or "no host"
            raise TlsFailed(TlsProblem.NAME_MISMATCH, f"its certificate is for {whom}, not for {host}")


def subject_of(says: dict[str, object]) -> str:
    """Whose a verified certificate is: the common name, else the whole subject; printable, "" for none."""
    subject = says.get("subject", ())
    assert isinstance(subject, tuple)
    fields = [(str(key), str(value)) for part in subject for key, value in part]
    text = next((value for key, value in fields if key == "commonName"), "") or ", ".join(
        f"{key}={value}" for key, value in fields
    )
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def cipher_suites() -> tuple[tuple[str, str], ...]:
    """Version and name of each that we offer and take."""
    return tuple((one["protocol"], one["name"]) for one in _context(ssl.PROTOCOL_TLS_CLIENT).get_ciphers())


def _server_context(files: TlsFiles) -> ssl.SSLContext:
    """Raises InvalidInput."""
    context = _context(ssl.PROTOCOL_TLS_SERVER)
    context.options |= ssl.OP_CIPHER_SERVER_PREFERENCE
    context.num_tickets = 0  # sessions are not resumed: each caller shows its certificate anew
    _load(context, files)
    _trust(context, files.trusted)
    if files.trusted.exists():
        # asked for, and missed only by the peer that it is entered for: so that it is told why
        context.verify_mode = ssl.CERT_OPTIONAL
    _prove(context, files.certificate)
    return context


def _context(protocol: int) -> ssl.SSLContext:
    context = ssl.SSLContext(protocol)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_CIPHERS)
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION | ssl.OP_NO_TICKET
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN  # who is trusted needs no authority above
    return context


def _load(context: ssl.SSLContext, files: TlsFiles) -> None:
    """Have our certificate shown. Raises InvalidInput."""
    for path, setting in ((files.certificate, "tls.certificate"), (files.key, "tls.key")):
        _readable(path, setting)
    try:
        context.load_cert_chain(files.certificate, files.key, password=_no_password)
    except ssl.SSLError as error:
        if error.reason == "KEY_VALUES_MISMATCH":
            raise _bad(f"The key {files.key} is not that of the certificate {files.certificate}.", "tls.key") from error
        raise _bad(
            f"{files.certificate} and {files.key} are no certificate and key in PEM.", "tls.certificate"
        ) from error
    except _HasPassword as error:
        raise _bad(f"The key {files.key} has a password, which nobody could type.", "tls.key") from error


def _trust(context: ssl.SSLContext, trusted: Path) -> None:
    """Raises InvalidInput."""
    if not trusted.exists():
        return
    _readable(trusted, "tls.trusted")
    try:
        context.load_verify_locations(trusted)
    except ssl.SSLError as error:
        raise _bad(f"{trusted} holds no certificates in PEM.", "tls.trusted") from error


def _prove(context: ssl.SSLContext, certificate: Path) -> None:
    """Shake hands with ourselves, as somebody who trusts this certificate. Raises InvalidInput when it fails."""
    caller = _context(ssl.PROTOCOL_TLS_CLIENT)
    caller.check_hostname = False
    caller.load_verify_locations(cadata=_certificates(certificate)[0])
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [context.wrap_bio(there, back, server_side=True), caller.wrap_bio(back, there)]
    try:
        while ends:
            for end in tuple(reversed(ends)):
                try:
                    end.do_handshake()
                    ends.remove(end)
                except ssl.SSLWantReadError:
                    pass
    except ssl.SSLCertVerificationError as error:
        raise _bad(
            f"The certificate {certificate} cannot be used: {error.verify_message}.", "tls.certificate"
        ) from error
    except ssl.SSLError as error:
        raise _bad(f"The certificate {certificate} cannot be used: {error.reason}.", "tls.certificate") from error


class _HasPassword(Exception):
    """A key asks for its password."""


def _no_password() -> str:
    raise _HasPassword


def _certificates(path: Path) -> list[str]:
    """The certificates of a PEM file."""
    return _CERTIFICATE.findall(_readable(path, "tls.certificate"))


def _readable(path: Path, setting: str) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise _bad(f"{path} cannot be read: {error.strerror}.", setting) from error


def _bad(detail: str, setting: str) -> InvalidInput:
    return InvalidInput(
        "DICOM over TLS cannot be had.",
        detail,
        f"Put the right files there, or set {setting} in settings.toml to where they are.",
    )


def _state(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _names(says: dict[str, object]) -> list[tuple[str, str]]:
    names = says.get("subjectAltName", ())
    assert isinstance(names, tuple)
    return [(kind, value.strip()) for kind, value in names if kind in ("DNS", "IP Address")]


def _is_meant(kind: str, name: str, host: str) -> bool:
    """RFC 6125 6.4: addresses as numbers, names without regard to case, `*` for one whole label at the left."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return kind == "DNS" and _is_named(name.lower().rstrip("."), _ascii(host.lower().rstrip(".")))
    return kind == "IP Address" and ip_address(name) == address


def _is_named(name: str, host: str) -> bool:
    if name.startswith("*."):
        return name.count(".") > 1 and name[1:] == f".{host.partition('.')[2]}"
    return name == host


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
