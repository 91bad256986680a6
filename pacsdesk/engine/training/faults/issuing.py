"""Certificates for the classroom, made anew at each start: an expired one is expired today, no key is kept anywhere.

Elliptic curve P-256 and X.509 (RFC 5280, RFC 5480) written out: the standard library reads certificates but makes none
(docs/decisions/0160). For training only: how long the arithmetic takes may tell something about the key.
"""

import base64
import hashlib
import ipaddress
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

# SEC 2, 2.4.2 secp256r1
_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_Point = tuple[int, int]

_EC_PUBLIC_KEY, _PRIME256V1 = (1, 2, 840, 10045, 2, 1), (1, 2, 840, 10045, 3, 1, 7)
_ECDSA_SHA256 = (1, 2, 840, 10045, 4, 3, 2)
_COMMON_NAME = (2, 5, 4, 3)
_SUBJECT_KEY_ID, _KEY_USAGE, _SUBJECT_ALT_NAME = (2, 5, 29, 14), (2, 5, 29, 15), (2, 5, 29, 17)
_BASIC_CONSTRAINTS, _AUTHORITY_KEY_ID = (2, 5, 29, 19), (2, 5, 29, 35)


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate and its key, both as PEM."""

    certificate: str
    key: str = ""


class Authority:
    """An invented authority that vouches for invented servers."""

    def __init__(self, name: str, now: datetime) -> None:
        self._name = name
        self._now = now.astimezone(UTC)
        self._secret, self._public = _new_key()
        extensions = (
            _extension(_BASIC_CONSTRAINTS, _sequence(_der(0x01, b"\xff")), is_critical=True)
            + _extension(_KEY_USAGE, _der(0x03, b"\x01\x06"), is_critical=True)  # signs certificates and revocations
            + _extension(_SUBJECT_KEY_ID, _der(0x04, _key_id(self._public)))
        )
        self.certificate = self._sign(name, self._public, self._valid(-1, 30), extensions)

    def issue(self, name: str, *hosts: str, valid_days: tuple[int, int] = (-1, 30)) -> Issued:
        """A certificate for names or addresses. valid_days: first and last, counted from now."""
        secret, public = _new_key()
        extensions = (
            _extension(_BASIC_CONSTRAINTS, _sequence(), is_critical=True)
            + _extension(_KEY_USAGE, _der(0x03, b"\x07\x80"), is_critical=True)  # signs handshakes
            + _extension(_SUBJECT_ALT_NAME, _sequence(*map(_general_name, hosts)))
            + _extension(_AUTHORITY_KEY_ID, _sequence(_der(0x80, _key_id(self._public))))
        )
        return Issued(self._sign(name, public, self._valid(*valid_days), extensions), _key_pem(secret, public))

    def _valid(self, first: int, last: int) -> bytes:
        return _sequence(_time(self._now + timedelta(days=first)), _time(self._now + timedelta(days=last)))

    def _sign(self, subject: str, public: _Point, validity: bytes, extensions: bytes) -> str:
        body = _sequence(
            _der(0xA0, _integer(2)),
            _integer(secrets.randbits(64) | 1),
            _sequence(_oid(_ECDSA_SHA256)),
            _name(self._name),
            validity,
            _name(subject),
            _sequence(_sequence(_oid(_EC_PUBLIC_KEY), _oid(_PRIME256V1)), _bits(_encoded(public))),
            _der(0xA3, _sequence(extensions)),
        )
        signature = _bits(_signature(self._secret, body))
        return _pem("CERTIFICATE", _sequence(body, _sequence(_oid(_ECDSA_SHA256)), signature))


def _new_key() -> tuple[int, _Point]:
    secret = secrets.randbelow(_N - 1) + 1
    return secret, _times(secret, _G)


def _signature(secret: int, message: bytes) -> bytes:
    """ECDSA (FIPS 186-5 6.4) over the SHA-256 of the message."""
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    while True:
        once = secrets.randbelow(_N - 1) + 1
        r = _times(once, _G)[0] % _N
        s = pow(once, -1, _N) * (digest + r * secret) % _N
        if r and s:
            return _sequence(_integer(r), _integer(s))


def _times(factor: int, point: _Point) -> _Point:
    """Double and add, factor of 1 up to the group's order without it."""
    result: _Point | None = None
    addend = point
    while factor:
        if factor & 1:
            result = addend if result is None else _plus(result, addend)
        factor >>= 1
        if factor:
            addend = _plus(addend, addend)
    if result is None:
        raise ValueError("the factor is 0")
    return result


def _plus(one: _Point, other: _Point) -> _Point:
    """Sum of two points that are not each other's inverse."""
    if one == other:
        slope = (3 * one[0] * one[0] - 3) * pow(2 * one[1], -1, _P)
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, _P)
    x = (slope * slope - one[0] - other[0]) % _P
    return x, (slope * (one[0] - x) - one[1]) % _P


def _encoded(point: _Point) -> bytes:
    return b"\x04" + point[0].to_bytes(32, "big") + point[1].to_bytes(32, "big")


def _key_id(point: _Point) -> bytes:
    return hashlib.sha1(_encoded(point), usedforsecurity=False).digest()


def _key_pem(secret: int, public: _Point) -> str:
    """RFC 5915."""
    parts = _integer(1), _der(0x04, secret.to_bytes(32, "big")), _der(0xA0, _oid(_PRIME256V1))
    return _pem("EC PRIVATE KEY", _sequence(*parts, _der(0xA1, _bits(_encoded(public)))))


def _pem(label: str, content: bytes) -> str:
    text = base64.b64encode(content).decode()
    lines = [text[place : place + 64] for place in range(0, len(text), 64)]
    return "\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""])


def _name(common_name: str) -> bytes:
    return _sequence(_der(0x31, _sequence(_oid(_COMMON_NAME), _der(0x0C, common_name.encode()))))


def _general_name(host: str) -> bytes:
    try:
        return _der(0x87, ipaddress.ip_address(host).packed)
    except ValueError:
        return _der(0x82, host.encode("ascii"))


def _extension(oid: tuple[int, ...], value: bytes, is_critical: bool = False) -> bytes:
    return _sequence(_oid(oid), _der(0x01, b"\xff") if is_critical else b"", _der(0x04, value))


def _time(moment: datetime) -> bytes:
    return _der(0x17, moment.strftime("%y%m%d%H%M%SZ").encode())


def _bits(content: bytes) -> bytes:
    return _der(0x03, b"\0" + content)


def _oid(numbers: tuple[int, ...]) -> bytes:
    content = bytearray([40 * numbers[0] + numbers[1]])
    for number in numbers[2:]:
        groups = [number & 0x7F]
        while number := number >> 7:
            groups.append(number & 0x7F | 0x80)
        content += bytes(reversed(groups))
    return _der(0x06, bytes(content))


def _integer(number: int) -> bytes:
    return _der(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _sequence(*parts: bytes) -> bytes:
    return _der(0x30, b"".join(parts))


def _der(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 0x80:
        return bytes([tag, length]) + content
    encoded = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(encoded)]) + encoded + content
