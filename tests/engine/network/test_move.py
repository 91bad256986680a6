"""C-MOVE as callers and destinations see it: what is sent where, how it is counted, what is refused or goes wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.uid import CTImageStorage, MRImageStorage
from pynetdicom import AllStoragePresentationContexts

from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.types import AETitle
from tests.engine.network.listening import KNOWN, TESTER, ListeningSite, dataset_bytes
from tests.engine.network.retrieving import (
    AS_IT_COMES,
    PATIENT_ROOT_MOVE,
    PATIENT_STUDY_MOVE,
    SINK,
    STUDY_ROOT_MOVE,
    Sink,
    counts,
    datasets_in,
    keep,
    keep_files,
    let_retrieve,
    move,
    movescu,
    sink,
    storescp,
)
from tests.engine.network.sending import EXPLICIT, SentObject, object_of
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.datasets import CT_IMAGE, ct_bytes
from tests.support.network import free_port

SUCCESS, WITH_FAILURES, PENDING = 0x0000, 0xB000, 0xFF00
NOT_PERFORMED, UNKNOWN_DESTINATION, NO_MATCH_OF_CLASS = 0xA702, 0xA801, 0xA900
ANY_UNCOMPRESSED = ["1.2.840.10008.1.2.1", "1.2.840.10008.1.2"]


def ct(number: int, study: str = "1.2.3", **elements: object) -> SentObject:
    """A tiny CT; series and study by number."""
    uid = f"{study}.1.{number}"
    keys = {"StudyInstanceUID": study, "SeriesInstanceUID": f"{study}.1", "InstanceNumber": number, **elements}
    return SentObject(CT_IMAGE, uid, EXPLICIT, ct_bytes(uid, **keys))


@pytest.fixture
def three(site: ListeningSite) -> Iterator[ListeningSite]:
    """A site that holds one study of three instances."""
    keep(site, *(ct(number) for number in (1, 2, 3)))
    yield site


def test_dcmtk_moves_what_is_stored_byte_by_byte(site: ListeningSite, tmp_path: Path) -> None:
    objects = keep_files(site, ct_phantom_slices()[:5])
    study = dcmread(ct_phantom_slices()[0], stop_before_pixels=True).StudyInstanceUID
    with storescp(tmp_path / "sink", *AS_IT_COMES) as port:
        let_retrieve(site, port)
        said = movescu(site.port, "QueryRetrieveLevel=STUDY", f"StudyInstanceUID={study}")
    assert "0x0000: Success" in said
    assert datasets_in(tmp_path / "sink") == sorted(one.content for one in objects)


def test_objects_in_nine_transfer_syntaxes_go_out_as_they_are_stored(site: ListeningSite, tmp_path: Path) -> None:
    objects = keep_files(site, sorted(shared_data("mr-transfer-syntaxes").glob("*.dcm"))[:1])
    study = dcmread(shared_data("mr-transfer-syntaxes", "4.dcm"), stop_before_pixels=True)
    objects += [
        SentObject(one.sop_class_uid, f"1.2.9.{number}", one.transfer_syntax_uid, renamed(one, f"1.2.9.{number}"))
        for number, one in enumerate(map(object_of, sorted(shared_data("mr-transfer-syntaxes").glob("*.dcm"))[1:]))
        if one.transfer_syntax_uid != "1.2.840.10008.1.2.2"
    ]
    keep(site, *objects[1:])
    with storescp(tmp_path / "sink", *AS_IT_COMES) as port:
        let_retrieve(site, port)
        movescu(site.port, "QueryRetrieveLevel=STUDY", f"StudyInstanceUID={study.StudyInstanceUID}")
    assert datasets_in(tmp_path / "sink") == sorted(one.content for one in objects)


def renamed(one: SentObject, uid: str) -> bytes:
    """The dataset under another SOP Instance UID of the same length."""
    padded = uid.ljust(len(one.sop_instance_uid) + len(one.sop_instance_uid) % 2, "\0").encode("ascii")
    old = one.sop_instance_uid.ljust(len(padded), "\0").encode("ascii")
    assert old in one.content
    return one.content.replace(old, padded, 1)


def test_each_sub_operation_is_counted(three: ListeningSite) -> None:
    with sink({CTImageStorage: ANY_UNCOMPRESSED}) as receiving:
        let_retrieve(three, receiving.port)
        answers = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")
    assert [(command.Status, counts(command)) for command, _ in answers] == [
        (PENDING, (2, 1, 0, 0)),
        (PENDING, (1, 2, 0, 0)),
        (PENDING, (0, 3, 0, 0)),
        (SUCCESS, (None, 3, 0, 0)),
    ]
    assert [one.InstanceNumber for one in receiving.taken] == [1, 2, 3]


def test_the_store_says_who_asked_for_it(three: ListeningSite) -> None:
    with sink({CTImageStorage: ANY_UNCOMPRESSED}) as receiving:
        let_retrieve(three, receiving.port)
        move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")
    assert receiving.originators == [(KNOWN, 1)] * 3
    assert receiving.associations == 1


MODELS_AND_LEVELS = [
    (PATIENT_ROOT_MOVE, {"QueryRetrieveLevel": "PATIENT", "PatientID": "P1"}, 4),
    (PATIENT_ROOT_MOVE, {"QueryRetrieveLevel": "STUDY", "PatientID": "P1", "StudyInstanceUID": "1.2.3"}, 3),
    (PATIENT_STUDY_MOVE, {"QueryRetrieveLevel": "PATIENT", "PatientID": "P1"}, 4),
    (PATIENT_STUDY_MOVE, {"QueryRetrieveLevel": "STUDY", "PatientID": "P1", "StudyInstanceUID": "1.2.4"}, 1),
    (STUDY_ROOT_MOVE, {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": ["1.2.3", "1.2.4", "1.2.5"]}, 5),
    (STUDY_ROOT_MOVE, {"QueryRetrieveLevel": "STUDY", "PatientID": "P1", "StudyInstanceUID": ["1.2.3", "1.2.5"]}, 3),
    (
        STUDY_ROOT_MOVE,
        {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": "1.2.3", "SeriesInstanceUID": ["1.2.3.1", "1.2.4.1"]},
        3,
    ),
    (
        STUDY_ROOT_MOVE,
        {
            "QueryRetrieveLevel": "IMAGE",
            "StudyInstanceUID": "1.2.3",
            "SeriesInstanceUID": "1.2.3.1",
            "SOPInstanceUID": ["1.2.3.1.1", "1.2.3.1.3", "1.2.4.1.1"],
        },
        2,
    ),
    (STUDY_ROOT_MOVE, {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2.999"}, 0),
    (STUDY_ROOT_MOVE, {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2.3", "PatientName": ""}, 3),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("model", "keys", "expected"), MODELS_AND_LEVELS)
def test_each_model_and_level_selects_what_is_below_its_keys(
    three: ListeningSite, model: str, keys: dict[str, Any], expected: int
) -> None:
    keep(three, ct(1, "1.2.4"), ct(1, "1.2.5", PatientID="P2"))
    with sink({CTImageStorage: ANY_UNCOMPRESSED}) as receiving:
        let_retrieve(three, receiving.port)
        answers = move(three.port, model, **keys)
    assert (answers[-1][0].Status, len(receiving.taken)) == (SUCCESS, expected)


REFUSED = [
    ({"StudyInstanceUID": "1.2.3"}, "QueryRetrieveLevel", 0x00080052),
    ({"QueryRetrieveLevel": "STUDY"}, "StudyInstanceUID", 0x0020000D),
    ({"QueryRetrieveLevel": "SERIES", "SeriesInstanceUID": "1.2.3.1"}, "StudyInstanceUID", 0x0020000D),
    (
        {"QueryRetrieveLevel": "SERIES", "StudyInstanceUID": ["1.2", "1.3"], "SeriesInstanceUID": "1.2.3.1"},
        "StudyInstanceUID",
        0x0020000D,
    ),
    ({"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2.3", "StudyDate": "20260101-"}, "StudyDate", 0x00080020),
    (
        {"QueryRetrieveLevel": "STUDY", "StudyInstanceUID": "1.2.3", "SOPInstanceUID": "1.2.3.1.1"},
        "SOPInstanceUID",
        0x00080018,
    ),
    ({"QueryRetrieveLevel": "PATIENT", "PatientID": "P1"}, "QueryRetrieveLevel", 0x00080052),
]


@pytest.mark.parametrize(("keys", "named", "tag"), REFUSED)
def test_a_refusal_names_the_key_and_its_element(
    three: ListeningSite, keys: dict[str, Any], named: str, tag: int
) -> None:
    let_retrieve(three, free_port())
    ((command, _),) = move(three.port, **keys)
    assert (command.Status, command.OffendingElement) == (NO_MATCH_OF_CLASS, tag)
    assert named in command.ErrorComment


@pytest.mark.parametrize("patient", ["P*", "P1\\P2"])
def test_a_patient_is_named_exactly_and_alone(three: ListeningSite, patient: str) -> None:
    let_retrieve(three, free_port())
    ((command, _),) = move(three.port, PATIENT_ROOT_MOVE, QueryRetrieveLevel="PATIENT", PatientID=patient)
    assert (command.Status, command.OffendingElement) == (NO_MATCH_OF_CLASS, 0x00100020)


@pytest.mark.parametrize(
    "entered",
    [
        None,
        Peer("Sink", AETitle(SINK), "127.0.0.1", None),
        Peer("Sink", AETitle(SINK), "any", 11112),
        Peer("Sink", AETitle(SINK), "10.1.0.0/16", 11112),
    ],
    ids=["not entered", "without a port", "at any host", "at a subnet"],
)
def test_a_destination_without_an_address_is_unknown(three: ListeningSite, entered: Peer | None) -> None:
    let_retrieve(three)
    if entered:
        three.peers.add(TESTER, entered)
    ((command, _),) = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")
    assert command.Status == UNKNOWN_DESTINATION
    assert SINK in command.ErrorComment


def test_a_caller_at_any_host_can_have_it_sent_to_where_it_calls_from(three: ListeningSite) -> None:
    with sink({CTImageStorage: ANY_UNCOMPRESSED}) as receiving:
        let_retrieve(three)
        entry = three.peers.get(TESTER, KNOWN)
        changed = Peer(KNOWN, AETitle(KNOWN), "any", receiving.port, allow=entry.allow)
        three.peers.change(TESTER, KNOWN, changed)
        answers = move(three.port, to=KNOWN, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")
    assert (answers[-1][0].Status, len(receiving.taken)) == (SUCCESS, 3)


def test_nothing_goes_out_in_plain_to_a_peer_that_is_entered_for_tls(three: ListeningSite) -> None:
    with sink({CTImageStorage: ANY_UNCOMPRESSED}) as receiving:
        let_retrieve(three)
        three.peers.add(TESTER, Peer("Sink", AETitle(SINK), "127.0.0.1", receiving.port, TlsMode.TLS))
        command, _ = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, receiving.associations) == (NOT_PERFORMED, 0)
    assert command.ErrorComment == "it does not speak TLS there"


def test_a_destination_where_nobody_listens_is_told_with_all_that_failed(three: ListeningSite) -> None:
    let_retrieve(three, free_port())
    command, failed = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, counts(command)) == (NOT_PERFORMED, (None, 0, 3, 0))
    assert failed is not None
    assert failed.FailedSOPInstanceUIDList == ["1.2.3.1.1", "1.2.3.1.2", "1.2.3.1.3"]
    assert "127.0.0.1" in command.ErrorComment


def test_a_destination_that_refuses_us_is_told(three: ListeningSite, tmp_path: Path) -> None:
    with storescp(tmp_path / "sink", "--refuse") as port:
        let_retrieve(three, port)
        command, _ = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert command.Status == NOT_PERFORMED
    assert "rejected" in command.ErrorComment


def test_a_class_that_the_destination_does_not_take_fails_alone(three: ListeningSite) -> None:
    mr = ct_bytes("1.2.3.2.1", SOPClassUID=str(MRImageStorage), SeriesInstanceUID="1.2.3.2", Modality="MR")
    keep(three, SentObject(str(MRImageStorage), "1.2.3.2.1", EXPLICIT, mr))
    with sink({CTImageStorage: ANY_UNCOMPRESSED}) as receiving:
        let_retrieve(three, receiving.port)
        command, failed = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, counts(command)) == (WITH_FAILURES, (None, 3, 1, 0))
    assert failed is not None
    assert failed.FailedSOPInstanceUIDList == "1.2.3.2.1"


def test_warnings_and_failures_of_the_destination_are_counted_each_for_itself(three: ListeningSite) -> None:
    with sink({CTImageStorage: ANY_UNCOMPRESSED}, Sink(statuses=[0xB007, 0xA700, 0])) as receiving:
        let_retrieve(three, receiving.port)
        command, failed = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, counts(command)) == (WITH_FAILURES, (None, 1, 1, 1))
    assert failed is not None
    assert failed.FailedSOPInstanceUIDList == "1.2.3.1.2"


def test_an_association_that_breaks_is_opened_again_and_nothing_is_missing(three: ListeningSite) -> None:
    with sink({CTImageStorage: ANY_UNCOMPRESSED}, Sink(aborts_at={2})) as receiving:
        let_retrieve(three, receiving.port)
        command, _ = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, counts(command)) == (SUCCESS, (None, 3, 0, 0))
    assert ([one.InstanceNumber for one in receiving.taken], receiving.associations) == ([1, 2, 3], 2)


def test_an_instance_that_breaks_the_association_twice_fails_and_the_rest_goes_on(three: ListeningSite) -> None:
    with sink({CTImageStorage: ANY_UNCOMPRESSED}, Sink(aborts_at={2, 3})) as receiving:
        let_retrieve(three, receiving.port)
        command, failed = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, counts(command)) == (WITH_FAILURES, (None, 2, 1, 0))
    assert failed is not None
    assert failed.FailedSOPInstanceUIDList == "1.2.3.1.2"


@pytest.mark.thorough
def test_a_destination_that_dies_for_good_is_given_up(site: ListeningSite) -> None:
    keep(site, *(ct(number) for number in range(1, 21)))
    with sink({CTImageStorage: ANY_UNCOMPRESSED}, Sink(aborts_at=set(range(2, 100)))) as receiving:
        let_retrieve(site, receiving.port)
        command, _ = move(site.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, counts(command)) == (WITH_FAILURES, (None, 1, 19, 0))
    assert receiving.associations < 6


def test_a_damaged_file_is_not_sent_and_fails_alone(three: ListeningSite) -> None:
    damaged = sorted(three.folder.objects.rglob("*.dcm"), key=lambda path: dataset_bytes(path))[0]
    content = bytearray(damaged.read_bytes())
    content[-1] ^= 1
    damaged.write_bytes(content)
    with sink({CTImageStorage: ANY_UNCOMPRESSED}) as receiving:
        let_retrieve(three, receiving.port)
        command, _ = move(three.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, counts(command)) == (WITH_FAILURES, (None, 2, 1, 0))
    assert len(receiving.taken) == 2


def test_a_large_object_goes_out_in_pieces_as_it_is_stored(site: ListeningSite, tmp_path: Path) -> None:
    content = ct_bytes("1.2.3.1.1", Rows=2048, Columns=2048, PixelData=bytes(range(256)) * (2048 * 16 + 16))
    keep(site, SentObject(CT_IMAGE, "1.2.3.1.1", EXPLICIT, content))
    with storescp(tmp_path / "sink", *AS_IT_COMES) as port:
        let_retrieve(site, port)
        movescu(site.port, "QueryRetrieveLevel=STUDY", "StudyInstanceUID=1.2.3")
    assert datasets_in(tmp_path / "sink") == [content]


@pytest.mark.thorough
@pytest.mark.parametrize(
    "accepted",
    [
        "1.2.840.10008.1.2",
        "1.2.840.10008.1.2.1",
        "1.2.840.10008.1.2.4.80",
        "1.2.840.10008.1.2.4.90",
        "1.2.840.10008.1.2.4.70",
        "1.2.840.10008.1.2.5",
    ],
)
@pytest.mark.parametrize("stored", ["2.dcm", "4.dcm", "7.dcm", "9.dcm"])
def test_what_the_destination_takes_is_made_of_what_is_stored(site: ListeningSite, stored: str, accepted: str) -> None:
    path = shared_data("mr-transfer-syntaxes", stored)
    keep_files(site, [path])
    expected = dcmread(path)
    with sink({MRImageStorage: [accepted]}) as receiving:
        let_retrieve(site, receiving.port)
        command, _ = move(site.port, QueryRetrieveLevel="STUDY", StudyInstanceUID=expected.StudyInstanceUID)[-1]
    assert command.Status == SUCCESS
    (taken,) = receiving.taken
    assert (taken.file_meta.TransferSyntaxUID, taken.SOPInstanceUID) == (accepted, expected.SOPInstanceUID)
    assert (taken.pixel_array == expected.pixel_array).all()


def test_classes_of_more_contexts_than_an_association_has_go_over_several(site: ListeningSite) -> None:
    classes = [str(context.abstract_syntax) for context in AllStoragePresentationContexts[:70]]
    keep(site, *(of_class(sop_class_uid, number) for number, sop_class_uid in enumerate(classes)))
    with sink(dict.fromkeys(classes, ANY_UNCOMPRESSED)) as receiving:
        let_retrieve(site, receiving.port)
        command, _ = move(site.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    assert (command.Status, len(receiving.taken), receiving.associations) == (SUCCESS, 70, 2)
    assert max(receiving.contexts) <= 128


def of_class(sop_class_uid: str, number: int) -> SentObject:
    uid = f"1.2.3.1.{number + 1}"
    content = ct_bytes(uid, SOPClassUID=sop_class_uid, Rows=None, PixelData=None)
    return SentObject(sop_class_uid, uid, EXPLICIT, content)
