"""Peers of a small hospital and what ladders to them found: one that works, one in part, three that do not."""

from dataclasses import replace
from datetime import timedelta

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.peers import Peer, PeerService, TlsMode, UsedService
from pacsdesk.contract.records.probes import (
    AssociationSide,
    NegotiatedContext,
    NoConnection,
    ProbeOutcome,
    ProbeState,
    ProbeStep,
    RejectNumbers,
    StepOutcome,
)
from pacsdesk.contract.records.registry import (
    ChangeKind,
    EntryKind,
    FieldChange,
    ImportedEntry,
    ImportVerdict,
    RegistryVersion,
)
from pacsdesk.contract.runs import Run, RunResult
from pacsdesk.contract.types import AETitle
from tests.support.fake_state import NOW

IMPLICIT, EXPLICIT, JPEG_LOSSLESS = "1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.70"
ECHO, STORE, FIND, MOVE = PeerService.ECHO, PeerService.STORE, PeerService.FIND, PeerService.MOVE

ARCHIVE = Peer("Archive 1", AETitle("ARCHIVE1"), "192.0.2.10", 104, allow=(ECHO, STORE, FIND, MOVE), contact="IT, 4711")
CT = Peer("CT room 1", AETitle("CT01"), "192.0.2.17", None)
MR = Peer("MR room 2", AETitle("MR_ROOM_2"), "mr2.example", 11112, tls=TlsMode.TLS)
RIS = Peer("RIS worklist", AETitle("RIS_MWL"), "192.0.2.30", 1040, uses=(UsedService.ECHO, UsedService.WORKLIST))
BACKUP = Peer("Second archive", AETitle("ARCHIVE2"), "192.0.2.11", 11112, allow=(ECHO, FIND))

_UP_TO_TCP = {
    ProbeStep.NAME: (0.2, ""),
    ProbeStep.INTERFACE: (0.1, "192.0.2.5 (eth0)"),
    ProbeStep.ROUTE: (0.1, "direct"),
    ProbeStep.PING: (0.3, "answered"),
    ProbeStep.TCP: (0.4, "connected to 192.0.2.10"),
}
_ALL = {
    **_UP_TO_TCP,
    ProbeStep.FIRST_BYTES: (1.2, "DICOM: 02 00 00 00 00 d5"),
    ProbeStep.ASSOCIATION: (3.1, "accepted, 12 of 14 contexts"),
    ProbeStep.ECHO: (1.4, "0000"),
    ProbeStep.STORE: (0.0, "takes 10 of 12 kinds (Enhanced MR Image Storage: not supported)"),
    ProbeStep.FIND: (4.8, "0000"),
    ProbeStep.MOVE: (2.2, "0000"),
}


def demo_peers() -> list[Peer]:
    """By name."""
    return [ARCHIVE, CT, MR, RIS, BACKUP]


def demo_outcomes() -> dict[str, ProbeOutcome]:
    """By the peer's name."""
    return {one.peer: one for one in (works(ARCHIVE), refused_tcp(MR), unknown_caller(RIS), works_in_part(BACKUP))}


def outcome_of(peer: Peer, taken: dict[ProbeStep, tuple[float, str]]) -> ProbeOutcome:
    """A ladder that went so far and no farther, without a finding. taken: milliseconds and detail."""
    steps = tuple(
        StepOutcome(step, ProbeState.DONE, *taken[step]) if step in taken else StepOutcome(step, ProbeState.NOT_REACHED)
        for step in ProbeStep
    )
    own = AETitle("PACSDESK")
    assert peer.port is not None
    return ProbeOutcome(peer.name, peer.ae_title, peer.host, peer.port, own, NOW, steps, address=peer.host)


def _with(outcome: ProbeOutcome, changed: StepOutcome, finding: Finding) -> ProbeOutcome:
    steps = tuple(changed if one.name is changed.name else one for one in outcome.steps)
    return replace(outcome, steps=steps, findings=(finding,))


def works(peer: Peer) -> ProbeOutcome:
    """All that it is used for, with what was agreed."""
    return replace(
        outcome_of(peer, _ALL),
        ours=AssociationSide(262_144, "1.2.826.0.1.3680043.10.1559", "PACSDESK_0.1"),
        theirs=AssociationSide(16_384, "1.2.276.0.7230010.3.0.3.6.7", "OFFIS_DCMTK_367"),
        contexts=_contexts(),
    )


def _contexts() -> tuple[NegotiatedContext, ...]:
    both = (EXPLICIT, IMPLICIT)
    return (
        NegotiatedContext(1, ProbeStep.ECHO, "1.2.840.10008.1.1", "Verification", both, 0, EXPLICIT),
        NegotiatedContext(
            3, ProbeStep.STORE, "1.2.840.10008.5.1.4.1.1.2", "CT Image Storage", (*both, JPEG_LOSSLESS), 0, EXPLICIT
        ),
        NegotiatedContext(
            5, ProbeStep.STORE, "1.2.840.10008.5.1.4.1.1.4.1", "Enhanced MR Image Storage", both, 3
        ),
        NegotiatedContext(
            7, ProbeStep.STORE, "1.2.840.10008.5.1.4.1.1.1.2", "Digital Mammography X-Ray Image Storage", both, 4
        ),
        NegotiatedContext(
            9, ProbeStep.FIND, "1.2.840.10008.5.1.4.1.2.2.1", "Study Root Query - FIND", both, 0, IMPLICIT
        ),
    )  # fmt: skip  # one a line: a table


def refused_tcp(peer: Peer) -> ProbeOutcome:
    """Nothing listens there."""
    finding = Finding(
        FindingCode.CONNECTION_REFUSED,
        Severity.FAULT,
        f"The computer of {peer.name} answers, but refused the connection: no program listens at {peer.host} port "
        f"{peer.port}.",
        Confidence.CERTAIN,
        ("The connection was refused after 1 ms (Connection refused).",),
        (
            f"Start the DICOM service of {peer.name}, or see in its own settings whether it is on.",
            "Compare the port. DICOM is mostly at 104 or 11112, with TLS at 2762.",
            "See at which address it listens: a service bound to 127.0.0.1 is reached from its own computer only.",
        ),
        f"Connect on the computer of {peer.name} itself to the same port: if that works, it listens there for its own "
        "computer only, or its firewall refuses us.",
    )
    reached = {step: _UP_TO_TCP[step] for step in (ProbeStep.NAME, ProbeStep.INTERFACE, ProbeStep.ROUTE)}
    refused = StepOutcome(ProbeStep.TCP, ProbeState.REFUSED, 0.8, "Connection refused")
    return replace(_with(outcome_of(peer, reached), refused, finding), no_connection=NoConnection.REFUSED)


def unknown_caller(peer: Peer) -> ProbeOutcome:
    """It rejects us without a reason."""
    finding = Finding(
        FindingCode.CALLING_AE_UNKNOWN,
        Severity.FAULT,
        f"{peer.name} rejected us and gives no reason; mostly it does not know the AE title PACSDESK.",
        Confidence.POSSIBLE,
        ("Rejected with result 1, source 1, reason 1: no reason given.", "We called from 192.0.2.5 (eth0)."),
        (
            f"Have us entered at {peer.name}: AE title PACSDESK, the address of this computer, and our port.",
            "If we are entered there, compare each letter, capitals included, and the address: it may be an old one.",
        ),
        f"Look into the log of {peer.name}; only it knows the reason.",
    )
    refused = StepOutcome(ProbeStep.ASSOCIATION, ProbeState.REFUSED, 2.4, "rejected: 1/1/1")
    return replace(_with(outcome_of(peer, _UP_TO_TCP), refused, finding), reject=RejectNumbers(1, 1, 1))


def works_in_part(peer: Peer) -> ProbeOutcome:
    """Slow to answer."""
    finding = Finding(
        FindingCode.SLOW_PEER,
        Severity.WARNING,
        f"{peer.name} works, but takes long: the query was answered after 6.2 s.",
        Confidence.LIKELY,
        ("Find: 6,200 ms.", "TCP connection: 0 ms, so it is not the network."),
        (f"See what the computer of {peer.name} is busy with.", "Have its index looked at."),
        "Repeat it some times: if it is slow only now and then, look at who else works then.",
    )
    slow = StepOutcome(ProbeStep.FIND, ProbeState.WARNING, 6_200.0, "0000")
    return _with(works(peer), slow, finding)


def demo_versions() -> list[RegistryVersion]:
    """What became of the archive's entry, newest first."""
    moved = (FieldChange("host", "192.0.2.9", "192.0.2.10"), FieldChange("port", "11112", "104"))
    name, days = ARCHIVE.name, timedelta(days=40)
    return [
        RegistryVersion(9, NOW, "ada", EntryKind.PEER, name, ChangeKind.CHANGED, "moved to the new server", moved),
        RegistryVersion(2, NOW - days, "bob", EntryKind.PEER, name, ChangeKind.ADDED, "", ()),
    ]


def demo_runs() -> list[tuple[str, Run]]:
    """What came of the four that can be called, every five minutes: one always works, one fails now and then."""
    found = {
        ARCHIVE.name: "wwwwwwwwwwww",
        MR.name: "wwffwwww?fww",
        RIS.name: "ffffffffffff",
        BACKUP.name: "wwwwiiwwwwii",
    }
    words = {"w": RunResult.WORKS, "f": RunResult.FAILS, "i": RunResult.IN_PART, "?": RunResult.UNTESTED}
    causes = {
        name: (one.findings[0].code, one.findings[0].cause) for name, one in demo_outcomes().items() if one.findings
    }
    return [
        (
            name,
            Run(
                NOW + (place - 12) * timedelta(minutes=5),
                words[letter],
                9.5,
                *(causes[name] if letter in "fi" else ("", "")),
            ),
        )
        for place in range(12)
        for name, letters in found.items()
        for letter in letters[place]
    ]


def demo_brought() -> tuple[ImportedEntry, ...]:
    """What a file of another archive would bring."""
    moved = (FieldChange("host", "192.0.2.17", "192.0.2.27"), FieldChange("port", "0", "104"))
    new = (FieldChange("ae_title", "", "US01"), FieldChange("host", "", "192.0.2.31"), FieldChange("port", "", "104"))
    twice = "It is entered as Archive 1: AE title, host and port are the same."
    return (
        ImportedEntry(ImportVerdict.NEW, EntryKind.PEER, "US01", "DicomModalities.us", "", new),
        ImportedEntry(ImportVerdict.CHANGED, EntryKind.PEER, CT.name, "DicomModalities.ct", "", moved),
        ImportedEntry(ImportVerdict.SAME, EntryKind.PEER, MR.name, "DicomModalities.mr", "", ()),
        ImportedEntry(ImportVerdict.REFUSED, EntryKind.PEER, "old archive", "DicomModalities.old", twice, ()),
    )
