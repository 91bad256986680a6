"""How a dataset's bytes are laid out: what its transfer syntax says, and what its first bytes show."""

import struct
from dataclasses import dataclass

IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2"
EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1"
EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2"

# PS3.5 annex A; all that the standard adds later is explicit little endian like the rest of its root
_STANDARD_ROOT = "1.2.840.10008.1.2."
_DEFLATED = frozenset({"1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205"})
# GE private: implicit little endian, only the pixels in big endian
_PRIVATE_IMPLICIT = frozenset({"1.2.840.113619.5.2"})

# syntaxes whose decoded frames are bit for bit the source's (PS3.5 A.4)
LOSSLESS = frozenset(
    {
        IMPLICIT_LITTLE_ENDIAN,
        EXPLICIT_LITTLE_ENDIAN,
        EXPLICIT_BIG_ENDIAN,
        "1.2.840.10008.1.2.1.99",  # deflated
        "1.2.840.10008.1.2.5",  # RLE
        "1.2.840.10008.1.2.4.57",  # JPEG lossless
        "1.2.840.10008.1.2.4.70",  # JPEG lossless, first-order prediction
        "1.2.840.10008.1.2.4.80",  # JPEG-LS lossless
        "1.2.840.10008.1.2.4.90",  # JPEG 2000 lossless only
        "1.2.840.10008.1.2.4.110",  # JPEG XL lossless
        "1.2.840.10008.1.2.4.201",  # HTJ2K lossless only
        "1.2.840.10008.1.2.4.202",  # HTJ2K lossless with RPCL
    }
)
NATIVE = frozenset({IMPLICIT_LITTLE_ENDIAN, EXPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN, "1.2.840.10008.1.2.1.99"})

# PS3.5 7.1.2: these have a 32-bit length behind two reserved bytes, all others a 16-bit length
LONG_VRS = frozenset({b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV"})
SHORT_VRS = frozenset(
    {
        *(b"AE", b"AS", b"AT", b"CS", b"DA", b"DS", b"DT", b"FD", b"FL", b"IS"),
        *(b"LO", b"LT", b"PN", b"SH", b"SL", b"SS", b"ST", b"TM", b"UI", b"UL", b"US"),
    }
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """Value representation written or implied, byte order, whole dataset deflated or not."""

    is_explicit: bool
    is_big_endian: bool = False
    is_deflated: bool = False

    def __str__(self) -> str:
        vr = "explicit" if self.is_explicit else "implicit"
        return f"{vr} VR {'big' if self.is_big_endian else 'little'} endian"


def is_known(transfer_syntax_uid: str) -> bool:
    """Whether we know how datasets of this syntax are laid out."""
    return transfer_syntax_uid == IMPLICIT_LITTLE_ENDIAN or (
        transfer_syntax_uid.startswith(_STANDARD_ROOT) or transfer_syntax_uid in _PRIVATE_IMPLICIT
    )


def declared_encoding(transfer_syntax_uid: str) -> Encoding:
    """The layout that a transfer syntax means; an unknown one is taken for explicit little endian, as PS3.5 A.4 has it
    for every encapsulated syntax."""
    if transfer_syntax_uid == IMPLICIT_LITTLE_ENDIAN or transfer_syntax_uid in _PRIVATE_IMPLICIT:
        return Encoding(is_explicit=False)
    if transfer_syntax_uid == EXPLICIT_BIG_ENDIAN:
        return Encoding(is_explicit=True, is_big_endian=True)
    return Encoding(is_explicit=True, is_deflated=transfer_syntax_uid in _DEFLATED)


def actual_encoding(head: bytes, declared: Encoding) -> Encoding:
    """The layout that the first element shows when it contradicts the declared one; else the declared one.

    Devices and converters mislabel datasets; the first element of a dataset has a low group, which tells byte order,
    and two capital letters at its fifth byte, which tell an explicit value representation.
    """
    if len(head) < 8:
        return declared
    little, big = struct.unpack_from("<H", head)[0], struct.unpack_from(">H", head)[0]
    is_big_endian = declared.is_big_endian
    if little != big and min(little, big) <= 0x00FF < max(little, big):
        is_big_endian = big < little
    is_explicit = declared.is_explicit
    vr = head[4:6]
    if is_explicit and not (vr.isalpha() and vr.isupper()):
        is_explicit = False
    elif not is_explicit and (vr in SHORT_VRS or vr in LONG_VRS) and struct.unpack_from("<L", head, 4)[0] > 0xFFFF:
        # as an implicit length, two letters would be at least 16,640; the first element of a dataset is never so long
        is_explicit = True
    return Encoding(is_explicit, is_big_endian, declared.is_deflated)
