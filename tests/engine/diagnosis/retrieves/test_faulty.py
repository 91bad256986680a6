"""Every faulty peer of the training that spoils a retrieval is named by the first finding, and unfolded where it is a
move."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.retrieves import LegState, RetrieveKind
from pacsdesk.engine.training.faults.catalog import FAULTS
from pacsdesk.engine.training.faults.fault import Fault
from tests.engine.diagnosis.retrieves.fetching import FetchingSite, codes, faulty, fetching_site, move_of, study_of
from tests.engine.network.listening import TESTER

pytestmark = [
    pytest.mark.thorough,
    # pynetdicom 3.0 leaves its socket to the garbage when a caller goes while it answers
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

OF_MOVES = [fault for fault in FAULTS if fault.id.startswith("move-")]
# few-contexts only negotiates
OF_GETS = [one for one in FAULTS if one.code is FindingCode.GET_ROLES_REFUSED and one.id != "few-contexts"]


@pytest.fixture
def fetching(tmp_path: Path) -> Iterator[FetchingSite]:
    with fetching_site(tmp_path) as site:
        yield site


@pytest.mark.parametrize("fault", OF_MOVES, ids=lambda fault: fault.id)
def test_a_fault_of_a_move_is_named_by_the_first_finding(fetching: FetchingSite, fault: Fault) -> None:
    with faulty(fetching, fault.id):
        outcome = fetching.outcome(fetching.fetch(move_of(study_of(fetching))))
    assert codes(outcome)[:1] == [fault.code], outcome


@pytest.mark.parametrize("fault", OF_GETS, ids=lambda fault: fault.id)
def test_a_fault_of_a_get_is_named_by_the_first_finding(fetching: FetchingSite, fault: Fault) -> None:
    with faulty(fetching, fault.id):
        outcome = fetching.outcome(fetching.fetch(move_of(study_of(fetching), kind=RetrieveKind.GET)))
    assert codes(outcome)[:1] == [fault.code], outcome


@pytest.mark.parametrize("fault", OF_MOVES, ids=lambda fault: fault.id)
def test_unfolded_a_failed_move_says_which_leg_broke(fetching: FetchingSite, fault: Fault) -> None:
    with faulty(fetching, fault.id):
        unfolded = fetching.retrieves.unfold(TESTER, fetching.fetch(move_of(study_of(fetching))))
    first, second = unfolded.legs
    is_first = fault.code in (FindingCode.SERVICE_NOT_PERMITTED, FindingCode.ABORTED_IN_TRANSFER)
    assert (first.state is LegState.BROKEN) == is_first, unfolded
    assert (second.state is LegState.BROKEN) == (not is_first), unfolded
