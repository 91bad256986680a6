"""First bytes are taken for what they are, whole or in part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.records.probes import Speaks
from pacsdesk.engine.network.scu.fingerprint import shown, speaks


@pytest.mark.parametrize(
    ("first", "what"),
    [
        (b"", Speaks.NOTHING),
        (b"\x02\x00\x00\x00\x01\x10", Speaks.DICOM),
        (b"\x03\x00\x00\x00\x00\x04", Speaks.DICOM),
        (b"\x07\x00", Speaks.DICOM),
        (b"\x16\x03\x03\x00\x7a", Speaks.TLS),
        (b"\x15\x03\x01\x00\x02\x02\x46", Speaks.TLS),
        (b"HTTP/1.1 400 Bad Request\r\n", Speaks.HTTP),
        (b"<html><head>", Speaks.HTTP),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Speaks.SSH),
        (b"220 mail ESMTP\r\n", Speaks.MAIL_OR_FILES),
        (b"\x0bMSH|^~\\&|RIS", Speaks.HL7),
        (b"\x03\x00\x00\x13\x0e\xd0\x00\x00", Speaks.OTHER),  # a remote desktop (TPKT)
        (b"\x4a\x00\x00\x00\x0a8.0.36", Speaks.OTHER),  # MySQL
        (b"\x02\x00\xff\xff\xff\xff", Speaks.OTHER),
        (b"\x02\x01\x00\x00\x00\x04", Speaks.OTHER),
    ],
)
def test_first_bytes_show_what_speaks(first: bytes, what: Speaks) -> None:
    assert speaks(first) is what


@given(st.binary(max_size=64))
def test_any_bytes_are_something(first: bytes) -> None:
    assert (speaks(first) is Speaks.NOTHING) == (not first)
    assert shown(first).isprintable()


def test_text_is_shown_as_text_and_its_first_line_alone() -> None:
    assert shown(b"SSH-2.0-x\r\nmore") == "“SSH-2.0-x”"
    assert shown(b"\x02\x00") == "02 00"
