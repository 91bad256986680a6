"""Rows for stored objects, written many at a time in one transaction, all counters kept exact in the same.

Study and series rows repeat what their first object says; what was empty is filled by a later one. Whoever calls holds
the database's write lock, so nothing here races.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from pacsdesk.engine.archive import statements
from pacsdesk.engine.archive.filing import Arrival, Filing
from pacsdesk.engine.archive.folding import fold, study_words
from pacsdesk.engine.archive.keys import IndexKeys
from pacsdesk.engine.archive.part10 import DATASET_OFFSET
from pacsdesk.engine.archive.tables import PatientRow, SeriesRow, StudyRow
from pacsdesk.engine.runtime.database import Base

# values of one row as they go into a statement: the columns' own types, of which Core wants no more than this
Values = dict[str, Any]

_STUDY_FILLED = (
    *("patient_birth_date", "patient_sex", "patient_age", "study_date", "study_time", "study_id", "accession_number"),
    *("study_description", "referring_physician_name", "physicians_of_record", "institution_name"),
)
_PATIENT_OF_STUDY = ("patient_id", "issuer_of_patient_id", "patient_name")
_SERIES_KEYS = (
    *("modality", "series_number", "series_description", "body_part_examined", "laterality", "protocol_name"),
    *("series_date", "series_time", "performing_physician_name", "operators_name", "station_name"),
    *("institution_name", "pps_start_date", "pps_start_time"),
)
_PATIENT_KEYS = (
    *("patient_name", "patient_birth_date", "patient_birth_time", "patient_sex", "other_patient_ids"),
    *("ethnic_group", "patient_comments"),
)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A stored object as the index takes it in. received_at is aware, in UTC."""

    keys: IndexKeys
    filing: Filing
    transfer_syntax_uid: str
    size_bytes: int
    digest: str
    object_name: str
    dataset_offset: int
    received_at: datetime
    sending_ae_title: str
    association_id: str


def index_entry(arrival: Arrival, keys: IndexKeys, filing: Filing, size_bytes: int, digest: str) -> IndexEntry:
    """The entry of an object in a file of ours that has no place yet."""
    return IndexEntry(
        keys=keys,
        filing=filing,
        transfer_syntax_uid=arrival.transfer_syntax_uid,
        size_bytes=size_bytes,
        digest=digest,
        object_name="",
        dataset_offset=DATASET_OFFSET,
        received_at=arrival.received_at,
        sending_ae_title=arrival.calling_ae_title,
        association_id=arrival.association_id,
    )


def add_entries(connection: Connection, entries: Sequence[IndexEntry]) -> None:
    """Insert instances whose UIDs are not in the index yet, with all that hangs on them."""
    by_study = attrgetter("filing.study_instance_uid")
    ordered = sorted(entries, key=by_study)  # stable: arrivals stay in order within a study
    uids = {by_study(entry) for entry in entries}
    rows = connection.execute(statements.FIND_STUDIES, {"uids": list(uids)}).mappings()
    known = {row["study_instance_uid"]: row for row in rows}
    for uid, group in groupby(ordered, by_study):
        _add_to_study(connection, known.get(uid), list(group))
    _count_sources(connection, entries)


def _add_to_study(connection: Connection, known: RowMapping | None, entries: list[IndexEntry]) -> None:
    study = dict(known) if known else _insert_study(connection, entries[0])
    filled = _filled(connection, study, entries)
    series_ids, new_series = _series_of(connection, study["row_id"], entries)
    connection.execute(
        statements.ADD_INSTANCES,
        [_instance(entry, series_ids[entry.filing.series_instance_uid]) for entry in entries],
    )
    connection.execute(statements.GROW_SERIES, _growth(series_ids, entries))
    counted = _counted(study, entries, new_series)
    connection.execute(statements.COUNT_STUDY, {"of_study": study["row_id"], **counted})
    if filled:
        connection.execute(update(StudyRow).where(StudyRow.row_id == study["row_id"]).values(filled))
    if known is None or filled or new_series or counted["sending_ae_title"] != study["sending_ae_title"]:
        write_words(connection, {**study, **filled, **counted})


def _growth(series_ids: dict[str, int], entries: list[IndexEntry]) -> list[Values]:
    growth: list[Values] = []
    for uid, row_id in series_ids.items():
        sizes = [entry.size_bytes for entry in entries if entry.filing.series_instance_uid == uid]
        growth.append({"of_series": row_id, "instances": len(sizes), "bytes": sum(sizes)})
    return growth


def _insert_study(connection: Connection, entry: IndexEntry) -> Values:
    received_at = stored_time(entry.received_at)
    study: Values = {
        "study_instance_uid": entry.filing.study_instance_uid,
        **study_values(entry.keys),
        "patient_row_id": patient_of(connection, entry.keys),
        "modalities": "",
        "number_of_series": 0,
        "number_of_instances": 0,
        "number_of_unreadable": 0,
        "size_bytes": 0,
        "first_received_at": received_at,
        "last_received_at": received_at,
        "sending_ae_title": "",
    }
    study["row_id"] = _inserted(connection, StudyRow, study)
    return study


def _inserted(connection: Connection, table: type[Base], values: Values) -> int:
    """The row id of a new row."""
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    assert key is not None, "an insert of one row has a key"
    row_id: int = key[0]
    return row_id


def study_values(keys: IndexKeys) -> Values:
    """The columns of a study that its objects give."""
    values: Values = {name: getattr(keys, name) for name in (*_PATIENT_OF_STUDY, *_STUDY_FILLED)}
    return {**values, "name_sort": fold(keys.patient_name)}


def _filled(connection: Connection, study: Values, entries: list[IndexEntry]) -> Values:
    """What these objects add to columns that were empty. The patient counts as one thing: all of it or nothing."""
    filled: Values = {}
    for entry in entries:
        for name in _STUDY_FILLED:
            if not study[name] and name not in filled and (value := getattr(entry.keys, name)):
                filled[name] = value
        is_nobody = not (study["patient_id"] or study["patient_name"] or "patient_row_id" in filled)
        if is_nobody and (entry.keys.patient_id or entry.keys.patient_name):
            filled.update({name: getattr(entry.keys, name) for name in _PATIENT_OF_STUDY})
            filled["name_sort"] = fold(entry.keys.patient_name)
            filled["patient_row_id"] = patient_of(connection, entry.keys)
    return filled


def patient_of(connection: Connection, keys: IndexKeys) -> int:
    """The row id of the patient that an object names; a new row when there is none yet."""
    identity: Values = {
        "patient_id": keys.patient_id,
        "issuer_of_patient_id": keys.issuer_of_patient_id,
        "name_key": "" if keys.patient_id else keys.patient_name,
    }
    found: int | None = connection.scalar(select(PatientRow.row_id).filter_by(**identity))
    if found is not None:
        return found
    values = {**identity, **{name: getattr(keys, name) for name in _PATIENT_KEYS}}
    return _inserted(connection, PatientRow, values)


def _series_of(
    connection: Connection, study_row_id: int, entries: list[IndexEntry]
) -> tuple[dict[str, int], list[str]]:
    """Row ids of the series that these entries belong to, by UID, and the modality of each one that is new."""
    first = {entry.filing.series_instance_uid: entry for entry in reversed(entries)}
    found = connection.execute(statements.FIND_SERIES, {"of_study": study_row_id, "uids": list(first)})
    row_ids: dict[str, int] = {row.series_instance_uid: row.row_id for row in found}
    new: list[str] = []
    for uid in first.keys() - row_ids.keys():
        values: Values = {
            "study_row_id": study_row_id,
            "series_instance_uid": uid,
            **series_values(first[uid].keys),
            "number_of_instances": 0,
            "size_bytes": 0,
        }
        row_ids[uid] = _inserted(connection, SeriesRow, values)
        new.append(first[uid].keys.modality)
    return row_ids, new


def series_values(keys: IndexKeys) -> Values:
    """The columns of a series that its objects give."""
    return {name: getattr(keys, name) for name in _SERIES_KEYS}


def _instance(entry: IndexEntry, series_row_id: int) -> Values:
    keys, filing = entry.keys, entry.filing
    return {
        "series_row_id": series_row_id,
        "sop_instance_uid": filing.sop_instance_uid,
        "sop_class_uid": filing.sop_class_uid,
        "transfer_syntax_uid": entry.transfer_syntax_uid,
        "instance_number": keys.instance_number,
        "number_of_frames": max(0, keys.number_of_frames or (1 if keys.rows else 0)),
        "rows": keys.rows or 0,
        "columns": keys.columns or 0,
        "bits_allocated": keys.bits_allocated or 0,
        "content_date": keys.content_date,
        "content_time": keys.content_time,
        "size_bytes": entry.size_bytes,
        "digest": entry.digest,
        "object_name": entry.object_name,
        "dataset_offset": entry.dataset_offset,
        "unreadable": filing.unreadable,
        "received_at": stored_time(entry.received_at),
        "sending_ae_title": entry.sending_ae_title,
        "association_id": entry.association_id,
    }


def _counted(study: Values, entries: list[IndexEntry], new_series: list[str]) -> Values:
    times = [stored_time(entry.received_at) for entry in entries]
    latest = max(entries, key=attrgetter("received_at"))
    is_latest = stored_time(latest.received_at) >= study["last_received_at"]
    modalities = {*study["modalities"].split("\\"), *new_series} - {""}
    return {
        "modalities": "\\".join(sorted(modalities)),
        "number_of_series": study["number_of_series"] + len(new_series),
        "number_of_instances": study["number_of_instances"] + len(entries),
        "number_of_unreadable": study["number_of_unreadable"] + sum(bool(e.filing.unreadable) for e in entries),
        "size_bytes": study["size_bytes"] + sum(entry.size_bytes for entry in entries),
        "first_received_at": min(study["first_received_at"], *times),
        "last_received_at": max(study["last_received_at"], *times),
        "sending_ae_title": latest.sending_ae_title if is_latest else study["sending_ae_title"],
    }


def write_words(connection: Connection, study: Values) -> None:
    """Let a study be found by the words of its row; words from before stay, since older objects still carry them."""
    words = study_words(
        texts=(
            study["patient_name"],
            study["study_description"],
            study["referring_physician_name"],
            study["modalities"],
            study["study_date"],
        ),
        identifiers=(
            study["patient_id"],
            study["accession_number"],
            study["study_id"],
            study["sending_ae_title"],
        ),
    )
    present = connection.scalars(statements.FIND_WORDS, {"of_study": study["row_id"]})
    if missing := words.difference(present):
        connection.execute(statements.ADD_WORDS, [{"word": word, "study_row_id": study["row_id"]} for word in missing])


def _count_sources(connection: Connection, entries: Sequence[IndexEntry]) -> None:
    arrivals: dict[str, list[datetime]] = {}
    for entry in entries:
        if entry.sending_ae_title:
            arrivals.setdefault(entry.sending_ae_title, []).append(stored_time(entry.received_at))
    rows = connection.execute(statements.FIND_SOURCES, {"titles": list(arrivals)})
    known: dict[str, datetime] = {row.ae_title: row.last_received_at for row in rows}
    for ae_title, times in arrivals.items():
        if ae_title in known:
            latest = max(known[ae_title], *times)
            grown = {"of_source": ae_title, "latest": latest, "instances": len(times)}
            connection.execute(statements.GROW_SOURCE, grown)
        else:
            source = {"ae_title": ae_title, "last_received_at": max(times), "number_of_instances": len(times)}
            connection.execute(statements.ADD_SOURCES, source)


def stored_time(moment: datetime) -> datetime:
    """An aware time as the tables keep it: UTC without zone."""
    return moment.astimezone(UTC).replace(tzinfo=None)
