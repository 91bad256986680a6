"""C-FIND as callers see it: each model and level, refusals by name, character sets, cancelling, limits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydicom import Dataset, dcmread
from pydicom.uid import UID

from pacsdesk.contract.records.peers import PeerService
from tests.engine.network.listening import KNOWN, ListeningSite, listening_site
from tests.engine.network.querying import (
    PATIENT_ROOT,
    PATIENT_STUDY_ONLY,
    STUDY_ROOT,
    answers_to,
    ask,
    findscu,
    querier,
)
from tests.support.indexed_objects import fill, fill_studies, instance
from tests.support.peers import dcmtk

SUCCESS, CANCELLED, PENDING, UNSUPPORTED = 0x0000, 0xFE00, 0xFF00, 0xFF01
NO_MATCH_OF_CLASS, OUT_OF_RESOURCES, NOT_UNDERSTOOD = 0xA900, 0xA700, 0xC000


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ListeningSite]:
    """A site with two patients, one of them with two studies, that lets one caller query."""
    with listening_site(tmp_path) as listening:
        listening.enter_peer(KNOWN, PeerService.FIND)
        fill(
            listening.database,
            [
                instance("1.2.1", "1.2.1.1", "1.2.1.1.1", patient_id="P1", patient_name="Doe^Jane", modality="CT"),
                instance("1.2.1", "1.2.1.2", "1.2.1.2.1", patient_id="P1", patient_name="Doe^Jane", modality="SR"),
                instance("1.2.2", "1.2.2.1", "1.2.2.1.1", patient_id="P1", patient_name="Doe^Jane", modality="MR"),
                instance("1.2.3", "1.2.3.1", "1.2.3.1.1", patient_id="P2", patient_name="Roe^John", modality="MR"),
            ],
        )
        yield listening


MODELS_AND_LEVELS = [
    (PATIENT_ROOT, ("QueryRetrieveLevel=PATIENT", "PatientName=doe*"), "PatientID", ["P1"]),
    (PATIENT_ROOT, ("QueryRetrieveLevel=STUDY", "PatientID=P1"), "StudyInstanceUID", ["1.2.1", "1.2.2"]),
    (PATIENT_ROOT, ("QueryRetrieveLevel=SERIES", "PatientID=P1", "StudyInstanceUID=1.2.2"), "Modality", ["MR"]),
    (STUDY_ROOT, ("QueryRetrieveLevel=STUDY", "PatientName=ROE^JOHN"), "StudyInstanceUID", ["1.2.3"]),
    (STUDY_ROOT, ("QueryRetrieveLevel=STUDY", r"StudyInstanceUID=1.2.1\1.2.3"), "PatientID", ["P1", "P2"]),
    (STUDY_ROOT, ("QueryRetrieveLevel=STUDY", "ModalitiesInStudy=SR"), "StudyInstanceUID", ["1.2.1"]),
    (STUDY_ROOT, ("QueryRetrieveLevel=SERIES", "StudyInstanceUID=1.2.1"), "Modality", ["CT", "SR"]),
    (
        STUDY_ROOT,
        ("QueryRetrieveLevel=IMAGE", "StudyInstanceUID=1.2.1", "SeriesInstanceUID=1.2.1.2"),
        *("SOPInstanceUID", ["1.2.1.2.1"]),
    ),
    (PATIENT_STUDY_ONLY, ("QueryRetrieveLevel=PATIENT",), "PatientID", ["P1", "P2"]),
    (PATIENT_STUDY_ONLY, ("QueryRetrieveLevel=STUDY", "PatientID=P2"), "StudyInstanceUID", ["1.2.3"]),
]


@pytest.mark.parametrize("syntax", ["-xe", "-xi", "-xb", "-xd"])
@pytest.mark.parametrize(("model", "keys", "keyword", "expected"), MODELS_AND_LEVELS)
def test_dcmtk_finds_by_each_model_at_each_level(
    site: ListeningSite,
    tmp_path: Path,
    model: str,
    keys: tuple[str, ...],
    keyword: str,
    expected: list[str],
    syntax: str,
) -> None:
    asked = keys if any(key.startswith(f"{keyword}=") for key in keys) else (*keys, keyword)
    found = findscu(site.port, tmp_path, model, *asked, options=[syntax])
    assert (found.values(keyword), "Final Find Response (Success)" in found.said) == (expected, True)


def test_pynetdicom_finds_too(site: ListeningSite) -> None:
    with querier(site.port) as association:
        responses = ask(association, QueryRetrieveLevel="STUDY", PatientID="P1", StudyInstanceUID="")
    assert [command.Status for command, _ in responses] == [PENDING, PENDING, SUCCESS]
    assert sorted(dataset.StudyInstanceUID for _, dataset in responses if dataset) == ["1.2.1", "1.2.2"]


def test_a_query_that_matches_nothing_succeeds(site: ListeningSite) -> None:
    with querier(site.port) as association:
        responses = ask(association, QueryRetrieveLevel="STUDY", PatientID="P9")
    assert [(command.Status, dataset) for command, dataset in responses] == [(SUCCESS, None)]


def test_several_queries_are_answered_on_one_association(site: ListeningSite) -> None:
    with querier(site.port) as association:
        numbers = [len(ask(association, QueryRetrieveLevel="STUDY", PatientID=asked)) for asked in ("P1", "P9", "P2")]
    assert numbers == [3, 1, 2]


def test_a_refusal_names_the_key_and_its_element(site: ListeningSite) -> None:
    with querier(site.port) as association:
        ((command, _),) = ask(association, QueryRetrieveLevel="SERIES", PatientID="P1")
    assert (command.Status, command.OffendingElement) == (NO_MATCH_OF_CLASS, 0x0020000D)
    assert "StudyInstanceUID" in command.ErrorComment


def test_a_query_without_a_level_is_refused(site: ListeningSite) -> None:
    with querier(site.port) as association:
        ((command, _),) = ask(association, PatientID="P1")
    assert (command.Status, command.OffendingElement) == (NO_MATCH_OF_CLASS, 0x00080052)


def test_keys_that_are_not_held_are_told_by_the_status_and_answered_empty(site: ListeningSite) -> None:
    with querier(site.port) as association:
        responses = ask(association, QueryRetrieveLevel="STUDY", PatientID="P2", AdmissionID="A7")
    assert [command.Status for command, _ in responses] == [UNSUPPORTED, SUCCESS]
    assert [dataset.AdmissionID for _, dataset in responses if dataset] == [""]


def test_answers_say_from_whom_the_objects_can_be_had(site: ListeningSite, tmp_path: Path) -> None:
    found = findscu(site.port, tmp_path, STUDY_ROOT, "QueryRetrieveLevel=STUDY")
    assert set(found.values("RetrieveAETitle")) == {"PACSDESK"}


RELATIONAL = {"QueryRetrieveLevel": "IMAGE", "PatientName": "Doe*", "SOPInstanceUID": ""}


def test_a_relational_query_is_refused_when_it_was_not_agreed(site: ListeningSite) -> None:
    with querier(site.port) as association:
        ((command, _),) = ask(association, **RELATIONAL)
    assert command.Status == NO_MATCH_OF_CLASS


def test_a_relational_query_is_answered_when_it_was_agreed(site: ListeningSite) -> None:
    with querier(site.port, extended=b"\1") as association:
        responses = ask(association, **RELATIONAL)
    assert [command.Status for command, _ in responses] == [PENDING] * 3 + [SUCCESS]


def test_only_what_we_do_is_agreed_to(site: ListeningSite) -> None:
    with querier(site.port, extended=bytes([1, 1, 1, 1, 1, 1, 1])) as association:
        agreed = association.acceptor.sop_class_extended
    assert agreed == {UID(STUDY_ROOT): bytes([1, 1, 0, 0, 0, 1, 1])}


def test_nothing_is_answered_that_was_not_proposed(site: ListeningSite) -> None:
    with querier(site.port, extended=bytes([0, 1])) as association:
        agreed = association.acceptor.sop_class_extended
    assert agreed == {UID(STUDY_ROOT): bytes([0, 1])}


def test_a_caller_who_may_not_query_is_not_answered(site: ListeningSite, tmp_path: Path) -> None:
    site.enter_peer("CT02", PeerService.ECHO)
    found = findscu(site.port, tmp_path, STUDY_ROOT, "QueryRetrieveLevel=STUDY", calling="CT02")
    assert ("Association Rejected" in found.said, found.datasets) == (True, ())


def test_a_query_past_the_limit_ends_with_its_answers_so_far(site: ListeningSite) -> None:
    site.find_limit = 2
    with querier(site.port) as association:
        responses = ask(association, QueryRetrieveLevel="STUDY")
    assert [command.Status for command, _ in responses] == [PENDING, PENDING, OUT_OF_RESOURCES]
    assert "2" in responses[-1][0].ErrorComment


def test_a_query_that_just_meets_the_limit_succeeds(site: ListeningSite) -> None:
    site.find_limit = 3
    with querier(site.port) as association:
        responses = ask(association, QueryRetrieveLevel="STUDY")
    assert [command.Status for command, _ in responses] == [PENDING] * 3 + [SUCCESS]


def test_an_identifier_without_end_is_refused_and_the_next_one_answered(site: ListeningSite) -> None:
    with querier(site.port) as association:
        ((command, _),) = ask(association, QueryRetrieveLevel="STUDY", TextValue="x" * (1 << 20))
        assert command.Status == NOT_UNDERSTOOD
        assert len(ask(association, QueryRetrieveLevel="STUDY")) == 4


@pytest.mark.parametrize(
    ("character_set", "asked", "encoding", "name"),
    [
        ("ISO_IR 100", "MÜLLER*", "latin_1", "Müller^Åse"),
        ("ISO_IR 192", "müller*", "utf_8", "Müller^Åse"),
        ("GB18030", "王*", "gb18030", "王^小东"),
        (r"\ISO 2022 IR 87", "Yamada*", "ascii", "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        (r"\ISO 2022 IR 87", "=\x1b$B;3ED\x1b(B*", "ascii", "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        (r"\ISO 2022 IR 149", "Hong*", "ascii", "Hong^Gildong=洪^吉洞=홍^길동"),
    ],
)
def test_queries_and_answers_are_in_the_callers_character_set(
    site: ListeningSite, tmp_path: Path, character_set: str, asked: str, encoding: str, name: str
) -> None:
    fill(site.database, [instance("1.2.9", patient_name=name)])
    query = tmp_path / "query.txt"
    lines = (f"(0008,0005) CS [{character_set}]", "(0008,0052) CS [STUDY]", f"(0010,0010) PN [{asked}]")
    query.write_bytes("\n".join(lines).encode(encoding))
    dcmtk("dump2dcm", query, tmp_path / "query.dcm")
    answers = tmp_path / "answers"
    answers.mkdir()
    caller = ("-aet", KNOWN, "-aec", "PACSDESK", "127.0.0.1", str(site.port), tmp_path / "query.dcm")
    dcmtk("findscu", "-S", "-X", "-od", answers, *caller)
    (dataset,) = map(dcmread, answers.iterdir())
    dataset.decode()
    assert (str(dataset.PatientName), _declared(dataset)) == (name, character_set)


def _declared(dataset: Dataset) -> str:
    value = dataset.SpecificCharacterSet
    return value if isinstance(value, str) else "\\".join(value)


@pytest.fixture
def large_series(site: ListeningSite) -> dict[str, str]:
    """The keys of a series whose answers fill more than all buffers between us and a caller: 12 MB."""
    long = "x" * 1000
    many = [instance("1.3", "1.3.1", f"1.3.1.{number}", study_description=long) for number in range(6000)]
    fill(site.database, many)
    keys = {"QueryRetrieveLevel": "IMAGE", "StudyInstanceUID": "1.3", "SeriesInstanceUID": "1.3.1"}
    return {**keys, "StudyDescription": "", "ProtocolName": ""}


def test_a_cancelled_query_ends_before_its_last_answer(
    site: ListeningSite, tmp_path: Path, large_series: dict[str, str]
) -> None:
    keys = [f"{keyword}={value}" for keyword, value in large_series.items()]
    found = findscu(site.port, tmp_path, STUDY_ROOT, *keys, options=["--cancel", "3", "-Xlo", "1"])
    assert "Final Find Response (Cancel" in found.said
    assert found.said.count("(Pending)") < 6000


def test_a_caller_who_does_not_read_keeps_nobody_waiting(site: ListeningSite, large_series: dict[str, str]) -> None:
    with querier(site.port) as slow, querier(site.port) as other:
        answers = answers_to(slow, STUDY_ROOT, **large_series)
        next(answers)
        fill(site.database, [instance("1.2.8", patient_id="P8")])
        assert len(ask(other, QueryRetrieveLevel="STUDY", PatientID="P8")) == 2
        slow.abort()


@pytest.mark.thorough
def test_twenty_thousand_studies_are_all_answered(site: ListeningSite, tmp_path: Path) -> None:
    fill_studies(site.database, 20_000)
    found = findscu(site.port, tmp_path, STUDY_ROOT, "QueryRetrieveLevel=STUDY", "PatientName", options=["-Xlo", "1"])
    assert found.said.count("(Pending)") == 20_003
