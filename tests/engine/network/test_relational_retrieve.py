"""Relational retrieval (PS3.4 C.4.2.2.2, C.4.3.2.2): keys of upper levels may be left out, if that was agreed."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydicom import Dataset
from pydicom.uid import UID, CTImageStorage

from tests.engine.network.listening import ListeningSite
from tests.engine.network.retrieving import (
    PATIENT_ROOT_MOVE,
    SINK,
    STUDY_ROOT_GET,
    STUDY_ROOT_MOVE,
    counts,
    identifier,
    keep,
    let_retrieve,
    retriever,
    sink,
)
from tests.engine.network.sending import EXPLICIT, SentObject
from tests.support.datasets import CT_IMAGE, ct_bytes
from tests.support.network import free_port

SUCCESS, NO_MATCH_OF_CLASS = 0x0000, 0xA900
UNCOMPRESSED = ["1.2.840.10008.1.2.1", "1.2.840.10008.1.2"]
AGREED = b"\1"
STUDY_UID_TAG, SERIES_UID_TAG, PATIENT_ID_TAG = 0x0020000D, 0x0020000E, 0x00100020


def ct(study: str, series: int, number: int) -> SentObject:
    """A tiny CT; its UIDs say where it is."""
    uid = f"{study}.{series}.{number}"
    keys = {"StudyInstanceUID": study, "SeriesInstanceUID": f"{study}.{series}", "InstanceNumber": number}
    return SentObject(CT_IMAGE, uid, EXPLICIT, ct_bytes(uid, **keys))


@pytest.fixture
def two(site: ListeningSite) -> Iterator[ListeningSite]:
    """A site that holds a study of two series of two, and one of a single instance."""
    keep(site, *(ct("1.2.3", series, number) for series in (1, 2) for number in (1, 2)), ct("1.2.4", 1, 1))
    yield site


IMAGE = {"QueryRetrieveLevel": "IMAGE", "SOPInstanceUID": ["1.2.3.1.1", "1.2.3.2.2", "1.2.4.1.1"]}
SERIES = {"QueryRetrieveLevel": "SERIES", "SeriesInstanceUID": ["1.2.3.2", "1.2.4.1"]}
BELOW = [
    (IMAGE, ["1.2.3.1.1", "1.2.3.2.2", "1.2.4.1.1"]),
    ({**IMAGE, "StudyInstanceUID": "1.2.3"}, ["1.2.3.1.1", "1.2.3.2.2"]),
    ({**IMAGE, "SeriesInstanceUID": "1.2.4.1"}, ["1.2.4.1.1"]),
    (SERIES, ["1.2.3.2.1", "1.2.3.2.2", "1.2.4.1.1"]),
    ({**SERIES, "StudyInstanceUID": "1.2.3"}, ["1.2.3.2.1", "1.2.3.2.2"]),
    ({**SERIES, "SeriesInstanceUID": "1.2.9"}, []),
]


@pytest.mark.parametrize("model", [STUDY_ROOT_MOVE, PATIENT_ROOT_MOVE])
@pytest.mark.parametrize(("keys", "expected"), BELOW)
def test_a_move_selects_by_lower_keys_alone(
    two: ListeningSite, keys: dict[str, Any], expected: list[str], model: str
) -> None:
    with sink({CTImageStorage: UNCOMPRESSED}) as receiving:
        let_retrieve(two, receiving.port)
        with retriever(two.port, model, extended=AGREED) as association:
            *_, (final, _) = association.send_c_move(identifier(**keys), SINK, UID(model))
    assert (final.Status, counts(final)) == (SUCCESS, (None, len(expected), 0, 0))
    assert sorted(str(one.SOPInstanceUID) for one in receiving.taken) == expected


@pytest.mark.parametrize(("keys", "expected"), BELOW)
def test_a_get_selects_by_lower_keys_alone(two: ListeningSite, keys: dict[str, Any], expected: list[str]) -> None:
    let_retrieve(two)
    final, taken = got(two, AGREED, keys)
    assert (final.Status, counts(final)) == (SUCCESS, (None, len(expected), 0, 0))
    assert sorted(taken) == expected


def got(site: ListeningSite, extended: bytes, keys: dict[str, Any]) -> tuple[Dataset, list[str]]:
    """The final answer to a C-GET, and the UIDs of what came."""
    taken: list[str] = []

    def take(event: Any) -> int:
        taken.append(str(event.request.AffectedSOPInstanceUID))
        return 0

    with retriever(site.port, STUDY_ROOT_GET, {CTImageStorage: UNCOMPRESSED}, take, extended) as association:
        *_, (final, _) = association.send_c_get(identifier(**keys), UID(STUDY_ROOT_GET))
    return final, taken


NOT_AGREED = [b"", b"\0"]
REFUSED = [
    (STUDY_ROOT_MOVE, IMAGE, STUDY_UID_TAG),
    (STUDY_ROOT_MOVE, {**IMAGE, "StudyInstanceUID": "1.2.3"}, SERIES_UID_TAG),
    (STUDY_ROOT_MOVE, {**IMAGE, "SeriesInstanceUID": "1.2.3.1"}, STUDY_UID_TAG),
    (STUDY_ROOT_MOVE, SERIES, STUDY_UID_TAG),
    (PATIENT_ROOT_MOVE, {**SERIES, "StudyInstanceUID": "1.2.3"}, PATIENT_ID_TAG),
]


@pytest.mark.parametrize("extended", NOT_AGREED, ids=["not proposed", "declined"])
@pytest.mark.parametrize(("model", "keys", "tag"), REFUSED)
def test_a_move_without_the_upper_keys_is_refused_unless_that_was_agreed(
    two: ListeningSite, model: str, keys: dict[str, Any], tag: int, extended: bytes
) -> None:
    let_retrieve(two, free_port())
    with retriever(two.port, model, extended=extended) as association:
        ((final, _),) = association.send_c_move(identifier(**keys), SINK, UID(model))
    assert (final.Status, final.OffendingElement) == (NO_MATCH_OF_CLASS, tag)


@pytest.mark.parametrize("extended", NOT_AGREED, ids=["not proposed", "declined"])
def test_a_get_without_the_upper_keys_is_refused_unless_that_was_agreed(two: ListeningSite, extended: bytes) -> None:
    let_retrieve(two)
    final, taken = got(two, extended, IMAGE)
    assert (final.Status, final.OffendingElement, taken) == (NO_MATCH_OF_CLASS, STUDY_UID_TAG, [])


@pytest.mark.parametrize("lower", ["SeriesInstanceUID", "SOPInstanceUID"])
def test_a_key_below_the_level_is_refused_all_the_same(two: ListeningSite, lower: str) -> None:
    keys = {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2.3", lower: "1.2.3.1"}
    let_retrieve(two, free_port())
    with retriever(two.port, STUDY_ROOT_MOVE, extended=AGREED) as association:
        ((final, _),) = association.send_c_move(identifier(**keys), SINK, UID(STUDY_ROOT_MOVE))
    assert final.Status == NO_MATCH_OF_CLASS


def test_the_level_s_own_key_is_needed_all_the_same(two: ListeningSite) -> None:
    let_retrieve(two)
    final, _ = got(two, AGREED, {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2.3"})
    assert (final.Status, final.OffendingElement) == (NO_MATCH_OF_CLASS, SERIES_UID_TAG)


@pytest.mark.parametrize("model", [STUDY_ROOT_MOVE, STUDY_ROOT_GET])
def test_of_what_is_proposed_only_relational_retrieval_is_agreed(two: ListeningSite, model: str) -> None:
    let_retrieve(two)
    with retriever(two.port, model, extended=bytes([1, 1])) as association:
        assert association.acceptor.sop_class_extended == {UID(model): AGREED}
