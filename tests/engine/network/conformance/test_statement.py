"""The conformance statement follows the code: a service more is a section more, and no status goes untold."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pacsdesk.contract.records.conformance import ConformanceStatement, StatementSection, StatementTable
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import AETitle, DimseStatus
from pacsdesk.engine.network.conformance.initiations import INITIATIONS
from pacsdesk.engine.network.conformance.notes import NOTES
from pacsdesk.engine.network.conformance.statement import conformance_statement
from pacsdesk.engine.network.conformance.text import as_html, as_markdown
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.scp.echo import EchoService
from pacsdesk.engine.network.scu import reaching
from pacsdesk.engine.runtime.settings import DicomSettings, Settings, TlsSettings, all_declared
from tests.engine.network.listening import ListeningSite, listening_site
from tests.engine.network.wire.many_answers import CountingService
from tests.house.tree import ROOT, SourceFile, modules, source_files


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ListeningSite]:
    """What provides services; it is only asked."""
    with listening_site(tmp_path_factory.mktemp("conformance")) as listening:
        yield listening


@pytest.fixture(scope="module")
def services(site: ListeningSite) -> tuple[ProvidedService, ...]:
    """What the server provides."""
    return site.make_server().services


@pytest.fixture(scope="module")
def statement(services: tuple[ProvidedService, ...]) -> ConformanceStatement:
    return conformance_statement(services, Settings())


def section(statement: ConformanceStatement, title: str) -> StatementSection:
    (found,) = [one for one in statement.sections if one.title == title]
    return found


def table(one: StatementSection, title: str) -> StatementTable:
    (found,) = [table for table in one.tables if table.title == title]
    return found


def provided(statement: ConformanceStatement) -> set[str]:
    """The UIDs of the overview."""
    overview = section(statement, "Conformance statement overview")
    return {row[1] for row in table(overview, "Network services").rows}


def test_a_service_more_is_a_section_and_its_sop_classes_more() -> None:
    before = conformance_statement((EchoService(),), Settings())
    after = conformance_statement((EchoService(), CountingService(1)), Settings())
    assert provided(after) - provided(before) == {"1.2.840.10008.5.1.4.1.2.1.1"}
    titles = [{one.title for one in statement.sections} for statement in (before, after)]
    assert titles[1] - titles[0] == {NOTES[PeerService.FIND].title}


def test_every_service_of_the_server_has_its_section(
    statement: ConformanceStatement, services: tuple[ProvidedService, ...]
) -> None:
    titles = [one.title for one in statement.sections if one.number.startswith("4.2.1.4.")]
    assert titles == [NOTES[service.name].title for service in services]


def test_storage_names_its_classes_young_ones_too_and_takes_every_syntax(statement: ConformanceStatement) -> None:
    assert {"1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.66.7"} <= provided(statement)
    storage = section(statement, NOTES[PeerService.STORE].title)
    assert len(table(storage, "Transfer syntaxes").rows) > 40
    assert "Any transfer syntax is accepted, private ones too." in storage.paragraphs


def test_matching_is_told_as_the_query_does_it(statement: ConformanceStatement) -> None:
    query = section(statement, NOTES[PeerService.FIND].title)
    matching = {row[1]: row[4] for one in query.tables if one.title.startswith("Keys at the") for row in one.rows}
    assert "range" in matching["StudyDate"]
    assert "wild card" not in matching["StudyDate"]
    assert "list of UID" in matching["StudyInstanceUID"]
    assert "wild card" in matching["AccessionNumber"]
    assert "without regard to case" in matching["PatientName"]
    assert matching["RequestAttributesSequence"].startswith("sequence (ScheduledProcedureStepID")


def test_settings_are_told_with_their_present_values(services: tuple[ProvidedService, ...]) -> None:
    settings = replace(Settings(), dicom=DicomSettings(ae_title=AETitle("RIVERSIDE"), port=104))
    statement = conformance_statement(services, settings)
    told = {row[0]: row[1] for row in table(section(statement, "Configuration"), "Settings").rows}
    assert (told["dicom.ae_title"], told["dicom.port"], statement.ae_title) == ("RIVERSIDE", "104", "RIVERSIDE")
    assert set(told) == {one.name for one in all_declared() if one.name.startswith(("dicom.", "tls."))}


def test_tls_is_told_as_it_is_set_up(services: tuple[ProvidedService, ...], statement: ConformanceStatement) -> None:
    encrypted = conformance_statement(services, replace(Settings(), tls=TlsSettings(port=2762)))
    told = [" ".join(section(one, "Security").paragraphs) for one in (statement, encrypted)]
    assert ["taken at port 2762" in one for one in told] == [False, True]
    assert "in TLS at port 2762" in " ".join(section(encrypted, "Implementation model").paragraphs)
    suites = {row[1] for row in table(section(encrypted, "Security"), "Cipher suites").rows}
    assert {"TLS_AES_128_GCM_SHA256", "ECDHE-RSA-AES128-GCM-SHA256"} <= suites
    assert not any("CBC" in suite or "RC4" in suite or suite.startswith("AES") for suite in suites)


def test_character_sets_that_cannot_be_written_are_not_claimed(statement: ConformanceStatement) -> None:
    rows = table(section(statement, "Support of character sets"), "Character sets").rows
    written = {row[0]: row[2] for row in rows}
    assert (written["ISO_IR 100"], written["ISO_IR 87"], written["ISO_IR 192"]) == ("yes", "yes", "yes")
    assert written["(absent)"] == "ASCII only"


def names_of_statuses(file: SourceFile) -> set[str]:
    """The members of DimseStatus that a file names."""
    return {
        node.attr
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "DimseStatus"
    }


@pytest.mark.parametrize("service", modules("pacsdesk/engine/network/scp"))
def test_every_status_that_a_service_names_is_told(service: str, services: tuple[ProvidedService, ...]) -> None:
    (file,) = [one for one in source_files("pacsdesk/engine/network/scp") if Path(one.where).stem == service]
    (provides,) = [one for one in services if type(one).__module__ == file.name]
    told = {DimseStatus(status).name for status in NOTES[provides.name].statuses}
    assert names_of_statuses(file) - told == set()


def test_every_failure_reason_is_told() -> None:
    told = {DimseStatus(status).name for status in NOTES[PeerService.COMMITMENT].statuses}
    named = [
        names_of_statuses(file)
        for file in source_files("pacsdesk/engine/network/commitments")
        if Path(file.where).stem in ("checks", "information", "register")
    ]
    assert set().union(*named) - told == set()


def calls(file: SourceFile) -> bool:
    """Whether a file makes a wire.calling.Call, or has scu.reaching make one."""
    made = [node.func for node in ast.walk(file.tree) if isinstance(node, ast.Call)]
    return any(
        (isinstance(one, ast.Name) and one.id == "Call") or (isinstance(one, ast.Attribute) and one.attr == "reach")
        for one in made
    )


def test_every_module_that_opens_associations_is_told() -> None:
    found = {file.name for file in source_files("pacsdesk/engine") if calls(file)} - {reaching.__name__}
    assert found == {one.opened_by for one in INITIATIONS}


def test_markdown_has_each_section_and_no_cell_breaks_its_table() -> None:
    sections = (
        StatementSection("1", "Overview", ("Said.",), (StatementTable("T", ("A", "B"), (("a|b", "c"),)),)),
        StatementSection("4.1", "Model"),
    )
    text = as_markdown("Statement", "1.0", sections)
    assert "## 1 Overview" in text
    assert "### 4.1 Model" in text
    assert "| a\\|b | c |" in text


def test_html_is_whole_and_takes_no_markup_from_what_it_shows(statement: ConformanceStatement) -> None:
    opened: list[str] = []

    class Balance(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag != "meta":
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    wild = replace(statement, sections=(*statement.sections, StatementSection("9", "<script>alert(1)</script>")))
    page = as_html(wild)
    Balance().feed(page)
    assert (opened, "<script" in page) == ([], False)


def test_no_text_names_this_computer(statement: ConformanceStatement) -> None:
    assert str(ROOT) not in statement.markdown
