"""called-ae-unknown, calling-ae-unknown, service-not-permitted, tls-expected, server-busy, malformed-request: whom this
archive turned away, and for what."""

from collections.abc import Iterator

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import RejectNumbers
from pacsdesk.engine.diagnosis.evidence import KnownPeer
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence

_LIMIT = 2  # of source 3, PS3.8 table 9-21


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """At most one."""
    reject = evidence.end.reject
    if reject is None or not evidence.is_incoming:
        return
    match reject.source, reject.reason:
        case (1, 7):
            yield _called_unknown(evidence, reject)
        case (1, 3):
            yield _calling_unknown(evidence, reject)
        case (1, 2) | (2, 2):
            yield _no_dicom_of_ours(evidence, reject)
        case (3, _):
            yield _no_place(evidence, reject)


def _seen(evidence: JournalEvidence, reject: RejectNumbers) -> tuple[str, ...]:
    numbers = f"result {reject.result}, source {reject.source}, reason {reject.reason}"
    why = evidence.summary.problem.removesuffix(f" ({numbers})")
    return (*((f"This archive's reason: {why}",) if why else ()), f"It was told: {numbers}.")


def _called_unknown(evidence: JournalEvidence, reject: RejectNumbers) -> Finding:
    called = evidence.summary.called_ae_title
    ours = ", ".join(evidence.own_titles) or "another"
    meant = did_you_mean(called, evidence.own_titles)
    return Finding(
        FindingCode.CALLED_AE_UNKNOWN,
        Severity.FAULT,
        f"{evidence.place} was turned away: it called {called or 'no title'}, and this archive is called {ours}.",
        Confidence.CERTAIN,
        _seen(evidence, reject),
        (
            f"At {evidence.other}, change the called AE title to {ours}: letter by letter. {meant}".strip(),
            f"Or have this archive answer to {called} too: `pacsdesk aes add` makes it a further title of ours."
            if called
            else "A device without a called AE title is not set up yet: enter ours there.",
        ),
    )


def _calling_unknown(evidence: JournalEvidence, reject: RejectNumbers) -> Finding:
    same_title = [one for one in evidence.peers if one.ae_title == evidence.title]
    if evidence.fitting:
        return _entered(evidence, reject)
    return _at_another_address(evidence, reject, same_title) if same_title else _unknown(evidence, reject)


def _unknown(evidence: JournalEvidence, reject: RejectNumbers) -> Finding:
    title, address = evidence.title, evidence.summary.address
    near = did_you_mean(title, {one.ae_title for one in evidence.peers})
    beside = sorted({f"{one.name} ({one.ae_title})" for one in evidence.peers if one.host == address})
    entered = f"At {address} is entered: {', '.join(beside)}." if beside else ""
    return Finding(
        FindingCode.CALLING_AE_UNKNOWN,
        Severity.FAULT,
        f"{title or 'A caller without a title'} ({address}) was turned away: no peer is entered with this AE title.",
        Confidence.CERTAIN,
        (*_seen(evidence, reject), *((entered,) if entered else ())),
        (
            f"If it may come in, enter it as a peer with the AE title {title} and the address {address}. {near}".strip()
            if title
            else "Enter an AE title of its own at the device; without one nobody can be told from another.",
            f"If it is a peer under another title, correct the title there, or in its entry. {entered}".strip(),
            "If nobody knows it, leave it outside, and find out what stands at that address.",
        ),
    )


def _at_another_address(evidence: JournalEvidence, reject: RejectNumbers, same: list[KnownPeer]) -> Finding:
    entered = ", ".join(f"{one.name} ({one.host or 'no address'})" for one in same)
    return Finding(
        FindingCode.CALLING_AE_UNKNOWN,
        Severity.FAULT,
        f"{evidence.title} was turned away: it called from {evidence.summary.address}, and is entered for another "
        "address.",
        Confidence.CERTAIN,
        (*_seen(evidence, reject), f"Entered with this AE title: {entered}."),
        (
            f"If the device has a new address, change its entry: `pacsdesk peers change NAME --host "
            f"{evidence.summary.address}`. Give it a fixed address, so that it stays right.",
            "If another device uses the same AE title, give it one of its own.",
            "See whether something on the way (a router, a gateway) shows its own address instead of the device's.",
        ),
    )


def _entered(evidence: JournalEvidence, reject: RejectNumbers) -> Finding:
    """Its title and address fit an entry: it may not do what it asked for, or was to come another way."""
    if evidence.is_blocked:
        return Finding(
            FindingCode.CALLING_AE_UNKNOWN,
            Severity.FAULT,
            f"{evidence.fitting} is blocked by now: whenever it calls, it is refused.",
            Confidence.CERTAIN,
            _seen(evidence, reject),
            ("If it is to come in after all: `pacsdesk peers unblock NAME`, then enter it.",),
        )
    why = evidence.summary.problem
    if "TLS" in why or "certificate" in why:
        wanted = "mutual TLS" if evidence.fits_tls is TlsMode.MUTUAL else "TLS"
        return Finding(
            FindingCode.CLIENT_CERTIFICATE_REQUIRED if "certificate" in why else FindingCode.TLS_EXPECTED,
            Severity.FAULT,
            f"{evidence.fitting} was turned away: its entry wants {wanted}, and it called without.",
            Confidence.CERTAIN,
            _seen(evidence, reject),
            (
                "Turn TLS on at the device, with our port for TLS, and a certificate where the entry wants one.",
                "Or enter it without, if your rules allow that: `pacsdesk peers change NAME --tls plain`.",
            ),
        )
    is_denied = "not allowed" in why
    return Finding(
        FindingCode.SERVICE_NOT_PERMITTED if is_denied else FindingCode.CALLING_AE_UNKNOWN,
        Severity.FAULT,
        f"{evidence.fitting} was turned away: its entry does not allow what it asked for."
        if is_denied
        else f"{evidence.title} was not known then, and is entered by now as {evidence.fitting}.",
        Confidence.CERTAIN if is_denied else Confidence.LIKELY,
        _seen(evidence, reject),
        (
            "If it may do that, allow it in its entry: `pacsdesk peers change NAME --allow SERVICES`.",
            "If not, have the device stop asking for it.",
        )
        if is_denied
        else ("Let it call again.",),
    )


def _no_dicom_of_ours(evidence: JournalEvidence, reject: RejectNumbers) -> Finding:
    return Finding(
        FindingCode.MALFORMED_REQUEST,
        Severity.FAULT,
        f"{evidence.place} was turned away: its request is not what DICOM says that one looks like.",
        Confidence.CERTAIN,
        _seen(evidence, reject),
        (
            "Update the program of the device; tell its maker the reason above.",
            "See whether it is a DICOM program at all that calls from there: a scanner for open ports looks like this.",
        ),
    )


def _no_place(evidence: JournalEvidence, reject: RejectNumbers) -> Finding:
    is_its_own = reject.reason == _LIMIT
    return Finding(
        FindingCode.SERVER_BUSY,
        Severity.FAULT,
        f"{evidence.place} was turned away: its computer already had as many associations with this archive as one may "
        "have."
        if is_its_own
        else f"{evidence.place} was turned away: this archive had no place left for it, or was stopping.",
        Confidence.CERTAIN,
        _seen(evidence, reject),
        (
            "See in the associations that are open who holds places without doing anything, and end idle ones.",
            f"Have {evidence.other} send a whole series on one association instead of opening one for each image.",
            "Raise the limit: `dicom.maximum_associations_per_host`."
            if is_its_own
            else "Raise the limit: `dicom.maximum_associations`.",
        ),
    )
