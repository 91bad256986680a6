"""How commands speak: tables that align, documents that parse, and nothing that a terminal would obey."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.cli.output import Output
from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.archive import Source
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle

PEERS = (Peer("CT 1", AETitle("CT01"), "any", None), Peer("Long name of a device", AETitle("MR"), "any", 104))
COLUMNS = (("Name", lambda peer: peer.name), ("AE title", lambda peer: peer.ae_title))


class Terminal(io.StringIO):
    """A stream that is one."""

    def isatty(self) -> bool:
        return True


def spoken(is_json: bool = False) -> tuple[Output, io.StringIO, io.StringIO]:
    """An output, and what went to its two streams."""
    out, err = io.StringIO(), Terminal()
    return Output(is_json, out, err), out, err


def test_a_table_has_a_line_of_titles_and_one_for_each_record() -> None:
    output, out, _ = spoken()
    output.records(PEERS, COLUMNS, "No peers.")
    assert out.getvalue() == (
        "Name                   AE title\nCT 1                   CT01\nLong name of a device  MR\n"
    )


def test_a_uid_stands_whole_in_a_table() -> None:
    output, out, _ = spoken()
    longest = "1.2.826.0.1.3680043.8.498." + "7" * 38
    output.records((longest,), (("UID", lambda uid: uid),), "")
    assert longest in out.getvalue()


def test_an_empty_table_says_what_that_means() -> None:
    output, out, _ = spoken()
    output.records((), COLUMNS, "No peers.")
    assert out.getvalue() == "No peers.\n"


def test_an_empty_list_is_a_document_too() -> None:
    output, out, _ = spoken(is_json=True)
    output.records((), COLUMNS, "No peers.")
    assert json.loads(out.getvalue()) == []


def test_a_document_has_the_contracts_names() -> None:
    output, out, _ = spoken(is_json=True)
    output.records(PEERS, COLUMNS, "")
    first = json.loads(out.getvalue())[0]
    assert (first["ae_title"], first["port"], first["allow"]) == ("CT01", None, ["echo", "store"])


def test_further_lines_for_people_stay_out_of_a_document() -> None:
    output, out, _ = spoken(is_json=True)
    output.record(PEERS[0], "CT 1 is made.")
    output.line("and more")
    assert json.loads(out.getvalue())["name"] == "CT 1"


def test_a_failure_is_three_lines_on_standard_error() -> None:
    output, out, err = spoken()
    output.failure(NotFound("There is no peer.", "CT 9 is unknown.", "List them."))
    assert (out.getvalue(), err.getvalue()) == ("", "There is no peer.\nCT 9 is unknown.\nList them.\n")


def test_a_failure_with_json_is_a_document_on_standard_error() -> None:
    output, out, err = spoken(is_json=True)
    output.failure(NotFound("There is no peer.", "CT 9 is unknown."))
    told = json.loads(err.getvalue())
    assert (out.getvalue(), told["error"], told["hint"]) == ("", "NotFound", "")


def test_progress_is_for_terminals_without_json() -> None:
    for is_json, is_shown in ((False, True), (True, False)):
        output, _, err = spoken(is_json)
        output.progress("Uploading 1/2")
        assert bool(err.getvalue()) is is_shown


def test_progress_stays_within_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    output, _, err = spoken()
    output.progress("Uploading 1/2 " + "x" * 100)
    assert err.getvalue() == "\r\x1b[KUploading 1/2 xxxx…"


@given(st.text())
def test_no_name_can_give_the_terminal_an_order_or_forge_a_line(name: str) -> None:
    output, out, _ = spoken()
    output.records((name,), (("Name", lambda name: name),), "")
    title, row = out.getvalue().removesuffix("\n").split("\n")
    assert title.startswith("Name") and (row.isprintable() or not row)


@given(st.text(), st.datetimes(timezones=st.timezones()), st.integers(0))
def test_every_document_is_json_that_gives_the_values_back(title: str, at: object, number: int) -> None:
    output, out, _ = spoken(is_json=True)
    source = Source(title, at, number)  # type: ignore[arg-type]  # hypothesis draws a datetime
    output.record(source, "")
    document = json.loads(out.getvalue())
    assert (document["ae_title"], document["number_of_instances"]) == (title, number)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_of_another_character_set_gets_escapes_instead_of_an_error(encoding: str) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    output = Output(False, out, out)
    output.document({"patient_name": "山田^太郎"})
    output.records(("山田^太郎",), (("Patient", lambda name: name),), "")
    out.seek(0)
    assert out.read().count("\\u5c71") == 2
