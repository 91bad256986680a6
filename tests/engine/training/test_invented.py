"""The invented patients: readable by others, the same each time, of every kind that a viewer must know."""

from collections import Counter
from datetime import datetime
from functools import cache
from io import BytesIO

import numpy as np
import pytest
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.filereader import read_dataset
from pydicom.uid import UID

from pacsdesk.engine.training.documents import one_page_pdf
from pacsdesk.engine.training.invented import (
    NUMBER_OF_INSTANCES,
    NUMBER_OF_STUDIES,
    InventedObject,
    invented_site,
)
from pacsdesk.engine.training.roster import PATIENTS, invented_uid

NOW = datetime(2026, 3, 1, 23, 0)


@cache
def site() -> tuple[InventedObject, ...]:
    """All objects, made once for this file."""
    return tuple(invented_site(NOW))


@cache
def datasets() -> tuple[Dataset, ...]:
    """All objects as pydicom reads them."""
    return tuple(map(read, site()))


def read(invented: InventedObject) -> Dataset:
    syntax = UID(invented.transfer_syntax_uid)
    ds = read_dataset(BytesIO(invented.content), syntax.is_implicit_VR, True)
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = syntax
    return ds


def of_modality(modality: str) -> Dataset:
    """The first object of a modality."""
    return next(ds for ds in datasets() if ds.Modality == modality)


def test_the_site_has_as_many_studies_and_instances_as_it_says() -> None:
    assert len({ds.StudyInstanceUID for ds in datasets()}) == NUMBER_OF_STUDIES
    assert len({ds.SOPInstanceUID for ds in datasets()}) == len(site()) == NUMBER_OF_INSTANCES


def test_the_site_stays_under_sixty_megabytes() -> None:
    assert sum(len(invented.content) for invented in site()) < 60_000_000


def test_every_patient_has_a_study() -> None:
    assert {str(ds.PatientID) for ds in datasets()} == {patient.patient_id for patient in PATIENTS}


def test_names_come_back_in_their_script() -> None:
    assert {str(ds.PatientName) for ds in datasets()} == {patient.name for patient in PATIENTS}


def test_a_name_has_sixty_characters() -> None:
    assert max(len(patient.name) for patient in PATIENTS) == 60


def test_what_is_announced_is_what_the_dataset_says() -> None:
    said = [(invented.sop_class_uid, invented.sop_instance_uid) for invented in site()]
    assert said == [(ds.SOPClassUID, ds.SOPInstanceUID) for ds in datasets()]


def test_the_same_day_gives_the_same_bytes() -> None:
    again = invented_site(NOW)
    assert next(iter(again)) == site()[0]


def test_another_day_gives_the_same_uids_with_other_dates() -> None:
    later = read(next(iter(invented_site(datetime(2027, 6, 15, 12, 0)))))
    first = datasets()[0]
    assert (later.SOPInstanceUID == first.SOPInstanceUID, later.StudyDate) == (True, "20270613")


@pytest.mark.thorough
@pytest.mark.parametrize("now", [datetime(2026, 3, 1, 0, 30), datetime(2026, 3, 1, 9, 5), NOW])
def test_nothing_was_made_later_than_now(now: datetime) -> None:
    made = [datetime.combine(one.made_on, one.made_at) for one in invented_site(now)]
    assert max(made) <= now


@pytest.mark.parametrize("modality", ["CT", "MR", "CR", "US", "XA"])
def test_pictures_are_decoded_and_show_something(modality: str) -> None:
    pixels = of_modality(modality).pixel_array
    assert np.ptp(pixels) > 100


def test_kinds_that_viewers_stumble_over_are_there() -> None:
    kinds = Counter(
        (
            ds.Modality,
            ds.get("PhotometricInterpretation", ""),
            "NumberOfFrames" in ds,
            ds.file_meta.TransferSyntaxUID.name,
        )
        for ds in datasets()
    )
    expected = {
        ("CR", "MONOCHROME1", False, "Explicit VR Little Endian"),
        ("CR", "MONOCHROME1", False, "RLE Lossless"),
        ("US", "RGB", True, "Explicit VR Little Endian"),
        ("US", "RGB", False, "RLE Lossless"),
        ("CT", "MONOCHROME2", True, "Explicit VR Little Endian"),
        ("MR", "MONOCHROME2", False, "Implicit VR Little Endian"),
        ("SR", "", False, "Explicit VR Little Endian"),
        ("DOC", "", False, "Explicit VR Little Endian"),
        ("ECG", "", False, "Explicit VR Little Endian"),
    }
    assert expected - kinds.keys() == set()


def test_bone_brain_and_air_of_a_head_have_their_hounsfield_units() -> None:
    slices = [ds for ds in datasets() if ds.StudyDescription == "CT head without contrast"]
    values = slices[10].pixel_array.astype(int) - 1024
    middle = values[250:262, 150:200]
    assert (values.max() > 800, 20 < np.median(middle) < 50, np.median(values[:20, :20]) < -950) == (True, True, True)


def test_an_ecg_has_twelve_leads_of_ten_seconds() -> None:
    waveform = of_modality("ECG").waveform_array(0)
    assert waveform.shape == (5000, 12)


def test_a_letter_is_a_pdf() -> None:
    document = of_modality("DOC").EncapsulatedDocument
    assert document.startswith(b"%PDF-1.4")
    assert document.rstrip(b"\0").endswith(b"%%EOF\n")


def test_a_pdf_tells_where_its_objects_are() -> None:
    document = one_page_pdf(("one (two)",))
    table = document[document.index(b"xref") :].split(b"\n")[3:8]
    starts = [document[int(line[:10]) :].split(b"\n")[0] for line in table]
    assert starts == [b"%d 0 obj" % number for number in range(1, 6)]


def test_invented_uids_are_valid_and_differ() -> None:
    uids = {invented_uid("study", number) for number in range(100)}
    assert len(uids) == 100
    assert all(UID(uid).is_valid for uid in uids)
