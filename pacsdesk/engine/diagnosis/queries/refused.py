"""Why a query of a person's came to no result, from what its own association showed. Pure.

Its context, its status, how it ended, how long it took, and answers that are none: what is seen on the way there, when
there was no association, is a ladder's to say.
"""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import QueryModel, QueryOutcome
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.diagnosis.lost_requests import finding_of_loss, finding_of_turning_away
from pacsdesk.engine.diagnosis.statuses import KEPT_FROM_US, meaning_of
from pacsdesk.engine.network.wire.opened import NoAnswer

_SUCCESS, _CANCELLED = 0x0000, 0xFE00
_ACCEPTED, _NO_COMMON_SYNTAX = 0, 4  # PS3.8 table 9-18
_UNREADABLE = "?"  # of each key, in the row of an answer that is no dataset
_SLOW_MS, _FEW = 8000.0, 100  # so long for so many answers
_SERVICES = {QueryModel.WORKLIST: "worklist queries"}
_MODELS = {QueryModel.STUDY_ROOT: "study root", QueryModel.PATIENT_ROOT: "patient root"}
_OTHER = {QueryModel.STUDY_ROOT: "patient-root", QueryModel.PATIENT_ROOT: "study-root"}


def service_of(outcome: QueryOutcome) -> str:
    """The service that was asked, as a sentence goes on with it."""
    return _SERVICES.get(outcome.order.model, "queries (C-FIND)")


def finding_of_context(outcome: QueryOutcome, calling: AETitle, result: int | None) -> Finding:
    """The one proposed context was refused. result: PS3.8 table 9-18, None when it was not even answered."""
    peer, model = outcome.peer, outcome.order.model
    seen = f"The context for {service_of(outcome)} was answered with result {result} (PS3.8 table 9-18)."
    if result is None:
        seen = f"The context for {service_of(outcome)} was not answered."
    if result == _NO_COMMON_SYNTAX:
        return Finding(
            FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
            Severity.FAULT,
            f"{peer} provides {service_of(outcome)}, but in no transfer syntax that we propose: explicit and implicit "
            "little endian, and everybody must take the second.",
            Confidence.CERTAIN,
            (seen,),
            (f"Have the setting of transfer syntaxes at {peer} looked at.",),
        )
    if result == _ACCEPTED:
        return Finding(
            FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
            Severity.FAULT,
            f"{peer} accepted the association, but only in transfer syntaxes that were not proposed, which the "
            "standard forbids: nothing can be done on it.",
            Confidence.CERTAIN,
            (seen,),
            (f"Show this to the maker of {peer} (PS3.8 9.3.3.2).",),
        )
    ways: tuple[str, ...] = (
        f"Turn it on in the settings of {peer}, and allow it to {calling}.",
        "See whether it has another AE title or port for it.",
    )
    if model is QueryModel.WORKLIST:
        cause = f"{peer} does not offer us {service_of(outcome)}: it has no worklist, or none for {calling}."
        ways = (*ways, "Ask another system for it: often the RIS or a broker provides it, and not the archive.")
    else:
        cause = f"{peer} does not offer us {service_of(outcome)} in the {_MODELS[model]} information model."
        ways = (f"Ask in the other information model: `--model {_OTHER[model]}`.", *ways)
    return Finding(
        FindingCode.SERVICE_NOT_PERMITTED,
        Severity.FAULT,
        cause,
        Confidence.CERTAIN,
        ("The association was accepted.", seen),
        ways,
        "Ask as a title that may do it (`--calling AE`): if it is offered then, it is about the rights of our title.",
    )


def finding_of_end(outcome: QueryOutcome, calling: AETitle, lost: NoAnswer) -> Finding:
    """The association was lost before the final answer."""
    service, answers = service_of(outcome), len(outcome.rows)
    if lost is NoAnswer.ABORTED and not answers:
        return finding_of_turning_away(outcome.peer, service, calling, outcome.problem)
    return finding_of_loss(outcome.peer, service, lost, outcome.problem, answers=answers)


def findings_of_answer(outcome: QueryOutcome, calling: AETitle) -> Iterator[Finding]:
    """What its final status, its time and its answers say."""
    if outcome.status is None or outcome.is_stopped:
        return
    is_as_it_should_be = outcome.status == _SUCCESS or (outcome.status == _CANCELLED and outcome.is_cut)
    if not is_as_it_should_be:
        yield _refused(outcome, calling, outcome.status)
    yield from _unreadable(outcome)
    if outcome.milliseconds > _SLOW_MS and len(outcome.rows) <= _FEW:
        yield _slow(outcome)


def _refused(outcome: QueryOutcome, calling: AETitle, status: int) -> Finding:
    if status in KEPT_FROM_US:
        return _kept(outcome, calling, status)
    meaning = meaning_of(status, is_query=True)
    return _rejected(outcome, meaning, status) if meaning else _strange(outcome, status)


def _kept(outcome: QueryOutcome, calling: AETitle, status: int) -> Finding:
    service = service_of(outcome)
    return Finding(
        FindingCode.SERVICE_NOT_PERMITTED,
        Severity.FAULT,
        f"{outcome.peer} lets us in, but keeps {service} from the AE title {calling}: that is a matter of rights "
        "there, or of the information model, not of the network.",
        Confidence.CERTAIN,
        (f"Status {status:04X}: {KEPT_FROM_US[status]}.{_comment(outcome)}",),
        (
            f"Have {calling} allowed {service} in the settings of {outcome.peer}.",
            "If it is allowed there, ask in the other information model (patient root).",
        ),
        "Ask as a title that may do it (`--calling AE`): if that is answered, it is about the rights of our title.",
    )


def _rejected(outcome: QueryOutcome, meaning: str, status: int) -> Finding:
    return Finding(
        FindingCode.QUERY_REJECTED,
        Severity.FAULT,
        f"{outcome.peer} refused the query: {meaning}.",
        Confidence.CERTAIN,
        (f"Status {status:04X}.{_comment(outcome)}",),
        (
            "Give the level and the unique keys of the levels above it; leave out keys of other levels.",
            "Narrow the dates, when it would bring too much.",
            f"Look into the log of {outcome.peer} at this time: it names the key or the limit.",
        ),
        "Ask for one study by its Study Instance UID: if that is answered, it is about the keys; if not, about "
        "the archive.",
    )


def _strange(outcome: QueryOutcome, status: int) -> Finding:
    return Finding(
        FindingCode.UNLISTED_ANSWER,
        Severity.FAULT,
        f"{outcome.peer} ended the query with the status {status:04X}, which the standard does not have for queries, "
        "so only its own log knows what it means.",
        Confidence.POSSIBLE,
        (f"Status {status:04X}, after {len(outcome.rows)} answers.{_comment(outcome)}",),
        (
            f"Look into the log of {outcome.peer} at this time.",
            "Take what came as part of the answer at most.",
            "Give its maker the status above.",
        ),
    )


def _unreadable(outcome: QueryOutcome) -> Iterator[Finding]:
    """Rows of which nothing could be read: no dataset came, an empty one, or one that is broken."""
    broken = sum(bool(row) and all(text in ("", _UNREADABLE) for text in row) for row in outcome.rows)
    if broken:
        yield Finding(
            FindingCode.UNLISTED_ANSWER,
            Severity.WARNING,
            f"{outcome.peer} sent answers that cannot be read: what came is no DICOM dataset.",
            Confidence.CERTAIN,
            (f"{broken} of {len(outcome.rows)} answers cannot be read.",),
            (
                f"Show this to the maker of {outcome.peer}; a trace has each byte.",
                "Do not rely on this list: entries are missing from it.",
            ),
        )


def _slow(outcome: QueryOutcome) -> Finding:
    seconds = outcome.milliseconds / 1000
    return Finding(
        FindingCode.SLOW_PEER,
        Severity.WARNING,
        f"{outcome.peer} took {seconds:.0f} s to answer: devices that wait less than that give up, and show nothing.",
        Confidence.CERTAIN,
        (f"{len(outcome.rows)} answers after {seconds:.1f} s.",),
        (
            f"See how busy the computer of {outcome.peer} is, and its database.",
            "Ask by keys for which databases have an index: patient ID, study date, accession number.",
        ),
        f"Run the ladder to {outcome.peer}: if the echo is slow too, it is the line or the computer; if not, its "
        "database.",
    )


def _comment(outcome: QueryOutcome) -> str:
    return f" It says: “{outcome.comment}”." if outcome.comment else ""
