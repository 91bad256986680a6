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

from sqlalchemy import Connection, update

from pacsdesk.contract.records.peers import SameUidPolicy
from pacsdesk.engine.archive.dataset.filing import Arrival, Filing
from pacsdesk.engine.archive.dataset.keys import IndexKeys
from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET
from pacsdesk.engine.archive.folding import fold, study_words
from pacsdesk.engine.archive.index import statements
from pacsdesk.engine.archive.tables import StudyRow
from pacsdesk.engine.runtime.prepared import Row

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
    *("institution_name", "pps_start_date", "pps_start_time", "request_attributes"),
)
_PATIENT_KEYS = (
    *("patient_name", "patient_birth_date", "patient_birth_time", "patient_sex", "other_patient_ids"),
    *("ethnic_group", "patient_comments"),
)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A stored object as the index takes it in. received_at is aware, in UTC.

    same_uid: what is to be done when its UID is stored with other content.
    """

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
    same_uid: SameUidPolicy = SameUidPolicy.KEEP_FIRST


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
        same_uid=arrival.same_uid,
    )


def add_entries(connection: Connection, entries: Sequence[IndexEntry]) -> None:
    """Insert instances whose UIDs are not in the index yet, with all that hangs on them."""
    by_study = attrgetter("filing.study_instance_uid")
    for uid, group in groupby(sorted(entries, key=by_study), by_study):  # stable: arrivals stay in order within a study
        row = statements.FIND_STUDY.row(connection, {"uid": uid})
        if row is None:
            _add_study(connection, list(group))
        else:
            _add_to_study(connection, dict(zip(statements.STUDY_COLUMNS, row, strict=True)), list(group))
    _count_sources(connection, entries)


def _add_study(connection: Connection, entries: list[IndexEntry]) -> None:
    """A study that is new; its row is written once, with everything that these entries say."""
    study = _new_study(connection, entries[0])
    study |= _filled(connection, study, entries)
    of_series = _by_series(entries)
    study |= _counted(study, entries, [group[0].keys.modality for group in of_series.values()])
    study["row_id"] = _row_id(statements.ADD_STUDY.row(connection, study))
    for group in of_series.values():
        _add_series(connection, study["row_id"], group)
    write_words(connection, study, is_new=True)


def _add_to_study(connection: Connection, study: Values, entries: list[IndexEntry]) -> None:
    filled = _filled(connection, study, entries)
    new_series: list[str] = []
    for uid, group in _by_series(entries).items():
        found = statements.FIND_SERIES.row(connection, {"uid": uid, "of_study": study["row_id"]})
        if found:
            _grow_series(connection, found[0], group)
        else:
            _add_series(connection, study["row_id"], group)
            new_series.append(group[0].keys.modality)
    counted = _counted(study, entries, new_series)
    statements.COUNT_STUDY.run(connection, {"of_study": study["row_id"], **counted})
    if filled:
        connection.execute(update(StudyRow).where(StudyRow.row_id == study["row_id"]).values(filled))
    if filled or new_series or counted["sending_ae_title"] != study["sending_ae_title"]:
        write_words(connection, {**study, **filled, **counted})


def _by_series(entries: list[IndexEntry]) -> dict[str, list[IndexEntry]]:
    groups: dict[str, list[IndexEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.filing.series_instance_uid, []).append(entry)
    return groups


def _add_series(connection: Connection, study_row_id: int, entries: list[IndexEntry]) -> None:
    first = entries[0]
    series: Values = {
        "study_row_id": study_row_id,
        "series_instance_uid": first.filing.series_instance_uid,
        **series_values(first.keys),
        "number_of_instances": len(entries),
        "size_bytes": sum(entry.size_bytes for entry in entries),
    }
    row_id = _row_id(statements.ADD_SERIES.row(connection, series))
    statements.ADD_INSTANCE.run_many(connection, [_instance(entry, row_id) for entry in entries])


def _grow_series(connection: Connection, row_id: int, entries: list[IndexEntry]) -> None:
    total = sum(entry.size_bytes for entry in entries)
    statements.GROW_SERIES.run(connection, {"of_series": row_id, "instances": len(entries), "bytes": total})
    statements.ADD_INSTANCE.run_many(connection, [_instance(entry, row_id) for entry in entries])


def _new_study(connection: Connection, entry: IndexEntry) -> Values:
    """The row of a study that holds nothing yet."""
    received_at = stored_time(entry.received_at)
    return {
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


def _row_id(row: Row | None) -> int:
    assert row is not None, "an insert answers the id of its row"
    row_id: int = row[0]
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
    found = statements.FIND_PATIENT.row(connection, identity)
    if found is None:
        values = {**identity, **{name: getattr(keys, name) for name in _PATIENT_KEYS}}
        values["name_sort"] = fold(keys.patient_name)
        found = statements.ADD_PATIENT.row(connection, values)
    return _row_id(found)


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


def write_words(connection: Connection, study: Values, is_new: bool = False) -> None:
    """Let a study be found by the words of its row; words from before stay, since older objects still carry them.

    is_new: it has no words yet.
    """
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
    present = () if is_new else statements.FIND_WORDS.rows(connection, {"of_study": study["row_id"]})
    missing = words.difference(word for (word,) in present)
    # in order, so that a round walks the index from one end to the other
    rows = [{"word": word, "study_row_id": study["row_id"]} for word in sorted(missing)]
    statements.ADD_WORD.run_many(connection, rows)


def _count_sources(connection: Connection, entries: Sequence[IndexEntry]) -> None:
    arrivals: dict[str, list[datetime]] = {}
    for entry in entries:
        if entry.sending_ae_title:
            arrivals.setdefault(entry.sending_ae_title, []).append(stored_time(entry.received_at))
    for ae_title, times in arrivals.items():
        known = statements.FIND_SOURCE.row(connection, {"title": ae_title})
        if known:
            grown = {"of_source": ae_title, "latest": max(known[0], *times), "instances": len(times)}
            statements.GROW_SOURCE.run(connection, grown)
        else:
            source = {"ae_title": ae_title, "last_received_at": max(times), "number_of_instances": len(times)}
            statements.ADD_SOURCE.run(connection, source)


def stored_time(moment: datetime) -> datetime:
    """An aware time as the tables keep it: UTC without zone."""
    return moment.astimezone(UTC).replace(tzinfo=None)
