"""The studies of which a send brought something, as their headers name them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO

from pacsdesk.engine.archive.dataset.keys import IndexKeys, read_index_keys
from pacsdesk.engine.archive.matching.retrieval import HeldInstance
from pacsdesk.engine.diagnosis.sends.second_look import StoredStudy
from pacsdesk.engine.diagnosis.sends.sent import Send
from pacsdesk.engine.network.stopping import Stop

MOST_STUDIES = 20
_MOST_READ = 20_000


@dataclass(frozen=True, slots=True)
class _Patient:
    patient_id: str
    patient_name: str


def studies_of(send: Send, stop: Stop) -> tuple[StoredStudy, ...]:
    """At most 20; an object that cannot be read any more does not count. What was not read by a stop misses."""
    numbers: Counter[str] = Counter()
    patients: dict[str, _Patient] = {}
    for read, keys in enumerate(_keys_of(send)):
        uid = keys.study_instance_uid
        if read >= _MOST_READ or stop.is_asked:
            break
        if uid and (uid in patients or len(patients) < MOST_STUDIES):
            patients.setdefault(uid, _Patient(keys.patient_id, keys.patient_name))
            numbers[uid] += 1
    return tuple(
        StoredStudy(uid, patient.patient_id, patient.patient_name, numbers[uid]) for uid, patient in patients.items()
    )


def _keys_of(send: Send) -> Iterator[IndexKeys]:
    selection = send.sendable.selection
    for one in selection.instances(frozenset(selection.kinds)):
        if one is None or one.sop_instance_uid not in send.arrived:
            continue
        try:
            with one.path.open("rb") as stream:
                yield read_index_keys(partial(_read_behind, stream, one), one.size_bytes, one.kind.transfer_syntax_uid)
        except OSError:  # it was deleted meanwhile
            continue


def _read_behind(stream: IO[bytes], instance: HeldInstance, start: int, length: int) -> bytes:
    stream.seek(instance.dataset_offset + start)
    return stream.read(length)
