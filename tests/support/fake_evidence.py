"""Evidence packs without an engine: a pack of the files that the real one would have."""

from io import BytesIO
from zipfile import ZipFile

from pacsdesk.contract.records.evidence import EvidenceFile, EvidenceOrder, EvidencePreview, EvidenceRecords
from pacsdesk.engine.diagnosis.evidence_pack.contents import Seen, files_of
from pacsdesk.engine.diagnosis.evidence_pack.redrawing import records_of
from pacsdesk.engine.diagnosis.evidence_pack.replacing import Replacer
from tests.support.fake_associations import FakeAssociations
from tests.support.fake_state import NOW, FakeService


class FakeEvidence(FakeService):
    def preview(self, order: EvidenceOrder) -> EvidencePreview:
        self.site.enter("evidence.preview")
        about = f"Evidence about {order.peer or order.association_id}, UIDs {order.uids}, dates {order.dates}.\n"
        files = [
            EvidenceFile("README.txt", len(about), about),
            EvidenceFile("journal.txt", 61, "2026-03-11 08:00:00.000 to 08:00:48.000 CT01 -> PACSDESK: released\n"),
            EvidenceFile("journal.json", 2_410, '[{"summary": {"calling_ae_title": "CT01"}}]\n'),
            EvidenceFile("versions.json", 38, '{"PACSDesk": "PACSDesk 0.1.0"}\n'),
        ]
        if order.ladder:
            files.insert(1, EvidenceFile("ladder.txt", 24, "tcp done 1.2 ms\n"))
        self.packed, self.order = files, order
        return EvidencePreview("pack-1", tuple(files), 2)

    def records(self, pack_id: str) -> EvidenceRecords:
        self.site.enter("evidence.records")
        order, journal = self.order, FakeAssociations(self.site)
        chosen = journal.get(order.association_id) if order.association_id else None
        findings = journal.explain(order.association_id) if chosen else ()
        seen = Seen(order, NOW, NOW, {}, (), association=chosen, findings=findings)
        return records_of(files_of(seen, Replacer(order.uids, order.dates, -40)))

    def open_pictures(self) -> str:
        self.site.enter("evidence.open_pictures")
        return "pictures-1"

    def add_pictures(self, pack_id: str, picture_id: str) -> EvidencePreview:
        self.site.enter("evidence.add_pictures")
        number = sum(file.name.endswith(".png") for file in self.packed) + 1
        self.packed.append(EvidenceFile(f"picture-{number:02}.png", 40_000, ""))
        return EvidencePreview(pack_id, tuple(self.packed), 2)

    def pack(self, pack_id: str, left_out: tuple[str, ...] = ()) -> str:
        self.site.enter("evidence.pack")
        made = BytesIO()
        with ZipFile(made, "w") as target:
            for file in self.packed:
                if file.name not in left_out:
                    target.writestr(file.name, file.text)
        self.site.bytes[f"evidence/{pack_id}"] = made.getvalue()
        return f"evidence/{pack_id}"
