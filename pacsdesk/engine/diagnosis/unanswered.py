"""commitment-unanswered: a peer took a request for storage commitment, and its report never came. Pure.

Its report needs a connection back to us, unless the peer uses the one on which it was asked. What our own listeners and
journal saw meanwhile tells where that broke off. A new candidate: a function in _CANDIDATES, the surest first.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.engine.network.commitments.information import STORAGE_COMMITMENT_PUSH_MODEL


@dataclass(frozen=True, slots=True)
class Unanswered:
    """What is known of one. title: as whom we asked. waited: seconds. is_own_computer: the peer runs on ours.

    refused, came: who called from the peer's address since it was asked, turned away and let in.
    """

    peer: str
    host: str
    title: str
    waited: float
    is_own_computer: bool
    listeners: tuple[Listener, ...]
    refused: tuple[RefusedCaller, ...] = ()
    came: tuple[AssociationDetail, ...] = ()


def findings_of_silence(seen: Unanswered) -> tuple[Finding, ...]:
    """The first cause that what was seen proves, else the likely ones."""
    for candidate in _CANDIDATES:
        if found := tuple(candidate(seen)):
            return found
    return ()


def _not_our_title(seen: Unanswered) -> Iterator[Finding]:
    names = [name for one in seen.listeners for name in (one.ae_title, *one.aliases)]
    if seen.title in names:
        return
    meant = did_you_mean(seen.title, names)
    yield _finding(
        seen,
        f"we asked as {seen.title}, which none of our listeners is called. {seen.peer} reports to that title, wherever "
        "it knows it to be, and never to us.",
        Confidence.CERTAIN,
        (f"Our listeners are called {', '.join(dict.fromkeys(names)) or 'nothing: there is none'}.",),
        (f"Ask as one of our own AE titles. {meant}".strip(), f"Or give us {seen.title} as a further AE title."),
    )


def _not_listening(seen: Unanswered) -> Iterator[Finding]:
    ours = [one for one in seen.listeners if seen.title in (one.ae_title, *one.aliases)]
    if any(one.state is ListenerState.UP for one in ours):
        return
    yield _finding(
        seen,
        f"its report needs a connection to us, and our listener {seen.title} does not run.",
        Confidence.CERTAIN,
        tuple(f"{one.ae_title} on {one.host} port {one.port}: {one.problem or one.state}." for one in ours),
        (f"Start the listener {seen.title}: what keeps it from running stands on the page Home.", "Ask again."),
    )


def _turned_away(seen: Unanswered) -> Iterator[Finding]:
    for caller in seen.refused[:1]:
        yield _finding(
            seen,
            f"it called us back as {caller.calling_ae_title}, and we turned it away.",
            Confidence.CERTAIN,
            (
                f"{caller.calling_ae_title} at {caller.address} called {caller.called_ae_title} at "
                f"{caller.last_at:%H:%M:%S}: {caller.reason}",
            ),
            (
                f"Enter {caller.calling_ae_title} at {caller.address} among our peers, or as an alias of {seen.peer}."
                if caller.an_entry_helps
                else "Mend what the reason names, here or there.",
                "Ask again.",
            ),
        )


def _context_refused(seen: Unanswered) -> Iterator[Finding]:
    for came in seen.came:
        of_ours = [one for one in came.items if one.abstract_syntax == STORAGE_COMMITMENT_PUSH_MODEL]
        if of_ours and not any(one.accepted for one in of_ours):
            yield _finding(
                seen,
                "it called us back without saying that it is the one who provides the service (no role selection as "
                "SCP), and it is not allowed to ask us for storage commitment, so we refused that context.",
                Confidence.CERTAIN,
                (f"Association of {came.summary.calling_ae_title} at {came.summary.began_at:%H:%M:%S}.",),
                (
                    f"Allow {seen.peer} storage commitment in its entry: then its reports are taken without the role.",
                    f"Or have {seen.peer} propose the SCP role for its reports (PS3.4 J.3.3).",
                ),
            )
            return


def _report_refused(seen: Unanswered) -> Iterator[Finding]:
    for came in seen.came:
        reports = [one for one in came.operations if one.operation == "N-EVENT-REPORT" and one.status]
        if reports:
            yield _finding(
                seen,
                "it reported something, but under another Transaction UID than that of the request, or in a way that "
                "cannot be read.",
                Confidence.CERTAIN,
                (f"{reports[0].count} N-EVENT-REPORT, answered with {reports[0].status:04X}.",),
                (f"Show this to the maker of {seen.peer}: a report must repeat the Transaction UID (PS3.4 J.3.3.1).",),
            )
            return


def _only_here(seen: Unanswered) -> Iterator[Finding]:
    ours = [one for one in seen.listeners if seen.title in (one.ae_title, *one.aliases)]
    if seen.is_own_computer or not ours or not all(_is_loopback(one.host) for one in ours):
        return
    yield _finding(
        seen,
        f"our listener {seen.title} takes connections of this computer alone, so {seen.peer} cannot report to it.",
        Confidence.CERTAIN,
        tuple(f"{one.ae_title} listens on {one.host} port {one.port}." for one in ours),
        ("Have it listen on an address of the network: `pacsdesk settings set dicom.host 0.0.0.0`.", "Ask again."),
    )


def _nothing_came(seen: Unanswered) -> Iterator[Finding]:
    port = next((one.port for one in seen.listeners if seen.title in (one.ae_title, *one.aliases)), 0)
    if seen.came:
        calls = f"{len(seen.came)} associations came from {seen.host} meanwhile, none with a report."
        cause = "it reaches us, but made no report yet: it may still be checking, or have forgotten it."
    else:
        calls = f"Nobody called us from {seen.host} meanwhile."
        cause = (
            f"it called nobody here. It does not know {seen.title} as a place to report to, knows it at another "
            "address or port, or cannot reach this computer."
        )
    yield _finding(
        seen,
        cause,
        Confidence.LIKELY,
        (calls, f"Our listener {seen.title} runs on port {port}."),
        (
            f"Enter {seen.title} at {seen.peer} with the address of this computer and port {port}.",
            "See that no firewall on the way, nor that of this computer, closes this port.",
            f"Look into the log of {seen.peer}: it writes why a report could not be sent.",
            "Give it time: some archives report by night. A report that comes within 24 hours is still taken.",
        ),
        f"Have {seen.peer} echo {seen.title}: if that arrives here, the way back is open, and it is about its setting "
        "for storage commitment.",
    )


def _finding(
    seen: Unanswered,
    why: str,
    confidence: Confidence,
    evidence: Iterable[str],
    repair: Iterable[str],
    further_test: str = "",
) -> Finding:
    waited = f"{seen.peer} took the request; no report came within {seen.waited:.0f} seconds."
    return Finding(
        FindingCode.COMMITMENT_UNANSWERED,
        Severity.FAULT,
        f"{seen.peer} took the request for storage commitment and did not report: {why}",
        confidence,
        (waited, *evidence),
        tuple(repair),
        further_test,
    )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


_CANDIDATES: tuple[Callable[[Unanswered], Iterator[Finding]], ...] = (
    _not_our_title,
    _not_listening,
    _turned_away,
    _context_refused,
    _report_refused,
    _only_here,
    _nothing_came,
)
