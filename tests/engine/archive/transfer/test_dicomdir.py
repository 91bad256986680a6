"""The DICOMDIR writer: whatever tree it is given, its offsets lead through all of it."""

from io import BytesIO

import pydicom
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.dataset import Dataset

from pacsdesk.engine.archive.transfer.dicomdir import (
    CodedConcept,
    DirectoryRecord,
    ReferencedFile,
    Value,
    encode_dicomdir,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\\"), max_size=20).map(str.strip)
IMAGES = st.builds(
    lambda text: DirectoryRecord(
        "IMAGE",
        (Value(0x00200013, "IS", "1"), Value(0x00204000, "LT", text)),
        ReferencedFile(("DICOM", "IM000000"), "1.2", "1.2.3", "1.2.840.10008.1.2.1"),
    ),
    TEXTS,
)
TREES = st.lists(
    st.builds(
        lambda name, below: DirectoryRecord("PATIENT", (Value(0x00100010, "PN", name),), below=below),
        TEXTS,
        st.lists(IMAGES, max_size=3),
    ),
    max_size=4,
)


def followed(offset: int, by_offset: dict[int, Dataset]) -> list[object]:
    """The tree that one reads who goes by offsets alone."""
    records: list[object] = []
    while offset:
        record = by_offset[offset]
        below = followed(record.OffsetOfReferencedLowerLevelDirectoryEntity, by_offset)
        records.append((record.DirectoryRecordType, below))
        offset = record.OffsetOfTheNextDirectoryRecord
    return records


def shape(records: list[DirectoryRecord]) -> list[object]:
    return [(record.kind, shape(record.below)) for record in records]


@settings(deadline=None)
@given(TREES)
def test_following_the_offsets_gives_the_tree(roots: list[DirectoryRecord]) -> None:
    directory = pydicom.dcmread(BytesIO(encode_dicomdir(roots, "PACSDESK", "1.2.3")))
    by_offset = {record.seq_item_tell: record for record in directory.DirectoryRecordSequence}
    first = directory.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity
    assert followed(first, by_offset) == shape(roots)


@given(TEXTS)
def test_text_in_any_script_comes_back(text: str) -> None:
    root = DirectoryRecord("PATIENT", (Value(0x00100020, "LO", text),))
    directory = pydicom.dcmread(BytesIO(encode_dicomdir([root], "PACSDESK", "1.2.3")))
    assert (directory.DirectoryRecordSequence[0].PatientID or "").strip() == text


def test_a_coded_concept_is_a_sequence_of_one() -> None:
    concept = CodedConcept(0x0040A043, "121181", "DCM", "DICOM Object Catalog")
    root = DirectoryRecord("SR DOCUMENT", (concept,))
    directory = pydicom.dcmread(BytesIO(encode_dicomdir([root], "PACSDESK", "1.2.3")))
    (item,) = directory.DirectoryRecordSequence[0].ConceptNameCodeSequence
    assert (item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning) == ("121181", "DCM", "DICOM Object Catalog")
