"""Finding what the archive holds."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.archive import ArchiveTotals, Instance, Series, Source, Study, StudyQuery
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.types import SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID


class StudiesService(Protocol):
    """Search and walk the hierarchy. Raises NotFound for a UID that is not (or no longer) held."""

    @requires(Permission.STUDY_SEARCH)
    def search(self, query: StudyQuery) -> Page[Study]:
        """Studies that match every word, in order. Words: names, IDs, accession numbers, modalities, dates."""
        ...

    @requires(Permission.STUDY_SEARCH)
    def get(self, study_instance_uid: StudyInstanceUID) -> Study:
        """One study."""
        ...

    @requires(Permission.STUDY_SEARCH)
    def series(self, study_instance_uid: StudyInstanceUID) -> tuple[Series, ...]:
        """All series of a study, by series number, then UID."""
        ...

    @requires(Permission.STUDY_VIEW)
    def instances(self, series_instance_uid: SeriesInstanceUID, page: PageRequest) -> Page[Instance]:
        """Instances of a series, by instance number, then UID."""
        ...

    @requires(Permission.STUDY_VIEW)
    def instance(self, sop_instance_uid: SOPInstanceUID) -> Instance:
        """One instance; its bytes come by the byte route `instance/<sop_instance_uid>`."""
        ...

    @requires(Permission.STUDY_SEARCH)
    def sources(self) -> tuple[Source, ...]:
        """Sending AE titles with their last arrival, newest first."""
        ...

    @requires(Permission.STUDY_SEARCH)
    def totals(self) -> ArchiveTotals:
        """How much the archive holds."""
        ...
