"""The keys by which the archive can be queried: one row says everything about a key, and nothing else does.

A new key: one row in KEYS with the column that holds it; everything else follows from its value representation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Table, func, literal, select

from pacsdesk.contract.types import ProvidedModel, QueryLevel
from pacsdesk.engine.archive.matching.sequences import ItemKey
from pacsdesk.engine.archive.tables import InstanceRow, PatientRow, SeriesRow, StudyRow
from pacsdesk.engine.runtime.database import Base

# a column, or an expression that is worked out for each row; Any: of whatever type the key's values have
Column = ColumnElement[Any]
Columns = Mapping[QueryLevel, Column]


def _table(row: type[Base]) -> Table:
    table = row.__table__
    assert isinstance(table, Table), "a mapped class of ours has one plain table"
    return table


PATIENTS, STUDIES, SERIES, INSTANCES = map(_table, (PatientRow, StudyRow, SeriesRow, InstanceRow))

_PATIENT, _STUDY, _SERIES, _IMAGE = QueryLevel
_DEPTH = {level: depth for depth, level in enumerate(QueryLevel)}

# PS3.4 C.6.1.1.1, C.6.2.1.1, C.6.3.1.1: the levels of each information model, from the root down
LEVELS_OF_MODEL: Mapping[ProvidedModel, tuple[QueryLevel, ...]] = MappingProxyType(
    {
        ProvidedModel.PATIENT_ROOT: (_PATIENT, _STUDY, _SERIES, _IMAGE),
        ProvidedModel.STUDY_ROOT: (_STUDY, _SERIES, _IMAGE),
        ProvidedModel.PATIENT_STUDY_ONLY: (_PATIENT, _STUDY),
    }
)

SPECIFIC_CHARACTER_SET = 0x00080005
QUERY_RETRIEVE_LEVEL = 0x00080052
RETRIEVE_AE_TITLE = 0x00080054


@dataclass(frozen=True, slots=True)
class Key:
    """An attribute that can be matched and returned.

    levels: where the information models have it. columns: by the level of a query, where its value is read; a level
    without one reads that of the nearest level above. is_multiple: values are separated by a backslash, and any of them
    may match. is_in_words: a study's words hold those of its value. folded: the columns of its folded value, by level.
    item_keys: of a sequence, in the order in which the index keeps them.
    """

    tag: int
    keyword: str
    vr: str
    levels: frozenset[QueryLevel]
    columns: Columns
    is_multiple: bool = False
    is_in_words: bool = False
    folded: Columns | None = None
    item_keys: tuple[ItemKey, ...] = ()

    def __str__(self) -> str:
        return self.keyword

    def column_at(self, level: QueryLevel) -> Column | None:
        """Where a query at this level reads the value; None where there is none yet: the key belongs further down."""
        return _nearest(self.columns, level)

    def folded_at(self, level: QueryLevel) -> Column | None:
        """Where the folded value stands, None where none is kept."""
        return _nearest(self.folded, level) if self.folded else None

    def level_in(self, model: ProvidedModel, level: QueryLevel) -> QueryLevel:
        """The level that a query at `level` has to count it to: its own where the model has it there.

        The study root has no patients, their attributes are the study's (PS3.4 C.6.2.1.2).
        """
        root = LEVELS_OF_MODEL[model][0]
        levels = {root if is_above(at, root) else at for at in self.levels}
        return level if level in levels else max(levels, key=_DEPTH.__getitem__)


def _nearest(columns: Columns, level: QueryLevel) -> Column | None:
    """The column of a level, else that of the nearest level above."""
    above = [at for at in columns if not is_above(level, at)]
    return columns[max(above, key=_DEPTH.__getitem__)] if above else None


def is_above(level: QueryLevel, other: QueryLevel) -> bool:
    """Whether a level is nearer to the root than another."""
    return _DEPTH[level] < _DEPTH[other]


def _key(tag: int, keyword: str, vr: str, *columns: Column, at: QueryLevel, is_multiple: bool = False) -> Key:
    """A key of one level; the columns are those of this level and of the ones below it."""
    by_level = dict(zip(tuple(QueryLevel)[_DEPTH[at] :], columns, strict=False))
    return Key(tag, keyword, vr, frozenset({at}), MappingProxyType(by_level), is_multiple)


_SIBLINGS = STUDIES.alias("siblings")


def _over_studies(counted: Column) -> tuple[Column, Column]:
    """An aggregate over all studies of a patient, who is a row of patients or the one whose study is at hand."""
    of_siblings = select(counted).select_from(_SIBLINGS)
    return (
        of_siblings.where(_SIBLINGS.c.patient_row_id == PATIENTS.c.row_id).scalar_subquery(),
        of_siblings.where(_SIBLINGS.c.patient_row_id == STUDIES.c.patient_row_id).scalar_subquery(),
    )


def _classes_in_study() -> Column:
    """The distinct SOP classes of a study, separated by backslashes."""
    series, instances = SERIES.alias(), INSTANCES.alias()
    classes = (
        select(instances.c.sop_class_uid)
        .join_from(instances, series, instances.c.series_row_id == series.c.row_id)
        .where(series.c.study_row_id == STUDIES.c.row_id)
        .distinct()
        .correlate(STUDIES)
        .subquery()
    )
    return select(func.aggregate_strings(classes.c.sop_class_uid, "\\")).scalar_subquery()


PATIENT_ID = _key(0x00100020, "PatientID", "LO", PATIENTS.c.patient_id, STUDIES.c.patient_id, at=_PATIENT)
STUDY_INSTANCE_UID = _key(0x0020000D, "StudyInstanceUID", "UI", STUDIES.c.study_instance_uid, at=_STUDY)
SERIES_INSTANCE_UID = _key(0x0020000E, "SeriesInstanceUID", "UI", SERIES.c.series_instance_uid, at=_SERIES)
SOP_INSTANCE_UID = _key(0x00080018, "SOPInstanceUID", "UI", INSTANCES.c.sop_instance_uid, at=_IMAGE)

UNIQUE_KEYS: Mapping[QueryLevel, Key] = MappingProxyType(
    dict(zip(QueryLevel, (PATIENT_ID, STUDY_INSTANCE_UID, SERIES_INSTANCE_UID, SOP_INSTANCE_UID), strict=True))
)

_OF_PATIENTS = (
    PATIENT_ID,
    Key(
        *(0x00100010, "PatientName", "PN"),
        levels=frozenset({_PATIENT}),
        columns=MappingProxyType({_PATIENT: PATIENTS.c.patient_name, _STUDY: STUDIES.c.patient_name}),
        is_in_words=True,
        folded=MappingProxyType({_PATIENT: PATIENTS.c.name_sort, _STUDY: STUDIES.c.name_sort}),
    ),
    _key(
        *(0x00100021, "IssuerOfPatientID", "LO"),
        *(PATIENTS.c.issuer_of_patient_id, STUDIES.c.issuer_of_patient_id),
        at=_PATIENT,
    ),
    _key(
        *(0x00100030, "PatientBirthDate", "DA"),
        *(PATIENTS.c.patient_birth_date, STUDIES.c.patient_birth_date),
        at=_PATIENT,
    ),
    _key(0x00100032, "PatientBirthTime", "TM", PATIENTS.c.patient_birth_time, at=_PATIENT),
    _key(0x00100040, "PatientSex", "CS", PATIENTS.c.patient_sex, STUDIES.c.patient_sex, at=_PATIENT),
    _key(0x00101000, "OtherPatientIDs", "LO", PATIENTS.c.other_patient_ids, at=_PATIENT, is_multiple=True),
    _key(0x00102160, "EthnicGroup", "SH", PATIENTS.c.ethnic_group, at=_PATIENT),
    _key(0x00104000, "PatientComments", "LT", PATIENTS.c.patient_comments, at=_PATIENT),
    _key(0x00201200, "NumberOfPatientRelatedStudies", "IS", *_over_studies(func.count()), at=_PATIENT),
    _key(
        *(0x00201202, "NumberOfPatientRelatedSeries", "IS"),
        *_over_studies(func.sum(_SIBLINGS.c.number_of_series)),
        at=_PATIENT,
    ),
    _key(
        *(0x00201204, "NumberOfPatientRelatedInstances", "IS"),
        *_over_studies(func.sum(_SIBLINGS.c.number_of_instances)),
        at=_PATIENT,
    ),
)

_OF_STUDIES = (
    STUDY_INSTANCE_UID,
    _key(0x00080020, "StudyDate", "DA", STUDIES.c.study_date, at=_STUDY),
    _key(0x00080030, "StudyTime", "TM", STUDIES.c.study_time, at=_STUDY),
    _key(0x00080050, "AccessionNumber", "SH", STUDIES.c.accession_number, at=_STUDY),
    _key(0x00080061, "ModalitiesInStudy", "CS", STUDIES.c.modalities, at=_STUDY, is_multiple=True),
    _key(0x00080062, "SOPClassesInStudy", "UI", _classes_in_study(), at=_STUDY, is_multiple=True),
    Key(
        *(0x00080090, "ReferringPhysicianName", "PN"),
        levels=frozenset({_STUDY}),
        columns=MappingProxyType({_STUDY: STUDIES.c.referring_physician_name}),
        is_in_words=True,
    ),
    _key(0x00081030, "StudyDescription", "LO", STUDIES.c.study_description, at=_STUDY),
    _key(0x00081048, "PhysiciansOfRecord", "PN", STUDIES.c.physicians_of_record, at=_STUDY, is_multiple=True),
    _key(0x00101010, "PatientAge", "AS", STUDIES.c.patient_age, at=_STUDY),
    _key(0x00200010, "StudyID", "SH", STUDIES.c.study_id, at=_STUDY),
    _key(0x00201206, "NumberOfStudyRelatedSeries", "IS", STUDIES.c.number_of_series, at=_STUDY),
    _key(0x00201208, "NumberOfStudyRelatedInstances", "IS", STUDIES.c.number_of_instances, at=_STUDY),
)

_OF_SERIES = (
    SERIES_INSTANCE_UID,
    _key(0x00080021, "SeriesDate", "DA", SERIES.c.series_date, at=_SERIES),
    _key(0x00080031, "SeriesTime", "TM", SERIES.c.series_time, at=_SERIES),
    _key(0x00080060, "Modality", "CS", SERIES.c.modality, at=_SERIES),
    _key(0x00081010, "StationName", "SH", SERIES.c.station_name, at=_SERIES),
    _key(0x0008103E, "SeriesDescription", "LO", SERIES.c.series_description, at=_SERIES),
    _key(
        *(0x00081050, "PerformingPhysicianName", "PN", SERIES.c.performing_physician_name),
        at=_SERIES,
        is_multiple=True,
    ),
    _key(0x00081070, "OperatorsName", "PN", SERIES.c.operators_name, at=_SERIES, is_multiple=True),
    _key(0x00180015, "BodyPartExamined", "CS", SERIES.c.body_part_examined, at=_SERIES),
    _key(0x00181030, "ProtocolName", "LO", SERIES.c.protocol_name, at=_SERIES),
    _key(0x00200011, "SeriesNumber", "IS", SERIES.c.series_number, at=_SERIES),
    _key(0x00200060, "Laterality", "CS", SERIES.c.laterality, at=_SERIES),
    _key(0x00201209, "NumberOfSeriesRelatedInstances", "IS", SERIES.c.number_of_instances, at=_SERIES),
    _key(0x00400244, "PerformedProcedureStepStartDate", "DA", SERIES.c.pps_start_date, at=_SERIES),
    _key(0x00400245, "PerformedProcedureStepStartTime", "TM", SERIES.c.pps_start_time, at=_SERIES),
    Key(
        *(0x00400275, "RequestAttributesSequence", "SQ"),
        levels=frozenset({_SERIES}),
        columns=MappingProxyType({_SERIES: SERIES.c.request_attributes}),
        item_keys=(
            ItemKey(0x00400009, "ScheduledProcedureStepID", "SH"),
            ItemKey(0x00401001, "RequestedProcedureID", "SH"),
        ),
    ),
)

_OF_INSTANCES = (
    SOP_INSTANCE_UID,
    _key(0x00080016, "SOPClassUID", "UI", INSTANCES.c.sop_class_uid, at=_IMAGE),
    _key(0x00080023, "ContentDate", "DA", INSTANCES.c.content_date, at=_IMAGE),
    _key(0x00080033, "ContentTime", "TM", INSTANCES.c.content_time, at=_IMAGE),
    # stored instances can be had as they are; what else they can be made into is negotiated, not listed
    _key(0x00083002, "AvailableTransferSyntaxUID", "UI", INSTANCES.c.transfer_syntax_uid, at=_IMAGE),
    _key(0x00200013, "InstanceNumber", "IS", INSTANCES.c.instance_number, at=_IMAGE),
    _key(0x00280008, "NumberOfFrames", "IS", INSTANCES.c.number_of_frames, at=_IMAGE),
    _key(0x00280010, "Rows", "US", INSTANCES.c.rows, at=_IMAGE),
    _key(0x00280011, "Columns", "US", INSTANCES.c.columns, at=_IMAGE),
    _key(0x00280100, "BitsAllocated", "US", INSTANCES.c.bits_allocated, at=_IMAGE),
)

_OF_SEVERAL_LEVELS = (
    # PS3.4 C.4.1.1.3.2: nothing here is near-line or off-line
    Key(
        *(0x00080056, "InstanceAvailability", "CS"),
        levels=frozenset(QueryLevel),
        columns=MappingProxyType(dict.fromkeys(QueryLevel, literal("ONLINE"))),
    ),
    # the equipment's in PS3.3, so a series has it; it is asked of studies just as often
    Key(
        *(0x00080080, "InstitutionName", "LO"),
        levels=frozenset({_STUDY, _SERIES}),
        columns=MappingProxyType({_STUDY: STUDIES.c.institution_name, _SERIES: SERIES.c.institution_name}),
    ),
)

KEYS: Mapping[int, Key] = MappingProxyType(
    {key.tag: key for key in (*_OF_PATIENTS, *_OF_STUDIES, *_OF_SERIES, *_OF_INSTANCES, *_OF_SEVERAL_LEVELS)}
)

# PS3.4 C.2.2.2.5: which time belongs to which date when ranges of both are matched as one
TIME_OF_DATE: Mapping[int, int] = MappingProxyType(
    {0x00080020: 0x00080030, 0x00080021: 0x00080031, 0x00080023: 0x00080033, 0x00400244: 0x00400245}
)
