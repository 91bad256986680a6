"""Evidence packs: a ZIP for a peer's maker, with patient data replaced."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.evidence import EvidenceOrder, EvidencePreview, EvidenceRecords


class EvidenceService(Protocol):
    """Two steps, so that what leaves is what was seen: a preview, then the pack of it."""

    @requires(Permission.PEER_PROBE)
    def preview(self, order: EvidenceOrder) -> EvidencePreview:
        """Put a pack together and show it; it is kept for a while, the last few of all.

        Raises NotFound for an unknown peer or association, InvalidInput for an order of nothing.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def records(self, pack_id: str) -> EvidenceRecords:
        """What a preview is about, as it would leave: for pictures, which are drawn anew of nothing else.

        Raises NotFound when the preview is no longer kept, Refused when what was replaced left no such record.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def open_pictures(self) -> str:
        """A place for pictures, PNG, to be uploaded to `uploads/evidence-pictures/<picture_id>`; its id."""
        ...

    @requires(Permission.PEER_PROBE)
    def add_pictures(self, pack_id: str, picture_id: str) -> EvidencePreview:
        """Take uploaded pictures into a preview, behind its other files; the upload is gone then.

        Raises NotFound when the preview or the upload is no longer kept, InvalidInput for what is no PNG, TooLarge.
        """
        ...

    @requires(Permission.STUDY_EXPORT)
    def pack(self, pack_id: str, left_out: tuple[str, ...] = ()) -> str:
        """Make the ZIP of a preview without the files of these names; answers its path on the byte route.

        Raises NotFound when the preview is no longer kept.
        """
        ...
