"""The archive's services of the engine in memory: studies, trash, conflicts, transfers, integrity."""

from pacsdesk.contract.errors import (
    InvalidInput,
)
from pacsdesk.contract.events import ConflictsChanged, StudiesChanged, TrashChanged
from pacsdesk.contract.records.archive import (
    ArchiveTotals,
    Conflict,
    ConflictResolution,
    Instance,
    IntegrityReport,
    Packing,
    Series,
    Source,
    Study,
    StudyQuery,
    StudySort,
    TrashEntry,
)
from pacsdesk.contract.records.jobs import JobProblem
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.types import JobId, SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID
from tests.support.fake_state import NOW, USER_NAME, FakeService, one_of, page_of


class FakeStudies(FakeService):
    def search(self, query: StudyQuery) -> Page[Study]:
        self.site.enter("studies.search")
        words = query.words.casefold().split()
        found = [study for study in self.site.studies if all(word in searchable(study) for word in words)]
        found.sort(
            key=lambda study: (_sort_value(study, query.sort), study.study_instance_uid), reverse=query.descending
        )
        return page_of(found, query.page)

    def get(self, study_instance_uid: StudyInstanceUID) -> Study:
        self.site.enter("studies.get")
        return one_of(self.site.studies, lambda study: study.study_instance_uid == study_instance_uid, "study")

    def series(self, study_instance_uid: StudyInstanceUID) -> tuple[Series, ...]:
        self.site.enter("studies.series")
        return tuple(series for series in self.site.series if series.study_instance_uid == study_instance_uid)

    def instances(self, series_instance_uid: SeriesInstanceUID, page: PageRequest) -> Page[Instance]:
        self.site.enter("studies.instances")
        return page_of([i for i in self.site.instances if i.series_instance_uid == series_instance_uid], page)

    def instance(self, sop_instance_uid: SOPInstanceUID) -> Instance:
        self.site.enter("studies.instance")
        return one_of(self.site.instances, lambda instance: instance.sop_instance_uid == sop_instance_uid, "instance")

    def sources(self) -> tuple[Source, ...]:
        self.site.enter("studies.sources")
        return tuple(self.site.sources)

    def totals(self) -> ArchiveTotals:
        self.site.enter("studies.totals")
        studies = self.site.studies
        return ArchiveTotals(
            number_of_patients=len({study.patient_id for study in studies}),
            number_of_studies=len(studies),
            number_of_series=sum(study.number_of_series for study in studies),
            number_of_instances=sum(study.number_of_instances for study in studies),
            size_bytes=sum(study.size_bytes for study in studies),
        )


class FakeTrash(FakeService):
    def delete(self, study_instance_uids: tuple[StudyInstanceUID, ...], reason: str) -> tuple[TrashEntry, ...]:
        self.site.enter("trash.delete")
        if not reason.strip():
            raise InvalidInput("A reason is needed to delete studies.")
        gone = [FakeStudies(self.site).get(uid) for uid in study_instance_uids]
        entries = tuple(self._entry(study, reason) for study in gone)
        self.site.studies = [study for study in self.site.studies if study not in gone]
        self.site.trashed = [*zip(entries, gone, strict=True), *self.site.trashed]
        self.site.publish(StudiesChanged(study_instance_uids))
        return entries

    def _entry(self, study: Study, reason: str) -> TrashEntry:
        return TrashEntry(
            trash_id=f"trash-{next(self.site.numbers)}",
            study_instance_uid=study.study_instance_uid,
            patient_name=study.patient_name,
            patient_id=study.patient_id,
            study_description=study.study_description,
            study_date=study.study_date,
            number_of_instances=study.number_of_instances,
            size_bytes=study.size_bytes,
            deleted_at=NOW,
            deleted_by=USER_NAME,
            reason=reason,
        )

    def entries(self, page: PageRequest) -> Page[TrashEntry]:
        self.site.enter("trash.entries")
        return page_of([entry for entry, _study in self.site.trashed], page)

    def take_back(self, trash_id: str) -> StudyInstanceUID:
        self.site.enter("trash.take_back")
        entry, study = one_of(self.site.trashed, lambda pair: pair[0].trash_id == trash_id, "entry in the trash")
        self.site.trashed.remove((entry, study))
        self.site.studies.append(study)
        self.site.publish(TrashChanged(trash_id))
        self.site.publish(StudiesChanged((study.study_instance_uid,)))
        return study.study_instance_uid


class FakeConflicts(FakeService):
    def list(self, page: PageRequest) -> Page[Conflict]:
        self.site.enter("conflicts.list")
        return page_of(self.site.conflicts, page)

    def resolve(self, conflict_id: str, resolution: ConflictResolution, reason: str) -> SOPInstanceUID:
        self.site.enter("conflicts.resolve")
        conflict = one_of(self.site.conflicts, lambda one: one.conflict_id == conflict_id, "conflict")
        self.site.conflicts.remove(conflict)
        self.site.publish(ConflictsChanged(conflict_id))
        is_new = resolution is ConflictResolution.KEEP_BOTH
        return SOPInstanceUID("2.25.1") if is_new else conflict.sop_instance_uid


class FakeTransfer(FakeService):
    def open_batch(self, title: str) -> str:
        self.site.enter("transfer.open_batch")
        return f"batch-{next(self.site.numbers)}"

    def drop_batch(self, batch_id: str) -> None:
        self.site.enter("transfer.drop_batch")

    def start_import(self, batch_id: str, left_out: tuple[JobProblem, ...] = (), number_left_out: int = 0) -> JobId:
        self.site.enter("transfer.start_import")
        return self.site.start_job("import", "Import files")

    def start_export(self, study_instance_uids: tuple[StudyInstanceUID, ...], packing: Packing) -> JobId:
        self.site.enter("transfer.start_export")
        return self.site.start_job("export", f"Export {len(study_instance_uids)} studies", artifact="export/1")


class FakeIntegrity(FakeService):
    def start_rebuild(self) -> JobId:
        self.site.enter("integrity.start_rebuild")
        return self.site.start_job("rebuild", "Rebuild the index")

    def start_check(self) -> JobId:
        self.site.enter("integrity.start_check")
        return self.site.start_job("check-archive", "Compare index and files")

    def report(self, job_id: JobId) -> IntegrityReport:
        self.site.enter("integrity.report")
        count = len(self.site.instances)
        return IntegrityReport(count, count, (), (), (), (), ())

    def last_report(self) -> IntegrityReport:
        self.site.enter("integrity.last_report")
        count = len(self.site.instances)
        return IntegrityReport(count, count, (), (), (), (), ())


def searchable(study: Study) -> str:
    """The text that a word of a search must occur in."""
    parts = (
        study.patient_name,
        study.patient_id,
        study.accession_number,
        study.study_date,
        study.study_description,
        *study.modalities_in_study,
    )
    return " ".join(parts).casefold()


def _sort_value(study: Study, sort: StudySort) -> tuple[int, str]:
    """Numbers and moments order by the first place, texts by the second."""
    number = {
        StudySort.RECEIVED: int(study.last_received_at.timestamp()),
        StudySort.NUMBER_OF_INSTANCES: study.number_of_instances,
        StudySort.SIZE: study.size_bytes,
    }.get(sort, 0)
    text = {
        StudySort.STUDY_DATE: study.study_date + study.study_time,
        StudySort.PATIENT_NAME: study.patient_name.casefold(),
        StudySort.PATIENT_ID: study.patient_id,
        StudySort.ACCESSION_NUMBER: study.accession_number,
        StudySort.STUDY_DESCRIPTION: study.study_description.casefold(),
    }.get(sort, "")
    return number, text
