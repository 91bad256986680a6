"""Packs over a real journal: what was previewed is what leaves, without what was taken out."""

import json
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zlib import crc32

import pytest

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.associations import AssociationFilter
from pacsdesk.contract.records.evidence import EvidenceOrder
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.records.traces import Trace, TraceEnd, TraceSource
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadLimits
from pacsdesk.engine.diagnosis.evidence_pack.pictures import without_extras
from pacsdesk.engine.diagnosis.evidence_pack.service import EvidencePacks, ZipReader
from pacsdesk.engine.diagnosis.journal.service import ExplainedAssociations
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import KNOWN, TESTER, ListeningSite, listening_site
from tests.engine.network.sending import EXPLICIT, sender

ECHO: list[tuple[str, str | list[str]]] = [("1.2.840.10008.1.1", EXPLICIT)]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636000000002000148afa471"
    "0000000049454e44ae426082"
)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ListeningSite]:
    with listening_site(tmp_path / "site") as listening:
        listening.enter_peer(KNOWN)
        yield listening


@pytest.fixture
def pictures(site: ListeningSite) -> UploadBatches:
    return UploadBatches(site.folder, now, UploadLimits(reserve_bytes=0, idle=timedelta(hours=1)))


class KnownTraces:
    """Two traces of the peer, one of them with patient data, and one of another."""

    def list(self, actor: Actor) -> tuple[Trace, ...]:
        at = now()

        def trace(name: str, of: str, *, is_masked: bool) -> Trace:
            return Trace(name * 8, TraceSource.PEER, of, is_masked, at, None, at, TraceEnd.ASKED, 1, 4, 20)

        return trace("a", KNOWN, is_masked=True), trace("b", KNOWN, is_masked=False), trace("c", "MR", is_masked=True)

    def open_masked(self, trace_id: str) -> ZipReader:
        return ZipReader(f"trace {trace_id}".encode(), "")


@pytest.fixture
def packs(site: ListeningSite, pictures: UploadBatches) -> EvidencePacks:
    def listeners() -> tuple[()]:
        return ()

    journal = ExplainedAssociations(site.book, site.past, site.peers, listeners)
    return EvidencePacks(journal, site.peers, listeners, KnownTraces(), pictures, now, "1.0")


def refused_caller(site: ListeningSite) -> str:
    """The id of an association that was refused, beside others."""
    for calling in (KNOWN, "STRANGER"):
        with sender(site.port, ECHO, calling):
            pass
    (summary,) = site.past.page(AssociationFilter(only_failed=True), PageRequest()).items
    return summary.association_id


def test_what_was_previewed_leaves_without_what_was_taken_out(site: ListeningSite, packs: EvidencePacks) -> None:
    preview = packs.preview(TESTER, EvidenceOrder(association_id=refused_caller(site)))
    names = [file.name for file in preview.files]
    assert names[:3] == ["README.txt", "association.txt", "association.json"]
    path = packs.pack(TESTER, preview.pack_id, ("versions.json",))
    assert path == f"evidence/{preview.pack_id}"
    reader = packs.open_zip(preview.pack_id)
    with ZipFile(BytesIO(reader.read(0, reader.size))) as opened:
        assert opened.namelist() == [name for name in names if name != "versions.json"]
        assert opened.read("association.txt").decode() == next(
            file.text for file in preview.files if file.name == "association.txt"
        )
        association = json.loads(opened.read("association.json"))
    assert association["findings"][0]["code"] == "calling-ae-unknown"


def test_only_the_peer_s_own_associations_go_in_and_no_notes(site: ListeningSite, packs: EvidencePacks) -> None:
    refused_caller(site)
    files = {file.name: file.text for file in packs.preview(TESTER, EvidenceOrder(peer=KNOWN)).files}
    assert "STRANGER" not in files["journal.txt"]
    assert f"{KNOWN} -> " in files["journal.txt"]
    assert json.loads(files["peer.json"])["notes"] == ""
    assert [text for name, text in files.items() if name.startswith("trace-")] == ["trace aaaaaaaa"]


def test_pictures_go_in_without_what_programs_write_into_them(packs: EvidencePacks, pictures: UploadBatches) -> None:
    text = b"tEXtComment\0Frau Muster"
    chunk = (len(text) - 4).to_bytes(4, "big") + text + crc(text)
    before = packs.preview(TESTER, EvidenceOrder(peer=KNOWN))
    for _ in range(2):
        preview = packs.add_pictures(TESTER, before.pack_id, uploaded(packs, pictures, PNG[:33] + chunk + PNG[33:]))
    assert preview.files[:-2] == before.files
    assert [(file.name, file.size, file.text) for file in preview.files[-2:]] == [
        ("picture-01.png", len(PNG), ""),
        ("picture-02.png", len(PNG), ""),
    ]
    packs.pack(TESTER, preview.pack_id, ("picture-01.png",))
    reader = packs.open_zip(preview.pack_id)
    with ZipFile(BytesIO(reader.read(0, reader.size))) as opened:
        assert opened.read("picture-02.png") == PNG
        assert "picture-01.png" not in opened.namelist()


def test_a_picture_that_is_none_leaves_the_preview_as_it_was(packs: EvidencePacks, pictures: UploadBatches) -> None:
    preview = packs.preview(TESTER, EvidenceOrder(peer=KNOWN))
    with pytest.raises(InvalidInput):
        packs.add_pictures(TESTER, preview.pack_id, uploaded(packs, pictures, b"GIF89a"))
    with pytest.raises(NotFound):
        packs.add_pictures(TESTER, "gone", uploaded(packs, pictures, PNG))
    packs.pack(TESTER, preview.pack_id)
    reader = packs.open_zip(preview.pack_id)
    with ZipFile(BytesIO(reader.read(0, reader.size))) as opened:
        assert opened.namelist() == [file.name for file in preview.files]


def uploaded(packs: EvidencePacks, pictures: UploadBatches, content: bytes) -> str:
    """The id of an upload of one picture."""
    picture_id = packs.open_pictures(TESTER)
    writer = pictures.writer(picture_id, "panel.png")
    writer.write(content)
    writer.commit()
    return picture_id


def crc(data: bytes) -> bytes:
    return crc32(data).to_bytes(4, "big")


@pytest.mark.parametrize("broken", [b"", b"GIF89a", PNG[:20], PNG[:-4] + b"\0\0\0\0", PNG[:40]])
def test_what_is_no_picture_is_refused(broken: bytes) -> None:
    with pytest.raises(InvalidInput):
        without_extras(broken)


def test_an_association_of_a_peer_that_is_gone_is_packed_all_the_same(
    site: ListeningSite, packs: EvidencePacks
) -> None:
    order = EvidenceOrder(peer="Gone", association_id=refused_caller(site))
    assert "peer.json" not in [file.name for file in packs.preview(TESTER, order).files]
    with pytest.raises(NotFound):
        packs.preview(TESTER, EvidenceOrder(peer="Gone"))


def test_an_order_of_nothing_is_refused(packs: EvidencePacks) -> None:
    with pytest.raises(InvalidInput):
        packs.preview(TESTER, EvidenceOrder())


def test_the_last_previews_are_kept_and_earlier_ones_not(packs: EvidencePacks) -> None:
    first, *_, last = (packs.preview(TESTER, EvidenceOrder(peer=KNOWN)).pack_id for _ in range(5))
    assert packs.pack(TESTER, last)
    with pytest.raises(NotFound):
        packs.pack(TESTER, first)
    with pytest.raises(NotFound):
        packs.open_zip(first)
