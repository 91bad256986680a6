"""A masked trace holds no value that could say who a patient is, however the dataset is written or broken."""

import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from tests.engine.network.tracing.passing import EXPLICIT, Follower
from tests.support.datasets import ct_dataset, encode

IMPLICIT, BIG, DEFLATED = "1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"
WORDS = (b"KRYPTISCH", b"WILHELMINE", b"KR-4711", b"19530214", b"FRECKLES", b"GREEN WARD", b"OF-NOBODY")


def with_secrets() -> Dataset:
    """Names and the like where they stand, in sequences and in private elements too."""
    inner = Dataset()
    inner.PatientName = "KRYPTISCH^WILHELMINE"
    inner.RequestedProcedureDescription = "FRECKLES"
    dataset = ct_dataset(PatientName="KRYPTISCH^WILHELMINE", PatientID="KR-4711", PatientBirthDate="19530214")
    dataset.InstitutionName = "GREEN WARD"
    dataset.Manufacturer = "MAKER"
    dataset.RequestAttributesSequence = Sequence([inner])
    block = dataset.private_block(0x0029, "MAKER PRIVATE", create=True)
    block.add_new(0x10, "LO", "OF-NOBODY")
    return dataset


@pytest.mark.parametrize("maximum", [160, 16384])
@pytest.mark.parametrize(
    ("syntax", "content"),
    [
        (EXPLICIT, encode(with_secrets())),
        (IMPLICIT, encode(with_secrets(), explicit=False)),
        (BIG, encode(with_secrets(), big_endian=True)),
        (EXPLICIT, encode(with_secrets(), explicit=False)),  # not what was agreed
        (DEFLATED, encode(with_secrets())),
        ("1.2.3.4.5", encode(with_secrets())),
        (EXPLICIT, encode(with_secrets())[12:]),  # broken
    ],
)
def test_nothing_of_a_patient_is_kept(syntax: str, content: bytes, maximum: int) -> None:
    kept = Follower().store(content, syntax, maximum)
    assert [word for word in WORDS if word in kept] == []


def test_what_helps_to_read_stays() -> None:
    kept = Follower().store(encode(with_secrets()))
    assert [word in kept for word in (b"MAKER", b"MONOCHROME2", b"1.2.3.1.1", b"CT")] == [True] * 4


def test_lengths_stay_as_they_passed() -> None:
    masked, plain = Follower(), Follower(is_masked=False)
    content = encode(with_secrets())
    assert len(masked.store(content)) == len(plain.store(content))
    assert b"KRYPTISCH^WILHELMINE" in plain.kept()


def test_pixels_are_no_values_to_keep() -> None:
    assert b"\0\1\2\3\4\5\6\7" not in Follower().store(encode(ct_dataset()))
