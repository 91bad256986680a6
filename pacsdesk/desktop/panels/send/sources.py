"""What shall be sent, as it was chosen: studies of the archive, files of this computer, or the test object."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pacsdesk.contract.records.sends import TEST_PATIENT, SendOrder
from pacsdesk.contract.types import AETitle, StudyInstanceUID
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.translation import counted, translate


@dataclass(frozen=True, slots=True)
class Source:
    """One of the three. paths: of files, which are uploaded before they can be planned."""

    study_instance_uids: tuple[StudyInstanceUID, ...] = ()
    paths: tuple[Path, ...] = ()
    is_test_object: bool = False

    def words(self) -> str:
        """For the line that says what is sent."""
        if self.is_test_object:
            words = translate("Send", "Test object: one small image of the invented patient {patient}")
            return words.format(patient=TEST_PATIENT)
        if self.study_instance_uids:
            return counted("Send", "%Ln studies of this archive", len(self.study_instance_uids))
        if len(self.paths) == 1:
            return plain(self.paths[0].name)
        return counted("Send", "%Ln files and folders", len(self.paths))

    def order(
        self, calling: AETitle | None, batch_id: str, confirmed: str, ticket: str, looks_again: bool = False
    ) -> SendOrder:
        """As the engine takes it."""
        return SendOrder(
            study_instance_uids=self.study_instance_uids,
            batch_id=batch_id,
            is_test_object=self.is_test_object,
            calling_ae_title=calling,
            confirmed=confirmed,
            looks_again=looks_again,
            ticket=ticket,
        )


def of_studies(uids: Sequence[StudyInstanceUID]) -> Source:
    """Studies of the archive."""
    return Source(study_instance_uids=tuple(uids))
