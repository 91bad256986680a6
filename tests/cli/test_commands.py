"""Commands as a person types and reads them, over a real link to a site in memory."""

import io
import json
from dataclasses import replace

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.cli.main import run
from pacsdesk.contract.errors import NotPermitted
from pacsdesk.contract.records.commitments import Commitment, CommitmentState
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService, RefusedCaller, SameUidPolicy, TlsMode
from pacsdesk.contract.types import AETitle, TransactionUID
from tests.cli.asking import Ask
from tests.support.demo_studies import demo_studies
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW, USER_NAME

REQUEST = Commitment(
    commitment_id=7,
    transaction_uid=TransactionUID("1.2.3"),
    calling_ae_title="CT01",
    called_ae_title="PACSDESK",
    address="192.0.2.9",
    requested_at=NOW,
    state=CommitmentState.REPORTING,
    number_of_instances=3,
    number_of_failures=0,
    attempts=2,
    next_attempt_at=NOW,
    problem="The sender does not answer.",
)
STORE = Peer("Store 1", AETitle("STORE01"), "10.1.2.3", 104)


@pytest.fixture
def site() -> FakeSite:
    made = FakeSite(demo_studies(3))
    made.peers.append(STORE)
    return made


def test_people_read_a_date_with_its_parts_apart(ask: Ask, site: FakeSite) -> None:
    site.studies = [replace(site.studies[0], study_date="20150206")]
    assert " 2015-02-06 " in ask("studies", "list").output


def test_documents_keep_the_contracts_date(ask: Ask, site: FakeSite) -> None:
    site.studies = [replace(site.studies[0], study_date="20150206")]
    (study,) = json.loads(ask("studies", "list", "--json").output)
    assert study["study_date"] == "20150206"


def test_a_study_is_taken_back_by_its_uid(ask: Ask, site: FakeSite) -> None:
    uid = site.studies[0].study_instance_uid
    ask("studies", "delete", uid, "--reason", "test")
    said = ask("trash", "take-back", uid)
    assert (said.exit_code, said.output, len(site.studies)) == (Exit.DONE, f"Study {uid} is back.\n", 3)


def test_of_a_study_that_was_deleted_twice_the_last_deletion_is_taken_back(ask: Ask, site: FakeSite) -> None:
    study = site.studies[0]
    for _ in range(2):
        ask("studies", "delete", study.study_instance_uid, "--reason", "test")
        site.studies.append(study)
    first, last = site.trashed[1], site.trashed[0]
    ask("trash", "take-back", study.study_instance_uid)
    assert (first in site.trashed, last in site.trashed) == (True, False)


def test_a_study_is_taken_back_by_the_id_of_its_deletion(ask: Ask, site: FakeSite) -> None:
    ask("studies", "delete", site.studies[0].study_instance_uid, "--reason", "test")
    assert ask("trash", "take-back", site.trashed[0][0].trash_id).exit_code == Exit.DONE


def test_a_study_that_was_not_deleted_is_not_in_the_trash(ask: Ask, site: FakeSite) -> None:
    said = ask("trash", "take-back", site.studies[0].study_instance_uid)
    assert (said.exit_code, "pacsdesk trash list" in said.complaint) == (Exit.FAILED, True)


def test_a_peer_whose_name_is_mistyped_is_suggested(ask: Ask) -> None:
    for words in (("show", "Sotre 1"), ("change", "Stor 1", "--port", "105"), ("remove", "Store1")):
        said = ask("peers", *words)
        assert (said.exit_code, "Did you mean 'Store 1'?" in said.complaint) == (Exit.FAILED, True), said


def test_a_user_whose_name_is_mistyped_is_suggested(ask: Ask) -> None:
    assert f"Did you mean {USER_NAME!r}?" in ask("users", "remove", "adda").complaint


def test_nothing_is_suggested_to_whoever_may_not_see_the_names(ask: Ask, site: FakeSite) -> None:
    site.fail["users.list"] = NotPermitted("You may not.")
    said = ask("users", "remove", "adda")
    assert (said.exit_code, "Did you mean" in said.complaint) == (Exit.FAILED, False)


def test_an_account_is_kept_out_and_let_in_again(ask: Ask, site: FakeSite) -> None:
    said = [ask("users", verb, USER_NAME).output for verb in ("disable", "enable")]
    assert (said, site.users[0].is_enabled) == (
        [f"{USER_NAME} may not sign in.\n", f"{USER_NAME} may sign in.\n"],
        True,
    )


def test_a_new_password_is_read_from_standard_input(ask: Ask, site: FakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("another long password\n"))
    said = ask("users", "password")
    assert (said.exit_code, site.calls["users.change_own_password"]) == (Exit.DONE, 1)
    assert "another long password" not in said.output + said.complaint


def test_whoever_signs_in_without_a_password_has_none_to_change(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["users", "password"]) == Exit.WRONG_USAGE
    assert "--user NAME" in capsys.readouterr().err


def test_refused_callers_are_listed_with_the_reason(ask: Ask, site: FakeSite) -> None:
    site.refused = [RefusedCaller("CT09", "PACSDESK", "192.0.2.9", "calling AE title not recognized", 3, NOW)]
    assert "CT09     PACSDESK  192.0.2.9  3" in ask("peers", "refused").output


def test_the_status_says_that_callers_were_refused(ask: Ask, site: FakeSite) -> None:
    site.refused = [RefusedCaller("CT09", "PACSDESK", "192.0.2.9", "calling AE title not recognized", 3, NOW)]
    assert "refused 3 times since the start: `pacsdesk peers refused" in ask("status").output


def test_a_peer_keeps_what_is_not_changed(ask: Ask, site: FakeSite) -> None:
    old = Peer("Store 1", AETitle("ST"), "h", 1, TlsMode.TLS, (PeerService.FIND,), "notes", SameUidPolicy.NEWEST_WINS)
    site.peers[:] = [old]
    ask("peers", "change", "Store 1", "--notes", "in room 3")
    assert site.peers == [replace(old, notes="in room 3")]


def test_a_peer_is_changed_in_everything_that_is_given(ask: Ask, site: FakeSite) -> None:
    given = "--rename New --ae-title NEW --host any --port 105 --tls mutual --allow find --same-uid refuse --notes n"
    ask("peers", "change", "Store 1", *given.split())
    new = Peer("New", AETitle("NEW"), ANY_HOST, 105, TlsMode.MUTUAL, (PeerService.FIND,), "n", SameUidPolicy.REFUSE)
    assert site.peers == [new]


def test_a_new_peer_has_the_defaults_of_the_contract(ask: Ask, site: FakeSite) -> None:
    site.peers.clear()
    ask("peers", "add", "CT 1", "--ae-title", "CT01")
    assert site.peers == [Peer("CT 1", AETitle("CT01"), ANY_HOST, None)]


def test_a_peer_can_lose_its_port(ask: Ask, site: FakeSite) -> None:
    ask("peers", "change", "Store 1", "--no-port")
    assert site.peers == [replace(STORE, port=None)]


def test_requests_for_commitment_are_listed_with_how_far_they_are(ask: Ask, site: FakeSite) -> None:
    site.commitments = [REQUEST]
    said = ask("commitments", "list").output.splitlines()[1]
    assert [word in said for word in ("CT01", "reporting", "3", "The sender does not answer.")] == [True] * 4


def test_a_request_is_checked_and_told_again(ask: Ask, site: FakeSite) -> None:
    site.commitments = [REQUEST]
    said = ask("commitments", "retry", "7")
    assert (said.output, site.calls["commitments.retry"]) == (
        "3 objects will be read anew and CT01 told the result.\n",
        1,
    )


def test_a_request_without_failures_says_so(ask: Ask, site: FakeSite) -> None:
    site.commitments = [REQUEST]
    assert ask("commitments", "failures", "7").output == "None of its objects is known not to be safe.\n"


def test_an_unknown_request_is_a_failure(ask: Ask) -> None:
    assert [ask("commitments", verb, "7").exit_code for verb in ("retry", "failures")] == [Exit.FAILED] * 2


def test_a_mistyped_service_is_suggested(ask: Ask) -> None:
    assert "Did you mean 'studies'?" in ask("call", "study.totals").complaint


def test_a_mistyped_method_is_suggested(ask: Ask) -> None:
    assert "Did you mean 'totals'?" in ask("call", "studies.total").complaint


def test_a_peer_that_is_entered_is_told_with_what_it_means(ask: Ask) -> None:
    said = ask("peers", "add", "CT 1", "--ae-title", "CT01")
    assert said.output == (
        "CT 1 is entered: CT01 from any address, without TLS, may echo, store. "
        "It only sends: there is no port at which to reach it.\n"
    )


@pytest.mark.parametrize(
    ("peer", "words"),
    [
        (replace(STORE, allow=()), "STORE01 from 10.1.2.3, without TLS, may ask for nothing."),
        (replace(STORE, allow=(PeerService.FIND,)), "may find. It is reached at 10.1.2.3:104."),
        (replace(STORE, host=ANY_HOST), "from any address"),
        (replace(STORE, host=ANY_HOST), "no host at which to reach it"),
        (replace(STORE, tls=TlsMode.TLS), "with TLS"),
        (replace(STORE, tls=TlsMode.MUTUAL), "with mutual TLS"),
        (replace(STORE, notes="in room 3"), "in room 3"),
        (replace(STORE, same_uid=SameUidPolicy.NEWEST_WINS), "takes the place of the older."),
        (replace(STORE, same_uid=SameUidPolicy.REFUSE), "under a stored UID is refused."),
    ],
)
def test_a_peer_is_shown_in_a_sentence(ask: Ask, site: FakeSite, peer: Peer, words: str) -> None:
    site.peers[:] = [peer]
    assert words in ask("peers", "show", "Store 1").output


def test_the_state_is_told_a_line_for_each_part(ask: Ask, site: FakeSite) -> None:
    down = Listener("OTHER", "127.0.0.1", 104, ListenerState.DOWN, 0, "the port is taken")
    site.listeners = (*site.listeners, down)
    assert ask("status").output.splitlines() == [
        "Riverside Clinic, a clinic in /srv/pacsdesk: PACSDesk 0.1.0 is running.",
        "DICOM: PACSDESK at 127.0.0.1:11112 listens, 0 associations now.",
        "DICOM: OTHER at 127.0.0.1:104 is down: the port is taken.",
        "Window and command line: http://127.0.0.1:8980, process 4711.",
        "Room: 412 GB free of 1.0 TB.",
    ]
