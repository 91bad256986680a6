"""Datasets in the deflated syntax (PS3.5 A.5): kept as they were sent, or set aside whole when nobody can tell whose
they are.
"""

import json
import zlib
from pathlib import Path

import pytest
from pydicom.filereader import read_file_meta_info

from tests.engine.network.listening import ListeningSite
from tests.engine.network.receiving.receiving_site import receiving_site
from tests.engine.network.sending import PRIVATE_CLASS, SentObject, send_one, small_object
from tests.support.datasets import CT_IMAGE, ct_bytes
from tests.support.part10 import dataset_of

DEFLATED = "1.2.840.10008.1.2.1.99"
UID = "1.2.3.1.1"
PLAIN = ct_bytes(UID, Rows=64, Columns=64, PixelData=bytes(range(256)) * 32)


def deflate(content: bytes) -> bytes:
    """Without a header of its own."""
    deflating = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflating.compress(content) + deflating.flush()


def announced_as_deflated(content: bytes) -> SentObject:
    """The CT, whose bytes are what they are."""
    return SentObject(CT_IMAGE, UID, DEFLATED, content)


def stored(site: ListeningSite) -> list[bytes]:
    """The datasets of all objects, as they lie on the disk."""
    return [dataset_of(path.read_bytes()) for path in site.folder.objects.rglob("*.dcm")]


def set_aside(site: ListeningSite) -> list[Path]:
    """The files in quarantine."""
    return sorted(site.folder.quarantine.glob("*.dcm"))


@pytest.fixture
def known(site: ListeningSite) -> ListeningSite:
    """A site that knows the sender."""
    site.enter_peer()
    return site


def test_a_deflated_dataset_is_kept_as_sent(known: ListeningSite) -> None:
    assert send_one(known.port, announced_as_deflated(deflate(PLAIN))) == (0x0000, "")
    assert stored(known) == [deflate(PLAIN)]


def test_one_that_is_cut_after_its_identity_is_kept_with_a_warning(known: ListeningSite) -> None:
    cut = deflate(PLAIN)[:-20]
    status, comment = send_one(known.port, announced_as_deflated(cut))
    assert (status, "cut off" in comment) == (0xB007, True)
    assert stored(known) == [cut]
    assert set_aside(known) == []


UNREADABLE = {
    "not deflated": PLAIN,
    "with zlib's header": zlib.compress(PLAIN),
    "noise": b"\xff" * 2000,
    "deflated without an identity": deflate(PLAIN[:8]),
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_one_whose_identity_cannot_be_read_is_refused_and_set_aside_whole(known: ListeningSite, content: bytes) -> None:
    status, comment = send_one(known.port, announced_as_deflated(content))
    assert (status, bool(comment)) == (0xC000, True)
    (kept,) = set_aside(known)
    assert dataset_of(kept.read_bytes()) == content
    meta = read_file_meta_info(kept)
    assert (meta.MediaStorageSOPInstanceUID, meta.TransferSyntaxUID) == (UID, DEFLATED)
    assert json.loads(kept.with_suffix(".json").read_bytes())["status"] == "C000"
    assert (stored(known), list(known.folder.staging.iterdir())) == ([], [])


def test_a_receiver_does_the_same_and_goes_on(tmp_path: Path) -> None:
    with receiving_site(tmp_path) as receiving, receiving.beside_another():
        assert send_one(receiving.port, announced_as_deflated(PLAIN))[0] == 0xC000
        assert [dataset_of(path.read_bytes()) for path in set_aside(receiving.site)] == [PLAIN]
        assert send_one(receiving.port, small_object(PRIVATE_CLASS)) == (0x0000, "")
        assert receiving.staged() == []
