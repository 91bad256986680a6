"""Objects without pictures say what they are, in words a person can read."""

from pathlib import Path

import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from pacsdesk.imaging.describe import Description, Kind, describe
from tests.imaging.building import part10
from tests.imaging.opening import open_bytes, open_path
from tests.support.sample_files import sample_file, sample_files


def _of(name: str) -> Description:
    return describe(open_path(sample_file(name)).header)


def _fact(description: Description, label: str) -> str:
    return next(fact.value for fact in description.facts if fact.label == label)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("test-SR.dcm", Kind.REPORT),
        ("waveform_ecg.dcm", Kind.WAVEFORM),
        ("rtplan.dcm", Kind.PLAN),
        ("rtstruct.dcm", Kind.STRUCTURES),
    ],
)
def test_the_kind_is_known_by_the_sop_class(name: str, kind: Kind) -> None:
    assert _of(name).kind is kind


def test_a_report_reads_as_an_indented_tree() -> None:
    lines = _of("test-SR.dcm").body.splitlines()
    assert "    Diameter: 3 Length Unit" in lines


def test_an_ecg_tells_its_channels_and_its_sampling() -> None:
    assert _fact(_of("waveform_ecg.dcm"), "Rhythm") == "12 channels at 1,000 Hz, 10.0 s, 10,000 samples"


def test_structures_are_listed_by_name() -> None:
    assert "Isocenter 1" in _of("rtstruct.dcm").body


def _document(content: bytes) -> Dataset:
    ds = Dataset()
    ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.104.1"
    ds.SOPInstanceUID = "2.25.1"
    ds.DocumentTitle = "Discharge <b>letter</b>"
    ds.MIMETypeOfEncapsulatedDocument = "application/pdf"
    ds.EncapsulatedDocument = content
    return ds


def test_a_document_tells_title_type_and_size() -> None:
    found = describe(open_bytes(part10(_document(b"%PDF" * 1000), None)).header)
    assert (found.kind, found.title, _fact(found, "Size")) == (Kind.DOCUMENT, "Discharge <b>letter</b>", "4,000 bytes")


def test_a_report_nested_without_end_is_cut() -> None:
    root = node = Dataset()
    for _ in range(60):
        inner = Dataset()
        inner.ValueType, inner.TextValue = "TEXT", "deep"
        node.ContentSequence = Sequence([inner])
        node = inner
    root.SOPClassUID, root.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.88.11", "2.25.1"
    assert describe(open_bytes(part10(root, None)).header).body.endswith("…")


@pytest.mark.parametrize("path", sample_files(), ids=lambda path: path.name)
def test_every_sample_can_be_described(path: Path) -> None:
    assert describe(open_path(path).header).kind_name
