"""The index: what is held, as rows that can all be made anew from the files. Private to the archive.

Text columns are NOT NULL with "" for absent, so that comparisons need no special case; times are UTC without zone.
"""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pacsdesk.engine.runtime.database import Base

# SQLite makes only INTEGER PRIMARY KEY an alias of the row id; PostgreSQL wants BIGINT for growth
ROW_ID = BigInteger().with_variant(Integer(), "sqlite")

# compared by code point everywhere, so that a prefix is a range on PostgreSQL as it is on SQLite
BY_CODE_POINT = Text().with_variant(Text(collation="C"), "postgresql")


class PatientRow(Base):
    """A patient, told apart by ID, issuer and (when there is no ID) name."""

    __tablename__ = "patients"
    __table_args__ = (UniqueConstraint("patient_id", "issuer_of_patient_id", "name_key"),)

    row_id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    patient_id: Mapped[str] = mapped_column(BY_CODE_POINT)
    issuer_of_patient_id: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text)  # the patient's name when patient_id is "", else ""
    patient_name: Mapped[str] = mapped_column(Text)
    name_sort: Mapped[str] = mapped_column(BY_CODE_POINT, index=True)  # folded like a study's
    patient_birth_date: Mapped[str] = mapped_column(Text)
    patient_birth_time: Mapped[str] = mapped_column(Text)
    patient_sex: Mapped[str] = mapped_column(Text)
    other_patient_ids: Mapped[str] = mapped_column(Text)
    ethnic_group: Mapped[str] = mapped_column(Text)
    patient_comments: Mapped[str] = mapped_column(Text)


class StudyRow(Base):
    """A study; the patient's fields are repeated as this study's own objects give them, and for sorting."""

    __tablename__ = "studies"
    __table_args__ = (
        # each sort of the study list walks one of these, ties broken by row_id (pages come by key)
        Index("ix_studies_received", "last_received_at", "row_id"),
        Index("ix_studies_study_date", "study_date", "study_time", "row_id"),
        Index("ix_studies_patient_name", "name_sort", "row_id"),
        Index("ix_studies_patient_id", "patient_id", "row_id"),
        Index("ix_studies_accession_number", "accession_number", "row_id"),
        Index("ix_studies_description", "study_description", "row_id"),
        Index("ix_studies_instances", "number_of_instances", "row_id"),
        Index("ix_studies_size", "size_bytes", "row_id"),
    )

    row_id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    patient_row_id: Mapped[int] = mapped_column(ForeignKey("patients.row_id"), index=True)
    study_instance_uid: Mapped[str] = mapped_column(String(64), unique=True)
    patient_id: Mapped[str] = mapped_column(BY_CODE_POINT)
    issuer_of_patient_id: Mapped[str] = mapped_column(Text)
    patient_name: Mapped[str] = mapped_column(Text)
    name_sort: Mapped[str] = mapped_column(BY_CODE_POINT)  # folded to lower case without accents
    patient_birth_date: Mapped[str] = mapped_column(Text)
    patient_sex: Mapped[str] = mapped_column(Text)
    patient_age: Mapped[str] = mapped_column(Text)
    study_date: Mapped[str] = mapped_column(Text)
    study_time: Mapped[str] = mapped_column(Text)
    study_id: Mapped[str] = mapped_column(Text)
    accession_number: Mapped[str] = mapped_column(BY_CODE_POINT)
    study_description: Mapped[str] = mapped_column(BY_CODE_POINT)
    referring_physician_name: Mapped[str] = mapped_column(Text)
    physicians_of_record: Mapped[str] = mapped_column(Text)
    institution_name: Mapped[str] = mapped_column(Text)
    modalities: Mapped[str] = mapped_column(Text)  # sorted, separated by a backslash: "CT\\SR"
    number_of_series: Mapped[int] = mapped_column(Integer)
    number_of_instances: Mapped[int] = mapped_column(Integer)
    number_of_unreadable: Mapped[int] = mapped_column(Integer)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    first_received_at: Mapped[datetime]
    last_received_at: Mapped[datetime]
    sending_ae_title: Mapped[str] = mapped_column(Text)  # of the last arrival


class StudyWordRow(Base):
    """Every folded word a study can be found by; a search is a range over `word` (portable, prefix-fast)."""

    __tablename__ = "study_words"
    __table_args__ = (
        # covers the question "has this study such a word", asked while a sorted list is walked
        Index("ix_study_words_study_row_id", "study_row_id", "word"),
        {"sqlite_with_rowid": False},
    )

    word: Mapped[str] = mapped_column(BY_CODE_POINT, primary_key=True)
    study_row_id: Mapped[int] = mapped_column(ForeignKey("studies.row_id", ondelete="CASCADE"), primary_key=True)


class SeriesRow(Base):
    """A series."""

    __tablename__ = "series"

    row_id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    study_row_id: Mapped[int] = mapped_column(ForeignKey("studies.row_id", ondelete="CASCADE"), index=True)
    series_instance_uid: Mapped[str] = mapped_column(String(64))
    modality: Mapped[str] = mapped_column(Text)
    series_number: Mapped[int | None]
    series_description: Mapped[str] = mapped_column(Text)
    body_part_examined: Mapped[str] = mapped_column(Text)
    laterality: Mapped[str] = mapped_column(Text)
    protocol_name: Mapped[str] = mapped_column(Text)
    series_date: Mapped[str] = mapped_column(Text)
    series_time: Mapped[str] = mapped_column(Text)
    performing_physician_name: Mapped[str] = mapped_column(Text)
    operators_name: Mapped[str] = mapped_column(Text)
    station_name: Mapped[str] = mapped_column(Text)
    institution_name: Mapped[str] = mapped_column(Text)
    pps_start_date: Mapped[str] = mapped_column(Text)
    pps_start_time: Mapped[str] = mapped_column(Text)
    request_attributes: Mapped[str] = mapped_column(Text)  # items by line feeds, see matching/sequences.py
    number_of_instances: Mapped[int] = mapped_column(Integer)
    size_bytes: Mapped[int] = mapped_column(BigInteger)

    # a series UID belongs to one study; broken devices reuse it, and then each study keeps its own
    __table_args__ = (UniqueConstraint("series_instance_uid", "study_row_id"),)


class InstanceRow(Base):
    """A stored instance and where its file is."""

    __tablename__ = "instances"

    row_id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    series_row_id: Mapped[int] = mapped_column(ForeignKey("series.row_id", ondelete="CASCADE"), index=True)
    sop_instance_uid: Mapped[str] = mapped_column(String(64), unique=True)
    sop_class_uid: Mapped[str] = mapped_column(String(64))
    transfer_syntax_uid: Mapped[str] = mapped_column(String(64))
    instance_number: Mapped[int | None]
    number_of_frames: Mapped[int] = mapped_column(Integer)
    rows: Mapped[int] = mapped_column(Integer)
    columns: Mapped[int] = mapped_column(Integer)
    bits_allocated: Mapped[int] = mapped_column(Integer)
    content_date: Mapped[str] = mapped_column(Text)
    content_time: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int] = mapped_column(BigInteger)  # of the dataset
    digest: Mapped[str] = mapped_column(String(64))  # hex SHA-256 of the dataset's bytes
    object_name: Mapped[str] = mapped_column(Text, unique=True)  # relative to objects/, made by us
    dataset_offset: Mapped[int] = mapped_column(Integer)  # where the dataset begins in the file
    unreadable: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    sending_ae_title: Mapped[str] = mapped_column(Text)
    association_id: Mapped[str] = mapped_column(Text)


class SourceRow(Base):
    """A sending AE title, counted."""

    __tablename__ = "sources"

    ae_title: Mapped[str] = mapped_column(Text, primary_key=True)
    last_received_at: Mapped[datetime]
    number_of_instances: Mapped[int] = mapped_column(Integer)


class ConflictRow(Base):
    """A second object under a stored UID; its file and side file are in conflicts/."""

    __tablename__ = "conflicts"
    __table_args__ = (Index("ix_conflicts_received", "received_at", "conflict_id"),)

    conflict_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    sop_instance_uid: Mapped[str] = mapped_column(String(64), index=True)
    study_instance_uid: Mapped[str] = mapped_column(String(64), index=True)  # where the second belongs
    sop_class_uid: Mapped[str] = mapped_column(String(64))
    transfer_syntax_uid: Mapped[str] = mapped_column(String(64))
    patient_name: Mapped[str] = mapped_column(Text)
    patient_id: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    digest: Mapped[str] = mapped_column(String(64))
    dataset_offset: Mapped[int] = mapped_column(Integer)
    received_at: Mapped[datetime]
    sending_ae_title: Mapped[str] = mapped_column(Text)
    differences: Mapped[str] = mapped_column(Text)  # one a line


class NewEntryRow(Base):
    """An instance that was committed as it came and is not in the tables above yet (index/new_entries.py)."""

    __tablename__ = "new_entries"

    row_id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    entry: Mapped[bytes] = mapped_column(LargeBinary)  # an IndexEntry as MessagePack


class ObjectFolderRow(Base):
    """A folder of objects/. Only open ones take new files, so only these are looked through at start."""

    __tablename__ = "object_folders"

    number: Mapped[int] = mapped_column(ROW_ID, primary_key=True, autoincrement=False)
    opened_at: Mapped[datetime]
    is_open: Mapped[bool] = mapped_column(Boolean(name="is_open"), index=True)


class FileMoveRow(Base):
    """A rename that belongs to a committed transaction and may still have to be carried out."""

    __tablename__ = "file_moves"

    row_id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    source: Mapped[str] = mapped_column(Text)  # both relative to the data folder, made by us
    target: Mapped[str] = mapped_column(Text)


class TrashRow(Base):
    """What one deletion moved away; files and a side file are in trash/<trash_id>/."""

    __tablename__ = "trash"

    trash_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    study_instance_uid: Mapped[str] = mapped_column(String(64), index=True)
    patient_name: Mapped[str] = mapped_column(Text)
    patient_id: Mapped[str] = mapped_column(Text)
    study_description: Mapped[str] = mapped_column(Text)
    study_date: Mapped[str] = mapped_column(Text)
    number_of_instances: Mapped[int] = mapped_column(Integer)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    deleted_at: Mapped[datetime] = mapped_column(index=True)
    deleted_by: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
