"""Real senders store into a running engine: what they were told is safe comes back as they sent it, byte for byte."""

import hashlib
from pathlib import Path

import pytest

from pacsdesk.contract.records.archive import Instance
from pacsdesk.contract.types import SOPInstanceUID
from pacsdesk.link.client import Client
from tests.e2e.storescu import Receiver, send_as_stored, witness
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.engine.network.sending import SentObject, object_of, sender
from tests.support.announced_files import announced_files
from tests.support.data import ct_phantom_slices
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK
from tests.support.part10 import dataset_of
from tests.support.peers import dcmtk

STORED, STORED_UNREADABLE = 0x0000, 0xB007
MOST_CONTEXTS = 128  # PS3.8 9.3.2.2: odd ids from 1 to 255


def given_back(link: Client, sent: SentObject) -> bytes:
    """The dataset of a stored instance."""
    return dataset_of(link.read_bytes(f"instance/{sent.sop_instance_uid}"))


def indexed(link: Client, sent: SentObject) -> Instance:
    """What the index says of it."""
    return link.services.studies.instance(SOPInstanceUID(sent.sop_instance_uid))


@pytest.fixture(scope="module")
def answers(engine: EngineProcess) -> dict[SentObject, int]:
    """Every file of the test data, sent as its bytes stand in the file on one association, with the answered status."""
    objects = [object_of(path) for path in announced_files().values()]
    pairs = sorted({(sent.sop_class_uid, sent.transfer_syntax_uid) for sent in objects})
    assert len(pairs) <= MOST_CONTEXTS
    context_ids = {pair: 2 * number + 1 for number, pair in enumerate(pairs)}
    with sender(engine.dicom_port, pairs) as open_sender:
        return {
            sent: open_sender.store(sent, context_ids[sent.sop_class_uid, sent.transfer_syntax_uid])[0]
            for sent in objects
        }


def test_every_file_is_stored_or_kept_with_a_warning(answers: dict[SentObject, int]) -> None:
    assert set(answers.values()) == {STORED, STORED_UNREADABLE}


def test_every_dataset_comes_back_as_it_was_sent(answers: dict[SentObject, int], link: Client) -> None:
    assert [sent.sop_instance_uid for sent in answers if given_back(link, sent) != sent.content] == []


def test_every_transfer_syntax_is_kept(answers: dict[SentObject, int], link: Client) -> None:
    kept = {sent: indexed(link, sent).transfer_syntax_uid for sent in answers}
    assert [sent.sop_instance_uid for sent, syntax in kept.items() if syntax != sent.transfer_syntax_uid] == []
    assert len(set(kept.values())) >= 12


def test_the_index_has_the_digest_of_what_was_sent(answers: dict[SentObject, int], link: Client) -> None:
    digests = {sent: hashlib.sha256(sent.content).hexdigest() for sent in answers}
    assert [sent.sop_instance_uid for sent in answers if indexed(link, sent).digest != digests[sent]] == []


def test_what_is_kept_with_a_warning_says_why(answers: dict[SentObject, int], link: Client) -> None:
    warned = [sent for sent, status in answers.items() if status == STORED_UNREADABLE]
    assert all(indexed(link, sent).unreadable for sent in warned)


def test_the_archive_is_sound_after_all_that(answers: dict[SentObject, int], engine: EngineProcess) -> None:
    assert engine.site.run("check").exit_code == 0


def test_what_dcmtk_sends_arrives_as_at_a_receiver_that_keeps_every_bit(
    engine_with_nothing: EngineProcess, tmp_path: Path
) -> None:
    files = list(announced_files().values())
    with witness(tmp_path / "witness") as other:
        send_as_stored(other, files, tmp_path)
    send_as_stored(Receiver(OWN_TITLE, engine_with_nothing.dicom_port), files, tmp_path)

    arrived = [object_of(path) for path in (tmp_path / "witness").iterdir()]
    assert len(arrived) > 200
    with engine_with_nothing.link() as link:
        assert [sent.sop_instance_uid for sent in arrived if given_back(link, sent) != sent.content] == []
        assert link.services.studies.totals().number_of_instances == len(arrived)


def test_an_exported_file_is_one_that_dcmtk_reads(engine: EngineProcess, tmp_path: Path) -> None:
    slice_ = ct_phantom_slices()[3]
    sent = send_as_stored(Receiver(OWN_TITLE, engine.dicom_port), [slice_], tmp_path)
    assert sent.returncode == 0, sent.stdout

    uid = object_of(slice_).sop_instance_uid
    engine.cli("instances", "export", uid, "--to", tmp_path / "exported.dcm")
    read = dcmtk("dcmdump", "+P", "SOPInstanceUID", "+P", "TransferSyntaxUID", "-M", tmp_path / "exported.dcm")
    assert (read.returncode, uid in read.stdout) == (0, True), read.stdout


def test_the_exported_file_has_the_dataset_of_the_file_that_was_sent(
    answers: dict[SentObject, int], engine: EngineProcess, tmp_path: Path
) -> None:
    sent = object_of(ct_phantom_slices()[5])
    engine.cli("instances", "export", sent.sop_instance_uid, "--to", tmp_path / "exported.dcm")
    assert dataset_of((tmp_path / "exported.dcm").read_bytes()) == sent.content


@pytest.mark.parametrize(("start", "length"), [(0, 1), (128, 4), (1000, 70_000), (500_000, None), (10**9, 10)])
def test_a_range_of_an_instance_is_that_part_of_the_whole(
    answers: dict[SentObject, int], link: Client, start: int, length: int | None
) -> None:
    path = f"instance/{object_of(ct_phantom_slices()[7]).sop_instance_uid}"
    end = None if length is None else start + length
    assert link.read_bytes(path, start, length) == link.read_bytes(path)[start:end]


def test_an_echo_is_answered(engine: EngineProcess) -> None:
    echo = dcmtk("echoscu", "-aet", KNOWN, "-aec", OWN_TITLE, LOOPBACK, str(engine.dicom_port))
    assert echo.returncode == 0, echo.stdout
