"""Callers that query: DCMTK's findscu, and pynetdicom where a status or an extended negotiation must be seen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydicom import Dataset, dcmread
from pydicom.uid import UID, ExplicitVRLittleEndian
from pynetdicom import AE, build_context
from pynetdicom.association import Association
from pynetdicom.pdu_primitives import SOPClassExtendedNegotiation

from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.support.peers import dcmtk

PATIENT_ROOT = "1.2.840.10008.5.1.4.1.2.1.1"
STUDY_ROOT = "1.2.840.10008.5.1.4.1.2.2.1"
PATIENT_STUDY_ONLY = "1.2.840.10008.5.1.4.1.2.3.1"

_FINDSCU_MODELS = {PATIENT_ROOT: "-P", STUDY_ROOT: "-S", PATIENT_STUDY_ONLY: "-O"}


@dataclass(frozen=True, slots=True)
class Found:
    """What findscu was answered. said: its output."""

    datasets: tuple[Dataset, ...]
    said: str

    def values(self, keyword: str) -> list[str]:
        """One attribute of all answers, sorted."""
        return sorted(str(dataset[keyword].value) for dataset in self.datasets)


def findscu(
    port: int, folder: Path, model: str, *keys: str, options: Sequence[str] = (), calling: str = KNOWN
) -> Found:
    """Ask as a person does at a terminal; answers are read from the files that findscu writes into a new folder."""
    answers = folder / f"answers-{len(list(folder.iterdir()))}"
    answers.mkdir()
    asked = [part for key in keys for part in ("-k", key)]
    caller = ("-aet", calling, "-aec", OWN_TITLE, "127.0.0.1", str(port))
    done = dcmtk("findscu", "-v", _FINDSCU_MODELS[model], "-X", "-od", answers, *options, *asked, *caller)
    return Found(tuple(dcmread(path) for path in sorted(answers.glob("rsp*.dcm"))), done.stdout)


@contextmanager
def querier(port: int, model: str = STUDY_ROOT, extended: bytes = b"") -> Iterator[Association]:
    """An association that can query by one model. extended: the application information that it proposes."""
    ae = AE(KNOWN)
    ae.dimse_timeout = ae.acse_timeout = ae.network_timeout = 20
    items: list[Any] = []  # Any: pynetdicom's items have no common type
    if extended:
        item = SOPClassExtendedNegotiation()
        item.sop_class_uid = UID(model)
        item.service_class_application_information = extended
        items.append(item)
    contexts = [build_context(UID(model), ExplicitVRLittleEndian)]
    association = ae.associate("127.0.0.1", port, contexts, ae_title=OWN_TITLE, ext_neg=items)
    assert association.is_established, "the caller was not accepted"
    try:
        yield association
    finally:
        if association.is_established:
            association.release()


def ask(association: Association, model: str = STUDY_ROOT, **keys: Any) -> list[tuple[Dataset, Dataset | None]]:
    """Command set and identifier of each response. Any: whatever pydicom takes for a value."""
    return list(answers_to(association, model, **keys))


def answers_to(association: Association, model: str, **keys: Any) -> Iterator[tuple[Dataset, Dataset | None]]:
    """The same one by one, as they come."""
    identifier = Dataset()
    for keyword, value in keys.items():
        setattr(identifier, keyword, value)
    yield from association.send_c_find(identifier, UID(model))
