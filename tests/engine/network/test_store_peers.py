"""Real senders, real objects: each dataset lies in the archive as it left them, and the answer says what happened."""

from dataclasses import replace
from pathlib import Path

import pytest
from pydicom.uid import CTImageStorage, SecondaryCaptureImageStorage
from pynetdicom.sop_class import _STORAGE_CLASSES

from pacsdesk.contract.records.peers import SameUidPolicy
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.scp.store import StoreService
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.network.sending import EXPLICIT, PRIVATE_CLASS, object_of, send_one, sender, small_object
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.peers import dcmtk

PRIVATE_SYNTAX = "1.2.826.0.1.3680043.2.1143.99.2"
VERIFICATION = "1.2.840.10008.1.1"


def part10_files() -> list[Path]:
    """Objects of the shared data in every syntax it has, with one file for each kind that repeats."""
    folders = [shared_data(name) for name in ("mr-transfer-syntaxes", "mr-enhanced", "seg")]
    found = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    candidates = [*found, *ct_phantom_slices()[:1], *sorted(shared_data("mr-t1").rglob("*"))[:3]]
    return [path for path in candidates if path.is_file() and path.read_bytes()[128:132] == b"DICM"]


def test_every_dataset_of_the_shared_data_comes_back_identical(site: ListeningSite) -> None:
    site.enter_peer()
    objects = {sent.sop_instance_uid: sent for sent in map(object_of, part10_files())}
    answers = [send_one(site.port, sent)[0] for sent in objects.values()]
    assert set(answers) <= {0x0000}
    assert sorted(site.datasets()) == sorted(sent.content for sent in objects.values())


def test_dcmtk_sends_a_series_and_every_file_is_kept(site: ListeningSite) -> None:
    site.enter_peer()
    files = ct_phantom_slices()[:5]
    done = dcmtk("storescu", "-aet", KNOWN, "-aec", OWN_TITLE, "127.0.0.1", str(site.port), *files)
    assert done.returncode == 0, done.stdout
    assert sorted(site.datasets()) == sorted(object_of(path).content for path in files)


def test_a_private_sop_class_is_stored(site: ListeningSite) -> None:
    site.enter_peer()
    assert send_one(site.port, small_object()) == (0x0000, "")


def test_an_unknown_transfer_syntax_is_kept_as_sent_and_answered_with_a_warning(site: ListeningSite) -> None:
    site.enter_peer()
    sent = replace(small_object(), transfer_syntax_uid=PRIVATE_SYNTAX)
    with sender(site.port, [(PRIVATE_CLASS, PRIVATE_SYNTAX)]) as open_sender:
        status, _ = open_sender.store(sent)
    assert (status in (0x0000, 0xB007), site.datasets()) == (True, [sent.content])


def test_two_contexts_are_each_answered_for_themselves(site: ListeningSite) -> None:
    site.enter_peer()
    worklist = "1.2.840.10008.5.1.4.31"
    with sender(site.port, [(CTImageStorage, EXPLICIT), (worklist, EXPLICIT)]) as open_sender:
        assert open_sender.context_results == [0, 3]


def test_an_object_goes_through_the_second_context_too(site: ListeningSite) -> None:
    site.enter_peer()
    sent = small_object(SecondaryCaptureImageStorage)
    contexts: list[tuple[str, str | list[str]]] = [(CTImageStorage, EXPLICIT), (SecondaryCaptureImageStorage, EXPLICIT)]
    with sender(site.port, contexts) as open_sender:
        assert open_sender.store(sent, context_id=3) == (0x0000, "")


def test_other_content_under_a_stored_uid_is_answered_with_a_warning_and_its_reason(site: ListeningSite) -> None:
    site.enter_peer()
    send_one(site.port, small_object())
    status, comment = send_one(site.port, small_object(name="PHANTOM^BASIL"))
    assert (status, "conflict" in comment) == (0xB000, True)


def test_other_content_is_treated_as_the_entry_of_its_sender_wants_it(site: ListeningSite) -> None:
    site.enter_peer()
    entered = site.peers.get(TESTER, KNOWN)
    send_one(site.port, small_object())
    answers = []
    for number, policy in enumerate((SameUidPolicy.REFUSE, SameUidPolicy.NEWEST_WINS)):
        site.peers.change(TESTER, KNOWN, replace(entered, same_uid=policy))
        answers.append(send_one(site.port, small_object(name=f"PHANTOM^{number}"))[0])
    assert answers == [0xC000, 0x0000]
    assert site.datasets() == [small_object(name="PHANTOM^1").content]


def test_a_dataset_of_another_instance_than_the_command_says_is_answered_a900(site: ListeningSite) -> None:
    site.enter_peer()
    sent = replace(small_object(), sop_instance_uid="1.2.3.5")
    assert send_one(site.port, sent)[0] == 0xA900


# pynetdicom, here the sender, warns of what it is told to send
@pytest.mark.filterwarnings("ignore:Invalid value for VR UI")
def test_a_command_without_a_valid_uid_is_refused_and_nothing_is_kept(site: ListeningSite) -> None:
    site.enter_peer()
    sent = replace(small_object(), sop_instance_uid="../../etc/passwd")
    assert send_one(site.port, sent)[0] == 0xC000
    assert site.datasets() == []


def test_a_full_disk_is_answered_a700_and_the_next_object_is_stored_again(site: ListeningSite) -> None:
    site.enter_peer()
    with sender(site.port, [(PRIVATE_CLASS, EXPLICIT)]) as open_sender:
        site.disk.free_bytes = 1000
        full, _ = open_sender.store(small_object())
        site.disk.free_bytes = 1 << 40
        assert (full, open_sender.store(small_object())[0]) == (0xA700, 0x0000)


def test_an_association_may_store_many_objects(site: ListeningSite) -> None:
    site.enter_peer()
    with sender(site.port, [(PRIVATE_CLASS, EXPLICIT)]) as open_sender:
        answers = [open_sender.store(small_object(instance=f"1.2.3.{number}"))[0] for number in range(10, 20)]
    assert (set(answers), len(site.datasets())) == ({0x0000}, 10)


def test_small_pdus_carry_a_dataset_as_well(tmp_path: Path) -> None:
    with listening_site(tmp_path, NetworkLimits(max_pdu_length=4096)) as site:
        site.enter_peer()
        sent = object_of(ct_phantom_slices()[0])
        assert (send_one(site.port, sent)[0], site.datasets()) == (0x0000, [sent.content])


def test_every_storage_class_of_the_standard_is_provided(site: ListeningSite) -> None:
    service = StoreService(site.ingest, now, accept_unknown_sop_classes=False)
    assert [uid for uid in _STORAGE_CLASSES.values() if not service.provides(uid)] == []


@pytest.mark.parametrize(
    ("abstract_syntax", "provided"),
    [
        ("1.2.840.10008.5.1.4.1.1.6", True),  # Ultrasound Image Storage (Retired)
        ("1.2.840.10008.1.20.1", False),  # Storage Commitment Push Model
        ("1.2.840.10008.1.3.10", False),  # Media Storage Directory
        ("1.2.840.10008.5.1.4.1.2.2.1", False),  # Study Root FIND
        ("1.2.840.10008.1.2", False),  # a transfer syntax
        (PRIVATE_CLASS, True),
        ("1.2.840.10008.5.1.4.1.1.9999", True),  # of the standard, of a later year
        ("not a uid", False),
        ("", False),
    ],
)
def test_what_is_provided_beyond_the_list(site: ListeningSite, abstract_syntax: str, provided: bool) -> None:
    service = StoreService(site.ingest, now, accept_unknown_sop_classes=True)
    assert service.provides(abstract_syntax) is provided


def test_unknown_classes_are_not_provided_when_the_setting_says_so(site: ListeningSite) -> None:
    assert not StoreService(site.ingest, now, accept_unknown_sop_classes=False).provides(PRIVATE_CLASS)


def test_a_syntax_that_the_standard_knows_is_preferred_to_a_private_one(site: ListeningSite) -> None:
    service = StoreService(site.ingest, now, accept_unknown_sop_classes=True)
    assert service.choose((PRIVATE_SYNTAX, EXPLICIT)) == EXPLICIT
    assert service.choose((PRIVATE_SYNTAX,)) == PRIVATE_SYNTAX
