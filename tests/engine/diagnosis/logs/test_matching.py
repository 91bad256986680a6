"""Which association is which on both sides, and how far apart the clocks are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pacsdesk.contract.records.associations import AssociationSummary
from pacsdesk.engine.diagnosis.logs.matching import TheirAssociation, guess_offset, match
from tests.engine.diagnosis.journal.entries import entry

AT = datetime(2026, 5, 4, 7, 30, tzinfo=UTC)
AFTER = (0, 40, 95, 230)  # seconds, unevenly apart


def ours(*seconds: float, calling: str = "CT01") -> list[AssociationSummary]:
    line = entry().summary
    return [
        replace(line, association_id=f"{calling}-{at}", calling_ae_title=calling, began_at=AT + timedelta(seconds=at))
        for at in seconds
    ]


def theirs(*seconds: float, offset: float = 0.0, calling: str = "CT01") -> list[TheirAssociation]:
    return [
        TheirAssociation(number, calling, "PACSDESK", AT + timedelta(seconds=at - offset))
        for number, at in enumerate(seconds, 1)
    ]


def test_another_zone_and_a_drifting_clock_are_found() -> None:
    assert guess_offset(theirs(*AFTER, offset=-7213.4), ours(*AFTER), 0.0) == (-7213.4, 4)


def test_the_other_titles_mean_nothing() -> None:
    assert guess_offset(theirs(*AFTER, calling="MR02"), ours(*AFTER), 5.0) == (5.0, 0)


def test_among_equal_guesses_the_usual_offset_is_taken() -> None:
    assert guess_offset(theirs(0.0), ours(0, 100, 3600), 3600.0) == (3600.0, 1)


def test_a_log_without_titles_fits_by_its_times() -> None:
    assert guess_offset(theirs(*AFTER, offset=60, calling=""), ours(*AFTER), 0.0) == (60.0, 4)


def test_each_of_ours_is_matched_once() -> None:
    same = match(theirs(0, 1, 2), ours(0, 1), 0.0)
    assert same == {1: "CT01-0", 2: "CT01-1"}


def test_without_times_titles_match_in_their_order() -> None:
    timeless = [replace(one, began_at=None) for one in theirs(0, 1)]
    assert match(timeless, ours(5, 9, 20), 0.0) == {1: "CT01-5", 2: "CT01-9"}
    assert match([replace(one, calling="") for one in timeless], ours(5), 0.0) == {}
