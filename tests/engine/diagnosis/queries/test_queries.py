"""Queries to a real archive: answers, refusals, and which key hid a result."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.peers import Peer, PeerService
from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.engine.diagnosis.gathering import Gathering
from pacsdesk.engine.diagnosis.queries.service import Queries
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.network.sending import EXPLICIT, SentObject, send_one
from tests.support.datasets import ct_bytes
from tests.support.jobs import JobsAtOnce
from tests.support.network import LOOPBACK, free_port

CT = "1.2.840.10008.5.1.4.1.1.2"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ListeningSite]:
    """A site with two studies of one patient and one of another, which is its own peer."""
    with listening_site(tmp_path) as listening:
        listening.enter_peer(KNOWN, *PeerService)
        for number, (name, modality) in enumerate((("SMITH^JOHN", "MR"), ("SMITH^JOHN", "MR"), ("JONES^MARY", "CT"))):
            uid = f"1.2.9.{number}"
            content = ct_bytes(
                f"{uid}.1.1",
                PatientName=name,
                PatientID=f"00{name[:2]}47",
                Modality=modality,
                StudyInstanceUID=uid,
                SeriesInstanceUID=f"{uid}.1",
                StudyDate="20260305",
            )
            assert send_one(listening.port, SentObject(CT, f"{uid}.1.1", EXPLICIT, content)) == (0, "")
        listening.peers.add(TESTER, Peer("Itself", AETitle(OWN_TITLE), LOOPBACK, listening.port))
        yield listening


@pytest.fixture
def queries(site: ListeningSite) -> Queries:
    def own_title() -> AETitle:
        return AETitle(KNOWN)

    gathering = Gathering(lambda: (site.server.listener(),))
    bench = Bench(site.used.ladder, site.peers, gathering, JobsAtOnce(), own_title)
    return Queries(site.used.querier, site.peers, bench, now, own_title)


def order(*keys: tuple[str, str], limit: int = 1000) -> QueryOrder:
    return QueryOrder(tuple(QueryKey(*key) for key in keys), limit=limit)


def test_answers_are_rows_under_their_keys(queries: Queries) -> None:
    outcome = queries.find(TESTER, "itself", order(("PatientName", "SMITH*")))
    assert (outcome.peer, outcome.status, outcome.problem, outcome.is_cut) == ("Itself", 0, "", False)
    uid = outcome.columns.index("StudyInstanceUID")
    assert sorted(row[uid] for row in outcome.rows) == ["1.2.9.0", "1.2.9.1"]


def test_more_answers_than_wanted_are_cut(queries: Queries) -> None:
    outcome = queries.find(TESTER, "Itself", order(("PatientName", "*"), limit=1))
    assert (len(outcome.rows), outcome.is_cut, outcome.has_failed) == (1, True, False)


def test_an_unknown_peer_and_a_strange_key_are_told(queries: Queries) -> None:
    with pytest.raises(NotFound):
        queries.find(TESTER, "nobody", order(("PatientID", "1")))
    with pytest.raises(InvalidInput):
        queries.find(TESTER, "Itself", order(("PatientNumber", "1")))


def test_who_is_not_let_in_learns_why(queries: Queries) -> None:
    asked = QueryOrder((QueryKey("PatientID", "1"),), calling_ae_title=AETitle("STRANGER"))
    outcome = queries.find(TESTER, "Itself", asked)
    assert outcome.has_failed
    assert outcome.findings[0].code is FindingCode.CALLING_AE_UNKNOWN


def test_a_dead_peer_is_told_with_its_cause(site: ListeningSite, queries: Queries) -> None:
    site.peers.add(TESTER, Peer("Dead", AETitle("DEAD"), LOOPBACK, free_port()))
    outcome = queries.find(TESTER, "Dead", order(("PatientID", "1")))
    assert outcome.findings[0].code is FindingCode.CONNECTION_REFUSED


def test_a_refused_query_is_told_with_what_it_lacks(queries: Queries) -> None:
    asked = QueryOrder((QueryKey("SOPInstanceUID", ""),), level=QueryLevel.IMAGE, adds_usual_keys=False)
    outcome = queries.find(TESTER, "Itself", asked)
    assert outcome.status is not None and outcome.status >> 8 == 0xA9
    assert [one.code for one in outcome.findings] == [FindingCode.QUERY_REJECTED]


def test_a_model_that_the_peer_does_not_have_is_a_problem(queries: Queries) -> None:
    asked = QueryOrder((QueryKey("PatientID", "1"),), model=QueryModel.WORKLIST, level=None)
    assert "does not take queries of this model" in queries.find(TESTER, "Itself", asked).problem


def test_the_key_that_hid_the_result_is_named_with_what_stands_there(queries: Queries) -> None:
    asked = order(("PatientName", "SMITH^JOHN"), ("ModalitiesInStudy", "CT"), ("StudyDate", "20260305"))
    assert queries.find(TESTER, "Itself", asked).rows == ()
    explanation = queries.explain(TESTER, "Itself", asked)
    first = explanation.findings[0]
    assert first.code is FindingCode.QUERY_MATCHED_NOTHING
    assert first.cause.startswith("ModalitiesInStudy 'CT' hid the result")
    assert "ModalitiesInStudy=MR" in first.repair[0]
    assert explanation.tried[0].answers == 2


def test_each_key_that_hid_it_comes_with_the_query_that_is_answered(queries: Queries) -> None:
    asked = order(("PatientName", "SMITH^JOHN"), ("ModalitiesInStudy", "CT"), limit=7)
    explanation = queries.explain(TESTER, "Itself", asked)
    assert len(explanation.ways) == len(explanation.findings)
    way = explanation.ways[0]
    assert (way.limit, len(queries.find(TESTER, "Itself", way).rows)) == (7, 2)


def test_an_id_with_other_zeros_is_found(queries: Queries) -> None:
    first = queries.explain(TESTER, "Itself", order(("PatientID", "SM47"))).findings[0]
    assert "PatientID=00SM47" in first.repair[0]


def test_nothing_that_is_like_it_is_told_as_such(queries: Queries) -> None:
    explanation = queries.explain(TESTER, "Itself", order(("PatientName", "NOBODY^HERE"), ("StudyDate", "20200101")))
    assert [one.answers for one in explanation.tried] == [0] * len(explanation.tried)
    assert "has nothing that matches" in explanation.findings[0].cause


def test_the_plan_is_what_is_asked(queries: Queries) -> None:
    asked = order(("0010,0010", "SMITH^JOHN"), ("ModalitiesInStudy", "CT"))
    plan = queries.relaxations(TESTER, "Itself", asked)
    alone = [one.changed for one in plan if not one.also]
    assert alone == [one.changed for one in queries.explain(TESTER, "Itself", asked).tried]


def test_two_keys_that_hide_the_result_each_by_itself_are_both_named(queries: Queries) -> None:
    asked = order(("PatientID", "SM47"), ("StudyDate", "2013-07-17"), ("PatientName", "SMITH^JOHN"))
    explanation = queries.explain(TESTER, "Itself", asked)
    first = explanation.findings[0]
    assert "PatientID 'SM47'" in first.cause and "StudyDate '2013-07-17'" in first.cause
    assert len(explanation.tried) <= 12
    assert queries.find(TESTER, "Itself", explanation.ways[0]).rows


def test_two_at_once_are_asked_only_when_none_alone_helped(queries: Queries) -> None:
    asked = order(("PatientName", "SMITH^JOHN"), ("ModalitiesInStudy", "CT"))
    assert not [one for one in queries.explain(TESTER, "Itself", asked).tried if "at the same time" in one.changed]


def test_a_key_that_is_given_twice_counts_once_and_moves_no_other(queries: Queries) -> None:
    asked = order(("0010,0020", "1"), ("PatientID", "SM47"), ("0008,0061", "CT"))
    names = {key.name for one in queries.relaxations(TESTER, "Itself", asked) for key in one.order.keys}
    assert names == {"PatientID", "ModalitiesInStudy"}
