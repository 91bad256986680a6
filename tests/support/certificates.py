"""Certificates of a test's own authority, valid for a day, in PEM as people get them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate and its key in files."""

    certificate: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Validity:
    """From when until when, from now on."""

    begin: timedelta = -_DAY
    end: timedelta = _DAY


EXPIRED = Validity(-2 * _DAY, -_DAY)
NOT_YET = Validity(_DAY, 2 * _DAY)


class Authority:
    """Signs certificates; `certificate` is what those trust who trust it."""

    def __init__(self, folder: Path, name: str = "Test authority") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._name = _name(name)
        self._key = ec.generate_private_key(ec.SECP256R1())
        own = _builder(self._name, self._name, self._key, Validity())
        own = own.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.certificate = folder / "authority.pem"
        self.certificate.write_bytes(own.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM))

    def issue(
        self,
        name: str,
        hosts: Sequence[str] = ("127.0.0.1", "localhost"),
        validity: Validity = Validity(),
        password: str = "",
    ) -> Issued:
        """A certificate for these hosts; password: of its key, "" for none."""
        return _issue(self._folder, name, hosts, validity, password, (self._name, self._key))


def self_signed(
    folder: Path, name: str, hosts: Sequence[str] = ("127.0.0.1",), validity: Validity = Validity()
) -> Issued:
    """As a device makes one for itself."""
    return _issue(folder, name, hosts, validity, "", None)


def _issue(
    folder: Path,
    name: str,
    hosts: Sequence[str],
    validity: Validity,
    password: str,
    issuer: tuple[x509.Name, ec.EllipticCurvePrivateKey] | None,
) -> Issued:
    folder.mkdir(parents=True, exist_ok=True)
    key = ec.generate_private_key(ec.SECP256R1())
    issuer_name, issuer_key = issuer or (_name(name), key)
    built = _builder(_name(name), issuer_name, key, validity)
    if hosts:
        built = built.add_extension(x509.SubjectAlternativeName([_general(host) for host in hosts]), critical=False)
    issued = Issued(folder / f"{name}.pem", folder / f"{name}.key")
    issued.certificate.write_bytes(built.sign(issuer_key, hashes.SHA256()).public_bytes(Encoding.PEM))
    encryption = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    issued.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption))
    return issued


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, validity: Validity
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + validity.begin)
        .not_valid_after(now + validity.end)
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _general(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)
