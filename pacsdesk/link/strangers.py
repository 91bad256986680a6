"""Says what answers at an address where no engine speaks HTTP: a DICOM port is known by its first bytes."""

import socket
import struct

from pacsdesk.contract.errors import Unavailable

_WAIT_SECONDS = 2.0
_HEAD = struct.Struct(">BxL")
# PS3.8 9.3: types 1 to 7, a reserved byte, the length of the rest; what refuses a request is short
_PDU_TYPES = range(0x01, 0x08)
_LONGEST_PDU = 1 << 20
_REQUEST = b"GET / HTTP/1.1\r\n\r\n"
_WHERE = "An engine's own address is the one behind http= in the line that `pacsdesk serve` prints."


def no_engine_there(address: str, host: str, port: int) -> Unavailable:
    """What to tell of something that answered, and not in HTTP. It is asked once more, for its first bytes."""
    if _is_dicom(_first_bytes(host, port)):
        return Unavailable(
            f"What answers at {address} speaks DICOM: it is no engine's address, but a DICOM port.", "", _WHERE
        )
    return Unavailable(f"What answers at {address} is no PACSDesk engine.", "It does not speak HTTP.", _WHERE)


def _first_bytes(host: str, port: int) -> bytes:
    try:
        with socket.create_connection((host, port), _WAIT_SECONDS) as line:
            line.sendall(_REQUEST)
            return line.recv(_HEAD.size, socket.MSG_WAITALL)
    except OSError:
        return b""


def _is_dicom(first: bytes) -> bool:
    if len(first) < _HEAD.size:
        return False
    kind, length = _HEAD.unpack(first)
    return first[1] == 0 and kind in _PDU_TYPES and length <= _LONGEST_PDU
