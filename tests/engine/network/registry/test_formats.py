"""Files of entries: ours come back as they were written, those of others are read, and no text breaks a reader."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.registry import RegistryFormat
from pacsdesk.engine.network.registry.fields import entry_with
from pacsdesk.engine.network.registry.formats import acrnema, as_csv, as_toml, dcmqrscp, orthanc
from pacsdesk.engine.network.registry.formats.choosing import form_of, read_entries
from pacsdesk.engine.network.registry.formats.given import Given, NotThisForm
from tests.engine.network.registry.building import AES, PEERS

READERS: tuple[Callable[[str], Iterator[Given]], ...] = (
    as_toml.read,
    as_csv.read,
    orthanc.read,
    dcmqrscp.read,
    acrnema.read,
)


@given(st.lists(PEERS | AES, max_size=4))
def test_entries_come_back_from_toml(entries: list[Peer | OwnAE]) -> None:
    read = [entry_with(one.kind, one.texts) for one in as_toml.read(as_toml.write(entries))]
    assert read == [one for one in entries if isinstance(one, Peer)] + [
        one for one in entries if isinstance(one, OwnAE)
    ]


@given(st.lists(PEERS, max_size=4))
def test_peers_come_back_from_csv(peers: list[Peer]) -> None:
    assert [entry_with(one.kind, one.texts) for one in as_csv.read(as_csv.write(peers))] == peers


@given(PEERS)
def test_no_cell_is_a_formula(peer: Peer) -> None:
    cells = as_csv.write([peer]).partition("\n")[2].split(",")
    assert not [cell for cell in cells if cell.lstrip('"')[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize("read", READERS)
@given(text=st.text() | st.text('{}[]()=",#*/\n AETHostTable BEGIN END DicomModalities:ae_title', max_size=200))
def test_any_text_is_read_or_refused_with_a_reason(read: Callable[[str], Iterator[Given]], text: str) -> None:
    try:
        found = list(read(text))
    except NotThisForm as error:
        assert str(error)
    else:
        assert all(one.place and (one.problem or one.texts) for one in found)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "peers = " + "[" * 100_000])
def test_what_is_nested_too_deep_is_refused(text: str) -> None:
    for read in (orthanc.read, as_toml.read):
        with pytest.raises(NotThisForm):
            list(read(text))


ORTHANC = r"""
/* Orthanc 1.12 */
{
  "Name" : "My // Orthanc",  // a comment
  "DicomModalities" : {
    "sample" : [ "STORESCP", "127.0.0.1", 2000 ],
    "old" : [ "OLD", "host", 104, "GenericNoWildcardInDates" ],
    "full" : { "AET" : "FULL", "Host" : "10.0.0.7", "Port" : 11112, "Manufacturer" : "Generic",
               "AllowFind" : false, "AllowStore" : true, "UseDicomTls" : true, "Timeout" : 20 },
    "short" : [ "X" ],
    "none" : { "AET" : "NONE" },
    "word" : "STORESCP",
    "sample" : [ "AGAIN", "h", 1 ]
  }
}
"""


def test_modalities_of_orthanc() -> None:
    found = list(orthanc.read(ORTHANC))
    assert [one.texts for one in found if not one.problem] == [
        {"name": "sample", "ae_title": "STORESCP", "host": "127.0.0.1", "port": "2000"},
        {"name": "old", "ae_title": "OLD", "host": "host", "port": "104"},
        {
            "name": "full",
            "ae_title": "FULL",
            "host": "10.0.0.7",
            "port": "11112",
            "allow": "echo store move get commitment",
            "tls": "tls",
            "answer_timeout": "20",
        },
    ]
    assert [one.name for one in found if one.problem] == ["short", "none", "word", "sample"]


def test_modalities_as_orthanc_answers_them() -> None:
    (found,) = orthanc.read('{"ct": {"AET": "CT01", "Host": "10.0.0.7", "Port": 104, "Manufacturer": "Generic"}}')
    assert found.texts == {"name": "ct", "ae_title": "CT01", "host": "10.0.0.7", "port": "104"}


DCMQRSCP = """
# Global Configuration Parameters
NetworkTCPPort  = 11112
HostTable BEGIN
# name = (AETITLE, hostname, port)
acme1           = (ACME1, acmehost1, 5678)
both            = (ONE, h1, 1), ("TWO 2", h2, 2)   # two
acmeCTcompany   = acme1, both
broken          = (ACME1, acmehost1
short           = (ACME1, acmehost1)
HostTable END
AETable BEGIN
COMMON       /tmp      R (200, 1024mb) ANY
AETable END
"""


def test_the_host_table_of_dcmqrscp() -> None:
    found = list(dcmqrscp.read(DCMQRSCP))
    assert [(one.place, one.texts) for one in found if not one.problem] == [
        ("line 6", {"name": "acme1", "ae_title": "ACME1", "host": "acmehost1", "port": "5678"}),
        ("line 7", {"name": "both", "ae_title": "ONE", "host": "h1", "port": "1"}),
        ("line 7", {"name": "both 2", "ae_title": "TWO 2", "host": "h2", "port": "2"}),
    ]
    assert [(one.name, "group" in one.problem) for one in found if one.problem] == [
        ("acmeCTcompany", True),
        ("broken", False),
        ("short", False),
    ]


ACRNEMA = """/* **********************************************************
   Table for CONQUEST: title, host, port, compression
*/
CONQUESTSRV1    127.0.0.1       5678            un
CT01            10.0.0.7        104
# a comment
V*              *               1234            un
MR01            *               4006            j2
US01            192.168.1.*     104             un
alone
"""


def test_the_map_of_conquest() -> None:
    found = list(acrnema.read(ACRNEMA))
    assert [(one.place, one.texts) for one in found if not one.problem] == [
        ("line 4", {"name": "CONQUESTSRV1", "ae_title": "CONQUESTSRV1", "host": "127.0.0.1", "port": "5678"}),
        ("line 5", {"name": "CT01", "ae_title": "CT01", "host": "10.0.0.7", "port": "104"}),
        ("line 8", {"name": "MR01", "ae_title": "MR01", "host": "any", "port": "4006"}),
    ]
    assert [one.name for one in found if one.problem] == ["V*", "US01", "alone"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("name,colour\n", "colour"), ("ae_title,host\n", "name among them"), ('name,host\n"a', "no CSV")],
)
def test_a_table_with_a_wrong_first_line_is_refused(text: str, told: str) -> None:
    with pytest.raises(NotThisForm, match=told):
        list(as_csv.read(text))


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_from_a_spreadsheet_is_read_however_its_cells_are_separated(between: str) -> None:
    lines = (("Name", "AE_Title", "Port"), ("CT 1", "CT01", "104"), ("", "", ""), ("short", "X"))
    text = "\ufeff" + "\r\n".join(between.join(line) for line in lines)
    found = list(as_csv.read(text))
    assert found[0].texts == {"name": "CT 1", "ae_title": "CT01", "port": "104"}
    assert [bool(one.problem) for one in found] == [False, True]


@pytest.mark.parametrize(
    ("file_name", "text", "form"),
    [
        ("PEERS.TOML", "", "toml"),
        ("a.csv", "", "csv"),
        ("orthanc.json", "", "orthanc"),
        ("dcmqrscp.cfg", "", "dcmqrscp"),
        ("acrnema.map", "", "acrnema"),
        ("x", DCMQRSCP, "dcmqrscp"),
        ("x", ORTHANC, "orthanc"),
        ("x", "[[peers]]\n", "toml"),
        ("x", "name,ae_title\n", "csv"),
    ],
)
def test_a_form_is_told_by_name_or_content(file_name: str, text: str, form: str) -> None:
    assert form_of(file_name, text) == form


def test_a_file_of_no_known_form_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"letter\.txt"):
        form_of("letter.txt", "Dear Ada")


def test_a_file_with_too_many_entries_is_refused() -> None:
    with pytest.raises(InvalidInput, match="5001"):
        read_entries("acrnema.map", "A h 1\n" * 5001, RegistryFormat.ACRNEMA)
