"""The file format: what we write others read, what others write is read within bounds."""

from dataclasses import replace
from io import BytesIO

import pydicom
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET, FileMeta, Receipt, encode_header, read_file_meta
from tests.support.archive import RECEIVED_AT
from tests.support.datasets import CT_IMAGE, ct_bytes

META = FileMeta(
    sop_class_uid=CT_IMAGE,
    sop_instance_uid="1.2.3.1.1",
    transfer_syntax_uid="1.2.840.10008.1.2.1",
    calling_ae_title="CT1",
    called_ae_title="PACSDESK",
    receipt=Receipt(RECEIVED_AT, "a1", "127.0.0.1", 10, "0" * 64),
)


def read(content: bytes) -> FileMeta:
    return read_file_meta(lambda start, length: content[start : start + length])


def test_a_header_is_read_as_it_was_written() -> None:
    assert read(encode_header(META) + ct_bytes()) == META


def test_a_header_fills_its_place() -> None:
    assert len(encode_header(META)) == DATASET_OFFSET


def test_pydicom_reads_our_header() -> None:
    dataset = pydicom.dcmread(BytesIO(encode_header(META) + ct_bytes()))
    assert (dataset.file_meta.SendingApplicationEntityTitle, dataset.PatientID) == ("CT1", "P1")


def test_an_import_has_no_application_entities_in_its_header() -> None:
    header = encode_header(replace(META, calling_ae_title="", called_ae_title=""))
    assert "SourceApplicationEntityTitle" not in pydicom.dcmread(BytesIO(header)).file_meta


def test_the_longest_values_have_room() -> None:
    uid = "1." + "2" * 62
    receipt = Receipt(RECEIVED_AT.replace(microsecond=999999), '"\\\0ü' * 40, "\ud800" * 99, 1 << 60, "f" * 64)
    header = encode_header(FileMeta(uid, uid, uid, "A" * 16, "B" * 16, receipt))
    assert (len(header), read(header).sop_instance_uid) == (DATASET_OFFSET, uid)


def test_a_receipt_under_anothers_name_is_not_believed() -> None:
    forged = encode_header(META).replace(b"{", b"[")
    assert read(forged).receipt is None


@pytest.mark.parametrize("length", [0, 100, 131, 140, 300, 1000])
def test_a_cut_header_is_refused_with_a_reason(length: int) -> None:
    with pytest.raises(InvalidInput):
        read(encode_header(META)[:length])


def test_a_meta_that_never_ends_is_refused() -> None:
    endless = encode_header(META)[:132] + b"\x02\x00\x02\x00OB\0\0\xf0\xff\xff\xff" + b"\0" * 100
    with pytest.raises(InvalidInput):
        read(endless)


@given(st.binary(max_size=300))
def test_noise_behind_the_preamble_is_read_or_refused(noise: bytes) -> None:
    try:
        read(b"\0" * 128 + b"DICM" + noise)
    except InvalidInput as error:
        assert error.title
