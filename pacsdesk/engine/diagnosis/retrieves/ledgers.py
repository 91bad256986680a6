"""The ledger of a retrieval: what the peer listed and claims beside what landed here, instance by instance. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pacsdesk.contract.records.retrieves import MOST_LISTED, Claim, Landing, LedgerLine, LedgerSummary
from pacsdesk.engine.archive.integrity.landings import Landed
from pacsdesk.engine.network.scu.fetching import Fetched
from pacsdesk.engine.network.scu.getting import Taken
from pacsdesk.engine.network.scu.listing import Listed, Listing


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to be compared. here: what the index has now, by SOP Instance UID, None when the objects go to
    somebody else. taken: what came by C-GET, with our answers."""

    listing: Listing
    fetched: Fetched
    here: Mapping[str, Landed] | None
    taken: Sequence[Taken] = ()


def ledger_of(found: Found) -> tuple[LedgerLine, ...]:
    """A line for each instance, in the peer's order; what it did not list comes last. At most MOST_LISTED."""
    failed = set(found.fetched.failed_uids)
    rest = _claim_of_the_rest(found.listing, found.fetched, failed)
    taken = {one.sop_instance_uid: one for one in found.taken}
    lines: dict[str, LedgerLine] = {}
    for listed in found.listing.instances:
        claim = Claim.FAILED if listed.sop_instance_uid in failed else rest
        lines.setdefault(listed.sop_instance_uid, _line(listed, claim, found, taken))
    for listed, claim in _unlisted(found, failed, lines):
        if len(lines) == MOST_LISTED:
            break
        lines.setdefault(listed.sop_instance_uid, _line(listed, claim, found, taken))
    return tuple(lines.values())


def summary_of(lines: Sequence[LedgerLine], listing: Listing) -> LedgerSummary:
    """The same in numbers."""
    counts = dict.fromkeys(Landing, 0)
    for line in lines:
        counts[line.landing] += 1
    return LedgerSummary(
        listed=None if listing.problem else len(listing.instances),
        problem=listing.problem,
        is_cut=listing.is_cut,
        stored=counts[Landing.STORED],
        held=counts[Landing.HELD],
        conflicts=counts[Landing.CONFLICT],
        refused=counts[Landing.REFUSED],
        missing=counts[Landing.MISSING],
        unseen=counts[Landing.UNSEEN],
        size_bytes=sum(line.size_bytes for line in lines),
    )


def _claim_of_the_rest(listing: Listing, fetched: Fetched, failed: Collection[str]) -> Claim:
    """What the peer says of those that it does not call failed: nothing, unless its numbers leave no choice."""
    well = fetched.completed + fetched.warning
    leaves_no_choice = len(failed) >= fetched.failed and well + fetched.failed >= len(listing.instances) > 0
    return Claim.COMPLETED if fetched.status is not None and leaves_no_choice else Claim.EXPECTED


def _unlisted(found: Found, failed: Collection[str], known: Collection[str]) -> Iterator[tuple[Listed, Claim]]:
    for one in found.taken:
        if one.sop_instance_uid not in known:
            yield Listed("", "", one.sop_instance_uid, one.sop_class_uid), Claim.UNKNOWN
    for uid, landed in (found.here or {}).items():
        if landed.is_new and uid not in known:
            yield Listed("", "", uid, landed.sop_class_uid), Claim.FAILED if uid in failed else Claim.UNKNOWN
    for uid in found.fetched.failed_uids:
        if uid not in known:
            yield Listed("", "", uid, ""), Claim.FAILED


def _line(listed: Listed, claim: Claim, found: Found, taken: Mapping[str, Taken]) -> LedgerLine:
    line = LedgerLine(
        listed.study_instance_uid,
        listed.series_instance_uid,
        listed.sop_instance_uid,
        listed.sop_class_uid,
        claim,
        Landing.UNSEEN if found.here is None else Landing.MISSING,
    )
    came = taken.get(listed.sop_instance_uid)
    landed = (found.here or {}).get(listed.sop_instance_uid)
    if landed is None:
        if came and not _is_taken(came):
            return replace(line, landing=Landing.REFUSED, detail=_answered(came))
        return line
    landing = Landing.STORED if landed.is_new else Landing.HELD
    if landed.in_conflict:
        landing = Landing.CONFLICT
    elif came and not _is_taken(came):
        landing = Landing.REFUSED
    return replace(
        line,
        study_instance_uid=landed.study_instance_uid or line.study_instance_uid,
        series_instance_uid=landed.series_instance_uid or line.series_instance_uid,
        sop_class_uid=landed.sop_class_uid or line.sop_class_uid,
        landing=landing,
        transfer_syntax_uid=landed.transfer_syntax_uid,
        size_bytes=landed.size_bytes,
        detail=_answered(came) if came and came.status else "",
    )


def _is_taken(came: Taken) -> bool:
    return came.status == 0 or came.status >> 12 == 0xB


def _answered(came: Taken) -> str:
    comment = f": {came.comment}" if came.comment else ""
    return f"we answered {came.status:04X}{comment}"
