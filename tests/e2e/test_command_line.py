"""Every command of the catalogue with --json on a running engine, every service method by `call`, every exit code."""

import dataclasses
import subprocess
from pathlib import Path

import pytest

from pacsdesk.cli.catalog import COMMANDS
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.archive import (
    ArchiveTotals,
    Conflict,
    Instance,
    IntegrityReport,
    Series,
    Study,
    TrashEntry,
)
from pacsdesk.contract.records.associations import AssociationDetail, AssociationFilter, AssociationSummary
from pacsdesk.contract.records.commitments import Commitment
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.contract.records.engine import EngineStatus, SettingInfo
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.jobs import Job
from pacsdesk.contract.records.logs import LogTimeline
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.records.registry import FieldChange, RegistryImport, RegistryVersion
from pacsdesk.contract.records.security import AuditEntry, RoleName, User
from pacsdesk.contract.services.catalog import service_interfaces, service_methods
from pacsdesk.contract.types import AETitle, SOPInstanceUID
from pacsdesk.link.calls import find_operation
from pacsdesk.link.client import Client
from tests.e2e.callers import let_in, small_ct
from tests.engine.network.sending import EXPLICIT, send_one, sender
from tests.support.data import ct_phantom_slices
from tests.support.engine import EngineProcess

# stop and reset end or need another engine, init and serve need none, echo, find, move and get a peer; another
# password, a failed job, a request of a sender or a caller on the line would be in the way here: they have tests of
# their own
ELSEWHERE = {"init", "serve", "stop", "reset", "users password", "jobs retry", "associations end"} | {
    *("echo", "find", "move", "get", "send", "accepts"),
    *("worklist", "commit", "mpps create", "mpps set"),
    *(f"commitments {verb}" for verb in ("failures", "retry")),
    *("relay", "sink", *(f"traces {verb}" for verb in ("start", "stop", "list", "show", "export", "open", "remove"))),
    *(f"faults {verb}" for verb in ("list", "start", "stop", "reveal")),  # of a classroom
}
ANSWERS: dict[str, type] = {
    "logs read": LogTimeline,
    "associations list": AssociationSummary,
    "associations show": AssociationDetail,
    "associations explain": Finding,
    "status": EngineStatus,
    "check": IntegrityReport,
    "conformance": ConformanceStatement,
    "rebuild": Job,
    "call": ArchiveTotals,
    "aes add": OwnAE,
    "aes list": OwnAE,
    "aes change": OwnAE,
    "aes remove": OwnAE,
    "peers history": RegistryVersion,
    "peers diff": FieldChange,
    "peers rollback": RegistryVersion,
    "peers import": RegistryImport,
    "peers add": Peer,
    "peers list": Peer,
    "peers show": Peer,
    "peers change": Peer,
    "peers remove": Peer,
    "peers refused": RefusedCaller,
    "peers block": Peer,
    "peers unblock": Peer,
    "import": Job,
    "studies list": Study,
    "studies delete": TrashEntry,
    "studies export": Job,
    "series list": Series,
    "instances list": Instance,
    "instances export": Instance,
    "trash list": TrashEntry,
    "conflicts list": Conflict,
    "commitments list": Commitment,
    "users list": User,
    "users add": User,
    "users enable": User,
    "users disable": User,
    "jobs list": Job,
    "jobs cancel": Job,
    "jobs wait": Job,
    "settings list": SettingInfo,
    "settings get": SettingInfo,
    "settings set": SettingInfo,
    "audit list": AuditEntry,
}
ANSWERS_WITHOUT_RECORD = {
    "associations export": {"file", "associations"},
    "evidence pack": {"file", "files", "replaced"},
    "peers export": {"file", "form"},
    "trash take-back": {"study_instance_uid"},
    "conflicts resolve": {"sop_instance_uid"},
    "users remove": {"removed"},
}
A_LIST = {words for words in ANSWERS if words.endswith(" list")} | {
    *("associations explain", "studies delete", "peers refused", "peers history", "peers diff", "peers rollback"),
}
PASSWORD = "four lanterns in a row"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def of_the_past(association_id: str, folder: Path) -> dict[str, tuple[str | Path, ...]]:
    """What commands about an association that is over are given."""
    log = written(folder / "storescp.log", "I: Association Received\nI: Refusing Association\n")
    return {
        "associations show": (association_id,),
        "associations explain": (association_id,),
        "associations export": ("--to", folder / "journal.csv"),
        "evidence pack": ("--association", association_id, "--to", folder / "pack.zip"),
        "logs read": (log,),
    }


@pytest.fixture(scope="module")
def arguments(
    engine: EngineProcess, link: Client, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[str | Path, ...]]:
    """What each command is given, on an archive that holds what they name."""
    folder = tmp_path_factory.mktemp("written")
    brought = written(folder / "acrnema.map", "MR01 192.0.2.9 104 un\n")
    kept, to_delete, deleted = small_ct(), small_ct(), small_ct()
    second = small_ct(kept.sop_instance_uid, PatientName="OTHER^NAME")
    for sent in (kept, to_delete, deleted, second):
        send_one(engine.dicom_port, sent)
    instance, study_to_delete, study_deleted = (
        link.services.studies.instance(SOPInstanceUID(sent.sop_instance_uid)) for sent in (kept, to_delete, deleted)
    )
    (entry,) = link.services.trash.delete((study_deleted.study_instance_uid,), "test")
    conflicts = link.services.conflicts.list(PageRequest()).items
    let_in(link, "LEAVES")
    link.services.peers.add(Peer("Blocked", AETitle("CT97"), "192.0.2.97", None, allow=()))
    for title in ("NIGHT", "GONE"):
        link.services.aes.add(OwnAE(AETitle(title)))
    for name in ("bob", "carl"):
        link.services.users.add(name, PASSWORD, RoleName.STAFF)
    job = engine.cli("import", ct_phantom_slices()[1])
    past = link.services.associations.past(AssociationFilter(), PageRequest()).items
    return {
        **of_the_past(past[0].association_id, folder),
        "call": ("studies.totals",),
        "peers diff": ("1", "2"),
        "peers rollback": ("1",),
        "peers export": (folder / "peers.toml",),
        "peers import": (brought,),
        "aes add": ("RESEARCH", "--alias", "TEACHING"),
        "aes change": ("NIGHT", "--allow", "echo"),
        "aes remove": ("GONE",),
        "peers add": ("Store 1", "--ae-title", "STORE01", "--host", "192.0.2.1", "--port", "104"),
        "peers show": ("Device CT01",),
        "peers change": ("Device CT01", "--notes", "in room 3"),
        "peers remove": ("Device LEAVES",),
        "peers block": ("CT98", "--host", "192.0.2.98"),
        "peers unblock": ("Blocked",),
        "import": (ct_phantom_slices()[0],),
        "studies delete": (study_to_delete.study_instance_uid, "--reason", "test"),
        "studies export": (instance.study_instance_uid, "--to", folder / "study.zip"),
        "series list": (instance.study_instance_uid,),
        "instances list": (instance.series_instance_uid,),
        "instances export": (instance.sop_instance_uid, "--to", folder / "one.dcm"),
        "trash take-back": (entry.trash_id,),
        "conflicts resolve": (conflicts[0].conflict_id, "keep-first", "--reason", "test"),
        "users add": ("ann",),
        "users remove": ("bob",),
        "users enable": ("carl",),
        "users disable": ("carl",),
        "jobs cancel": (job["job_id"],),
        "jobs wait": (job["job_id"],),
        "settings get": ("dicom.ae_title",),
        "settings set": ("site.name", "North"),
    }


def test_an_association_is_ended(engine: EngineProcess, link: Client) -> None:
    with sender(engine.dicom_port, [("1.2.840.10008.1.1", EXPLICIT)]) as caller:
        (live,) = link.services.associations.live()
        ended = engine.cli("associations", "end", live.summary.association_id)
        assert ended["summary"]["association_id"] == live.summary.association_id
        caller.wait_for_the_end()


def test_every_command_is_tried_here_or_elsewhere() -> None:
    assert {command.words for command in COMMANDS} == ELSEWHERE | ANSWERS.keys() | ANSWERS_WITHOUT_RECORD.keys()


@pytest.mark.parametrize("words", [*ANSWERS, *ANSWERS_WITHOUT_RECORD])
def test_a_command_answers_one_document_of_the_contracts_keys(
    engine: EngineProcess, arguments: dict[str, tuple[str | Path, ...]], words: str
) -> None:
    document = engine.cli(*words.split(), *arguments.get(words, ()), typed=f"{PASSWORD}\n")
    assert isinstance(document, list) == (words in A_LIST)

    record = ANSWERS.get(words)
    keys = {field.name for field in dataclasses.fields(record)} if record else ANSWERS_WITHOUT_RECORD[words]
    assert all(set(one) == keys for one in (document if words in A_LIST else [document]))


@pytest.mark.parametrize(
    ("words", "exit_code"),
    [
        (("studies", "list"), 0),
        (("peers", "show", "nobody"), 1),
        (("series", "list", "1.2.3"), 1),
        (("conflicts", "resolve", "none", "keep-first", "--reason", "test"), 1),
        (("jobs", "wait", "none"), 1),
        (("settings", "get", "dicom.nothing"), 1),
        (("call", "studies.nothing"), 1),
        (("settings", "set", "archive.reserve_percent", "many"), 2),
        (("call", "studies.search", "{"), 2),
        (("call", "studies.search", '{"query": {"page": {"limit": 0}}}'), 2),
        (("series", "list", "no uid"), 2),
        (("peers", "add", "x" * 65, "--ae-title", "LONG"), 2),
        (("fly",), 2),
        (("status", "--user", "nobody"), 3),
        (("status", "--engine", "http://127.0.0.1:1"), 4),
        (("status", "--data-dir", "nowhere"), 4),
    ],
)
def test_an_exit_code_tells_what_kind_of_end_it_was(
    engine: EngineProcess, words: tuple[str, ...], exit_code: int
) -> None:
    result = engine.site.run(*words)
    assert (result.exit_code, "Traceback" in result.complaint) == (exit_code, False), result.complaint


METHODS = [
    (service, method) for service, interface in service_interfaces().items() for method in service_methods(interface)
]


@pytest.mark.parametrize(("service", "method"), METHODS)
def test_call_reaches_every_method_which_refuses_what_it_does_not_take(link: Client, service: str, method: str) -> None:
    with pytest.raises(InvalidInput, match=rf"{service}\.{method} was not called rightly"):
        link.call(service, method, {"no such argument": 1})


@pytest.mark.parametrize(("service", "method"), [one for one in METHODS if find_operation(*one).signature.parameters])
def test_values_of_the_wrong_form_are_refused_by_the_name_of_one(link: Client, service: str, method: str) -> None:
    names = find_operation(service, method).signature.parameters
    with pytest.raises(InvalidInput) as refused:
        link.call(service, method, {name: [{"wrong": []}] for name in names})
    assert any(name in refused.value.detail for name in names), refused.value.detail


def test_people_read_a_table_in_which_no_line_can_be_forged(engine: EngineProcess) -> None:
    send_one(engine.dicom_port, small_ct(PatientName="FORGED\x1b[2K\nPatient^Two"))
    command = [*engine.site.program, "studies", "list", "forged"]
    said = subprocess.run(command, env=engine.site.environment(), capture_output=True, text=True, timeout=60).stdout
    assert len(said.splitlines()) == 2 and "\x1b" not in said
