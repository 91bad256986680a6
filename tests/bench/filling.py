"""Fills a site's index as so many stored objects would fill it, without files, through the archive's own index code."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from pacsdesk.contract.types import SeriesInstanceUID, SOPClassUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.engine.archive.dataset.filing import Filing
from pacsdesk.engine.archive.dataset.keys import IndexKeys
from pacsdesk.engine.archive.index.entries import IndexEntry, add_entries
from pacsdesk.engine.runtime.database import Database
from tests.support.datasets import CT_IMAGE

PER_STUDY = 20
_SERIES_LENGTH = 10
_STUDIES_AT_ONCE = 250
_RECEIVED_AT = datetime(2026, 3, 11, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FilledStudy:
    """A study by its number: each has a patient and an accession number of its own."""

    number: int

    @property
    def study_instance_uid(self) -> str:
        """Scattered as those of many devices are: neighbours in time are none in the index."""
        return f"2.25.{self.number * 2654435761 % (1 << 32) + (1 << 32)}{self.number:06}"

    @property
    def patient_id(self) -> str:
        """Unique."""
        return f"P{self.number:07}"

    @property
    def accession_number(self) -> str:
        """Unique."""
        return f"A{self.number:07}"

    def series_instance_uid(self, instance: int) -> str:
        """Of one of its 20 instances."""
        return f"{self.study_instance_uid}.{instance // _SERIES_LENGTH + 1}"

    def sop_instance_uid(self, instance: int) -> str:
        """Of one of its 20 instances."""
        return f"{self.series_instance_uid(instance)}.{instance + 1}"


def fill_index(database: Database, first: int, last: int) -> None:
    """Index the studies from number `first` up to, not with, `last`, 20 instances each."""
    for begin in range(first, last, _STUDIES_AT_ONCE):
        numbers = range(begin, min(begin + _STUDIES_AT_ONCE, last))
        with database.write() as connection:
            add_entries(connection, [entry for number in numbers for entry in _entries_of(FilledStudy(number))])


def _entries_of(study: FilledStudy) -> Iterator[IndexEntry]:
    day = date(2016, 1, 1) + timedelta(days=study.number % 3650)
    for instance in range(PER_STUDY):
        keys = IndexKeys(
            sop_class_uid=CT_IMAGE,
            sop_instance_uid=study.sop_instance_uid(instance),
            study_instance_uid=study.study_instance_uid,
            series_instance_uid=study.series_instance_uid(instance),
            patient_id=study.patient_id,
            patient_name=f"Name{study.number % 5000:04}^Given{study.number % 70:02}",
            patient_birth_date=f"{1930 + study.number % 90}0401",
            study_date=f"{day:%Y%m%d}",
            study_time="101500",
            accession_number=study.accession_number,
            study_description="Thorax with contrast",
            modality="CT",
            series_number=instance // _SERIES_LENGTH + 1,
            instance_number=instance + 1,
            rows=512,
            columns=512,
            bits_allocated=16,
        )
        yield _entry(keys)


def _entry(keys: IndexKeys) -> IndexEntry:
    filing = Filing(
        SOPClassUID(keys.sop_class_uid),
        SOPInstanceUID(keys.sop_instance_uid),
        StudyInstanceUID(keys.study_instance_uid),
        SeriesInstanceUID(keys.series_instance_uid),
        "",
    )
    return IndexEntry(
        keys=keys,
        filing=filing,
        transfer_syntax_uid="1.2.840.10008.1.2.1",
        size_bytes=527_000,
        digest="0" * 64,
        object_name=f"00000000/{keys.sop_instance_uid}.dcm",
        dataset_offset=1024,
        received_at=_RECEIVED_AT,
        sending_ae_title="CT01",
        association_id="a1",
    )
