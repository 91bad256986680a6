"""A query as text and back, as a command, from an answer to what is below it and to what is retrieved of it."""

import shlex
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder
from pacsdesk.contract.records.retrieves import RetrieveKind
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.desktop.panels.query.commands import findscu_line, pacsdesk_line
from pacsdesk.desktop.panels.query.drafts import Draft, draft_of_text, keys_of_text, text_of_draft, text_of_keys
from pacsdesk.desktop.panels.query.levels import query_below, retrievals_of
from pacsdesk.desktop.panels.query.saved import MOST_LAST, SavedQueries
from tests.support.demo_peers import ARCHIVE as PEER
from tests.support.demo_queries import ARCHIVE, answers, series_answers, study_rows

SELDOM = Draft(
    ARCHIVE,
    QueryOrder(
        (QueryKey("PatientName", "O'NEIL^\u00c4*"), QueryKey("ReferringPhysicianName")),
        QueryModel.PATIENT_ROOT,
        QueryLevel.SERIES,
        AETitle("CT01"),
        20,
        adds_usual_keys=False,
        character_set="ISO_IR 100",
    ),
)
WORKLIST = Draft(
    ARCHIVE,
    QueryOrder((QueryKey("ScheduledProcedureStepSequence.Modality", "CT"),), QueryModel.WORKLIST, None),
)


@pytest.mark.parametrize("draft", [SELDOM, WORKLIST, Draft()])
def test_a_query_is_kept_as_text(draft: Draft) -> None:
    assert draft_of_text(text_of_draft(draft)) == draft


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"peer": 1}', '{"keys": [["a"]], "model": "x"}'])
def test_what_is_no_query_is_none(text: str) -> None:
    assert draft_of_text(text) is None


def test_keys_are_written_a_line_each_and_read_again() -> None:
    keys = (QueryKey("PatientName", "A=B"), QueryKey("0008,0090"), QueryKey("A[0].B", "1"))
    assert keys_of_text(f"# a note\n\n{text_of_keys(keys)}\n") == (keys, "")


def test_a_line_that_is_no_key_is_named() -> None:
    keys, problem = keys_of_text("PatientID=1\nPatient Name=DOE")
    assert (keys, "Line 2" in problem) == ((QueryKey("PatientID", "1"),), True)


def test_the_last_queries_are_kept_and_one_asked_again_counts_once(tmp_path: Path) -> None:
    saved = SavedQueries(QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat))
    drafts = [Draft(str(number)) for number in range(MOST_LAST + 2)]
    for draft in (*drafts, drafts[-2]):
        saved.remember(draft)
    assert [one.peer for one in saved.last()][:3] == [drafts[-2].peer, drafts[-1].peer, drafts[-3].peer]
    assert len(saved.last()) == MOST_LAST


def test_a_query_under_a_name_is_found_after_a_restart_and_forgotten(tmp_path: Path) -> None:
    for _ in range(2):  # a list of one is another thing in such a file than a list of two
        preferences = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
        SavedQueries(preferences).save("Yesterday's\u00a0CT", SELDOM)
        preferences.sync()
    saved = SavedQueries(QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat))
    assert saved.named() == {"Yesterday's CT": SELDOM}
    saved.save("Another", WORKLIST)
    saved.forget("Yesterday's CT")
    assert list(saved.named()) == ["Another"]


def test_the_command_of_this_program_says_all_that_is_not_usual() -> None:
    words = shlex.split(pacsdesk_line(SELDOM, "--data-dir /x"))
    at = words.index("find")
    assert words[at + 1 :] == [
        *(ARCHIVE, "PatientName=O'NEIL^\u00c4*", "ReferringPhysicianName=", "--model", "patient-root"),
        *("--level", "SERIES", "--calling", "CT01", "--limit", "20", "--only"),
        *("--character-set", "ISO_IR 100", "--data-dir", "/x"),
    ]


def test_findscu_is_asked_for_the_same() -> None:
    words = shlex.split(findscu_line(replace(PEER, tls=TlsMode.TLS), WORKLIST.order, "PACSDESK"))
    assert words[:6] == ["findscu", "-W", "-aet", "PACSDESK", "-aec", PEER.ae_title]
    assert "ScheduledProcedureStepSequence[0].Modality=CT" in words
    assert "+tla" in words
    assert words[-2:] == [PEER.host, str(PEER.port)]


@pytest.mark.thorough
def test_findscu_takes_what_is_copied() -> None:
    program = shutil.which("findscu")
    assert program is not None, "DCMTK is needed"
    peer = replace(PEER, host="127.0.0.1", port=1)
    for order in (SELDOM.order, WORKLIST.order, QueryOrder((QueryKey("00080090", "X"),))):
        words = shlex.split(findscu_line(peer, order, "PACSDESK"))
        said = subprocess.run([program, *words[1:]], capture_output=True, text=True, check=False, timeout=20)
        assert "Connection refused" in said.stderr + said.stdout, said


def test_below_a_study_are_its_series_and_below_those_their_images() -> None:
    outcome = answers(study_rows())
    series = query_below(outcome, outcome.rows[0])
    assert series is not None
    assert (series.order.level, series.order.keys) == (
        QueryLevel.SERIES,
        (QueryKey("StudyInstanceUID", study_rows()[0][-1]),),
    )
    inner = series_answers()
    images = query_below(inner, inner.rows[1])
    assert images is not None
    assert [key.name for key in images.order.keys] == ["StudyInstanceUID", "SeriesInstanceUID"]


def test_in_the_patient_root_the_patient_is_named_all_the_way_down() -> None:
    outcome = answers(study_rows())
    outcome = replace(outcome, order=replace(outcome.order, model=QueryModel.PATIENT_ROOT))
    below = query_below(outcome, outcome.rows[0])
    assert below is not None
    assert [key.name for key in below.order.keys] == ["PatientID", "StudyInstanceUID"]


def test_an_answer_without_its_uid_has_nothing_below_it() -> None:
    outcome = answers((("A^B", *[""] * 8),))
    assert query_below(outcome, outcome.rows[0]) is None
    assert retrievals_of(outcome, outcome.rows, RetrieveKind.MOVE, None) == ()


def test_several_studies_are_one_order_and_of_several_patients_one_each() -> None:
    outcome = answers(study_rows())
    (order,) = retrievals_of(outcome, outcome.rows[:3], RetrieveKind.MOVE, AETitle("THERE"))
    assert order.keys[-1].value.count("\\") == 2
    rooted = replace(outcome, order=replace(outcome.order, model=QueryModel.PATIENT_ROOT))
    orders = retrievals_of(rooted, rooted.rows[:3], RetrieveKind.GET, None)
    assert [one.keys[0].value for one in orders] == ["4711", "4712", "JP-0007"]


def test_a_worklist_has_nothing_to_retrieve() -> None:
    outcome = replace(answers(study_rows()), order=WORKLIST.order)
    assert retrievals_of(outcome, outcome.rows, RetrieveKind.MOVE, None) == ()
