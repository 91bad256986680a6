"""plain-expected, certificate-*, client-certificate-required, tls-nothing-in-common: we spoke TLS and it came to
nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import NoTls, ProbeStep, Speaks
from pacsdesk.contract.records.proposals import Proposal
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import with_tls, without_tls


@dataclass(frozen=True, slots=True)
class _Told:
    """cause and repairs with {peer}, {place}, {host} to fill in."""

    code: FindingCode
    cause: str
    repair: tuple[str, ...]
    confidence: Confidence = Confidence.CERTAIN


_PLAIN = _Told(
    FindingCode.PLAIN_EXPECTED,
    "{peer} speaks DICOM without encryption at {place}, and we called it with TLS.",
    (
        "Enter the port at which it speaks TLS, mostly 2762, if it has one.",
        "Or turn TLS on in the settings of {peer}.",
        "Or enter it without TLS, if your rules allow that: `pacsdesk peers change NAME --tls plain`.",
    ),
)
_CLOSED = _Told(
    FindingCode.PLAIN_EXPECTED,
    "{peer} hung up when we began with TLS at {place}: mostly such a port speaks plain DICOM, or no DICOM at all.",
    (
        "See in the settings of {peer} at which port it speaks TLS, mostly 2762.",
        "Look into its log at this time: a TLS service writes why it refuses a caller.",
        "Enter it without TLS only if your rules allow that: `pacsdesk peers change NAME --tls plain`.",
    ),
    Confidence.POSSIBLE,
)
_UNTRUSTED = _Told(
    FindingCode.CERTIFICATE_UNTRUSTED,
    "{peer} showed a certificate that we do not trust: neither it nor the authority that signed it is among ours.",
    (
        "Get the certificate of its authority, or its own, from the administrator of {peer} by a way that you trust.",
        "Add it to the file that the setting `tls.trusted` names; it is read again by itself.",
        "If the certificate is a new one that nobody knows of, ask first: somebody may stand between.",
    ),
)
_TOO_WEAK = _Told(
    FindingCode.CERTIFICATE_UNTRUSTED,
    "{peer} showed a certificate that is too weak to prove anything: its key is too short, or it is signed in a way "
    "that is no longer safe.",
    (
        "Have the administrator of {peer} get another certificate: an RSA key of 2048 bits or more, or ECDSA, signed "
        "with SHA-256.",
    ),
)
_TIME_PASSED = _Told(
    FindingCode.CERTIFICATE_EXPIRED,
    "The certificate of {peer} has expired, so it proves nothing any more.",
    (
        "Have the administrator of {peer} renew its certificate.",
        "If it is still valid by its own dates, set the clock of this computer.",
    ),
)
_TOO_EARLY = _Told(
    FindingCode.CERTIFICATE_EXPIRED,
    "The certificate of {peer} is not valid yet: it was made for later, or a clock is wrong.",
    (
        "Set the clock of this computer; it is best set from the network (NTP).",
        "If the clock is right, have the administrator of {peer} install a certificate that is valid now.",
    ),
)
_OTHER_NAME = _Told(
    FindingCode.CERTIFICATE_NAME_MISMATCH,
    "The certificate of {peer} is made out to another name than {host}, under which we called it.",
    (
        "Enter {peer} under the name that its certificate has: `pacsdesk peers change NAME --host HOST`.",
        "Or have a certificate made for {host}, which must stand there as subject alternative name; older ones have it "
        "only as common name, and that no longer counts.",
        "Or put its own certificate into the file of `tls.trusted`: then its name does not matter.",
    ),
)
_WANTS_OURS = _Told(
    FindingCode.CLIENT_CERTIFICATE_REQUIRED,
    "{peer} wants a certificate of ours and did not get one that it accepts: without it nobody comes in.",
    (
        "Set `tls.certificate` and `tls.key` to a certificate for this computer.",
        "Give that certificate, or its authority's, to the administrator of {peer}, to be trusted there.",
        "See whether ours has expired.",
    ),
)
_NOTHING_IN_COMMON = _Told(
    FindingCode.TLS_NOTHING_IN_COMMON,
    "{peer} and we have no version or cipher of TLS in common; we take TLS 1.2 and 1.3 with the ciphers of BCP 195.",
    (
        "Turn TLS 1.2 or later on in the settings of {peer}, with ECDHE and AES-GCM; update it if it has none.",
        "Older versions are broken and are not to be turned on again.",
    ),
)
_ELSE = _Told(
    FindingCode.TLS_NOTHING_IN_COMMON,
    "The TLS handshake with {peer} failed.",
    (
        "Look into the log of {peer} at this time.",
        "Look at our own certificate and key (`tls.certificate`, `tls.key`).",
    ),
    Confidence.POSSIBLE,
)

_BY_PROBLEM = {
    NoTls.PEER_IS_PLAIN: _PLAIN,
    NoTls.CLOSED: _CLOSED,
    NoTls.NO_ANSWER: _CLOSED,
    NoTls.UNTRUSTED: _UNTRUSTED,
    NoTls.EXPIRED: _TIME_PASSED,
    NoTls.NOT_YET_VALID: _TOO_EARLY,
    NoTls.NAME_MISMATCH: _OTHER_NAME,
    NoTls.CLIENT_CERTIFICATE_REQUIRED: _WANTS_OURS,
    NoTls.NO_COMMON_VERSION: _NOTHING_IN_COMMON,
    NoTls.OTHER: _ELSE,
}
_WEAK = " too weak"  # how OpenSSL ends what it says of keys and of signatures
_NOT_DICOM = (Speaks.HTTP, Speaks.SSH, Speaks.HL7, Speaks.MAIL_OR_FILES, Speaks.OTHER)


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one. What speaks neither TLS nor DICOM is another rule's."""
    outcome = evidence.outcome
    if outcome.tls_problem is None or outcome.speaks in _NOT_DICOM:
        return
    told = _BY_PROBLEM[outcome.tls_problem]
    if told is _CLOSED and outcome.speaks is Speaks.DICOM:
        told = _PLAIN
    elif told is _CLOSED and (outcome.closes_at_once or outcome.tls_problem is NoTls.NO_ANSWER):
        return  # it does so whatever is said: other rules'
    elif told is _UNTRUSTED and _WEAK in outcome.step(ProbeStep.TLS).detail:
        told = _TOO_WEAK
    words = {"peer": evidence.peer, "place": evidence.place, "host": outcome.host}
    first = outcome.step(ProbeStep.FIRST_BYTES).detail
    yield Finding(
        told.code,
        Severity.FAULT,
        told.cause.format(**words),
        told.confidence,
        (evidence.seen(ProbeStep.TLS), *((f"What came first: {first}.",) if first else ())),
        tuple(step.format(**words) for step in told.repair),
        "Try it without TLS from a test peer entry: if that is answered, the port is a plain one."
        if told is _CLOSED
        else "",
        proposals=_proposals(told.code, evidence),
    )


def _proposals(code: FindingCode, evidence: Evidence) -> tuple[Proposal, ...]:
    if code is FindingCode.PLAIN_EXPECTED:
        return without_tls(evidence)
    return with_tls(evidence) if code is FindingCode.CLIENT_CERTIFICATE_REQUIRED else ()
