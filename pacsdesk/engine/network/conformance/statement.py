"""Puts the conformance statement together, in the order of the template of PS3.2 annex A (network part)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import Field, fields

from pacsdesk import __version__
from pacsdesk.contract.records.conformance import ConformanceStatement, StatementSection, StatementTable
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset import reading
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.network.association import APPLICATION_CONTEXT
from pacsdesk.engine.network.command import UNRECOGNIZED_OPERATION
from pacsdesk.engine.network.commitments import information
from pacsdesk.engine.network.conformance.initiations import INITIATIONS, Initiation
from pacsdesk.engine.network.conformance.keys import character_set_table, key_tables, model_table
from pacsdesk.engine.network.conformance.notes import NOTES
from pacsdesk.engine.network.conformance.services import NamedUID, ServiceFacts, facts_of, name_of
from pacsdesk.engine.network.conformance.text import as_markdown
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.wire.calling import CallerLimits
from pacsdesk.engine.network.wire.credentials import cipher_suites
from pacsdesk.engine.network.wire.served import ONE_AT_A_TIME
from pacsdesk.engine.runtime.settings import Settings, all_declared, value_of

# PS3.4 table C.5-2, of queries and retrievals
_EXTENDED = (
    *("relational", "combined matching of date and time", "fuzzy matching of names", "adjustment of time zones"),
    *("conversion to enhanced multi-frame", "empty value matching", "multiple value matching", "(not defined)"),
)
_NAME_AND_UID = ("Name", "UID")


def conformance_statement(services: Sequence[ProvidedService], settings: Settings) -> ConformanceStatement:
    """What these services with these settings do."""
    facts = facts_of(services)
    title = "PACSDesk DICOM Conformance Statement"
    sections = tuple(_sections(facts, settings))
    return ConformanceStatement(
        title=title,
        version=__version__,
        ae_title=settings.dicom.ae_title,
        sections=sections,
        markdown=as_markdown(title, __version__, sections),
    )


def _sections(facts: Sequence[ServiceFacts], settings: Settings) -> Iterator[StatementSection]:
    yield _overview(facts)
    yield StatementSection(
        "3",
        "Introduction",
        (
            "For those who connect other systems to this archive. It follows PS3.2 and says what this version does "
            "with its present settings; that two statements fit is no proof that two systems work together: try it.",
        ),
    )
    yield StatementSection("4", "Networking")
    yield _implementation_model(facts, settings)
    yield StatementSection("4.2", "AE specifications")
    yield StatementSection(
        "4.2.1", f"Application entity {settings.dicom.ae_title}", ("SOP classes: see the overview.",)
    )
    yield _association_policies(settings)
    yield StatementSection("4.2.1.3", "Association initiation policy")
    for number, initiation in enumerate(INITIATIONS, 1):
        yield _initiation(f"4.2.1.3.{number}", initiation)
    yield _acceptance(settings)
    for number, one in enumerate(facts, 1):
        yield _service(f"4.2.1.4.{number}", one)
    yield StatementSection("4.3", "Network interfaces", ("TCP over IPv4 and IPv6, as the operating system has it.",))
    yield _configuration(settings)
    yield StatementSection("5", "Media interchange", ("Media are not part of this statement.",))
    yield _character_sets()
    yield _security(settings)
    yield StatementSection(
        "8",
        "Annexes",
        (
            "Objects are kept and given back with the bytes that came; no private attribute is added and none removed. "
            "No attribute is coerced.",
        ),
    )


def _overview(facts: Sequence[ServiceFacts]) -> StatementSection:
    # what we open associations for as its SCP does not make us its SCU
    as_scp = {role.sop_class_uid for one in INITIATIONS for role in one.roles if role.is_scp}
    used = {context.abstract_syntax for one in INITIATIONS for context in one.proposed} - as_scp
    if any(one.sends_stored for one in INITIATIONS):
        used |= {sop_class.uid for one in facts if one.name is PeerService.STORE for sop_class in one.sop_classes}
    rows = tuple(
        (sop_class.name, sop_class.uid, NOTES[one.name].title, "yes" if sop_class.uid in used else "", "yes")
        for one in facts
        for sop_class in one.sop_classes
    )
    columns = ("SOP class", "UID", "Service", "User (SCU)", "Provider (SCP)")
    unknown = [NOTES[one.name].title for one in facts if one.takes_unknown_sop_classes]
    return StatementSection(
        "1",
        "Conformance statement overview",
        (
            "PACSDesk keeps what modalities and other systems send, unchanged, and gives it back.",
            *(f"{one}: also private SOP classes and those that the standard gets later." for one in unknown),
        ),
        (StatementTable("Network services", columns, rows),),
    )


def _implementation_model(facts: Sequence[ServiceFacts], settings: Settings) -> StatementSection:
    rows = [(NOTES[one.name].title, one.command, NOTES[one.name].clause, f"allow: {one.name.value}") for one in facts]
    host, port = settings.dicom.host, settings.dicom.port
    return StatementSection(
        "4.1",
        "Implementation model",
        (
            f"One application entity listens at {host} port {port}{_port_of_tls(settings)}. Each service is allowed to "
            "each peer by itself.",
            "An object is answered with success only once it is on stable storage and in the index.",
        ),
        (StatementTable("Services", ("Service", "Operation", "Standard", "Right of a peer"), tuple(rows)),),
    )


def _port_of_tls(settings: Settings) -> str:
    return f", and in TLS at port {settings.tls.port}" if settings.tls.port else ""


def _association_policies(settings: Settings) -> StatementSection:
    dicom = settings.dicom
    invoked, performed = ONE_AT_A_TIME
    rows = (
        ("Application context name", APPLICATION_CONTEXT),
        ("Maximum PDU length received, bytes", str(dicom.max_pdu_length)),
        ("Associations at once", str(dicom.maximum_associations)),
        ("Associations at once, of one host", str(dicom.maximum_associations_per_host)),
        ("Asynchronous operations, invoked and performed", f"{invoked}, {performed}"),
        ("Implementation class UID", IMPLEMENTATION_CLASS_UID),
        ("Implementation version name", IMPLEMENTATION_VERSION_NAME),
    )
    return StatementSection(
        "4.2.1.2", "Association policies", (), (StatementTable("Policies", ("What", "Value"), rows),)
    )


def _initiation(number: str, one: Initiation) -> StatementSection:
    contexts = tuple(
        (*_name_and_uid(context.abstract_syntax), *_name_and_uid(syntax), _role_in(one, context.abstract_syntax))
        for context in one.proposed
        for syntax in context.transfer_syntaxes
    )
    columns = ("SOP class", "UID", "Transfer syntax", "UID", "Our role")
    table = StatementTable("Proposed presentation contexts", columns, contexts)
    paragraphs = [f"{one.when} Operation: {one.command}."]
    if one.sends_stored:
        paragraphs.append(
            "Proposed are, as SCU, the SOP classes of what is sent, each in the transfer syntaxes in which it is "
            "stored and in those into which it can be brought without loss."
        )
    return StatementSection(number, one.title, tuple(paragraphs), (table,) if contexts else ())


def _name_and_uid(uid: str) -> tuple[str, str]:
    return name_of(uid), uid


def _role_in(one: Initiation, abstract_syntax: str) -> str:
    roles = next((role for role in one.roles if role.sop_class_uid == abstract_syntax), None)
    return "SCP (by role selection)" if roles and roles.is_scp else "SCU"


def _acceptance(settings: Settings) -> StatementSection:
    strangers = "may verify and store" if settings.dicom.accept_unknown_callers else "are refused as well"
    return StatementSection(
        "4.2.1.4",
        "Association acceptance policy",
        (
            "The called AE title must be ours, and the calling AE title that of a peer that is entered for the address "
            "from which the call comes. Others are rejected (result 1, source 1, reason 7 or 3); past the number "
            f"of associations with result 2. Callers from this computer that are not entered {strangers}.",
            "A service that the peer may not use is refused in its presentation contexts with result 1. A user "
            "identity is noted and not verified; no positive response is given.",
            f"In any context, {UNRECOGNIZED_OPERATION:04X} answers an operation of another service, "
            f"{DimseStatus.NOT_AUTHORIZED:04X} one whose caller is not the SCU there.",
        ),
    )


def _service(number: str, one: ServiceFacts) -> StatementSection:
    notes = NOTES[one.name]
    paragraphs = [f"{one.command}, {notes.clause}. Our role: SCP."]
    if one.takes_unknown_transfer_syntaxes:
        paragraphs.append("Any transfer syntax is accepted, private ones too.")
    if one.extended:
        agreed = [name for name, byte in zip(_EXTENDED, one.extended, strict=False) if byte]
        paragraphs.append(f"Extended negotiation, when proposed: {', '.join(agreed)}.")
    tables = [
        StatementTable("Transfer syntaxes", _NAME_AND_UID, tuple(_named(one.transfer_syntaxes))),
        StatementTable(
            "Statuses",
            ("Status", "When"),
            tuple((f"{status:04X}", when) for status, when in sorted(notes.statuses.items())),
        ),
    ]
    if one.name is PeerService.FIND:
        tables += [model_table(), *key_tables()]
    return StatementSection(number, notes.title, tuple(paragraphs), tuple(tables))


def _named(uids: Iterable[NamedUID]) -> Iterator[tuple[str, str]]:
    return ((one.name, one.uid) for one in uids)


def _configuration(settings: Settings) -> StatementSection:
    rows = tuple(
        (one.name, str(value_of(settings, one.name)), str(one.default), one.about.title, one.about.help)
        for one in all_declared()
        if one.name.startswith(("dicom.", "tls."))
    )
    settable = StatementTable("Settings", ("Name", "Value", "Default", "What", "Help"), rows)
    return StatementSection("4.4", "Configuration", (), (settable, _fixed_limits()))


def _fixed_limits() -> StatementTable:
    """What bounds a peer and is no setting."""
    settable = {one.name.partition(".")[2] for one in all_declared()}
    rows = [
        (f"{kind}: {one.name.replace('_', ' ')}", str(one.default))
        for kind, limits in (("associations of others", NetworkLimits), ("associations of ours", CallerLimits))
        for one in _fields(limits)
        if one.name not in settable
    ]
    rows += [
        ("identifier of a query, bytes", str(reading.MAX_SIZE)),
        ("identifier of a query, elements", str(reading.MAX_ELEMENTS)),
        ("storage commitment request, instances", str(information.MOST_REFERENCES)),
        ("storage commitment request, bytes", str(information.MOST_BYTES)),
    ]
    return StatementTable("Fixed limits (times in seconds)", ("What", "Value"), tuple(rows))


def _fields(limits: type[NetworkLimits] | type[CallerLimits]) -> tuple["Field[float]", ...]:
    return fields(limits)


def _character_sets() -> StatementSection:
    return StatementSection(
        "6",
        "Support of character sets",
        (
            "Queries and answers are in the caller's Specific Character Set, code extensions (ISO 2022) included. An "
            "answer that it cannot carry is in ISO_IR 192.",
        ),
        (character_set_table(),),
    )


def _security(settings: Settings) -> StatementSection:
    rows = tuple((service.value, NOTES[service].title) for service in PeerService if service in NOTES)
    return StatementSection(
        "7",
        "Security",
        (
            "AE titles alone are no identity: title and address of a caller must both be entered. A peer that is "
            "entered for TLS is refused without it. Every association is in the audit before its first object is "
            "answered.",
            "DICOM over TLS follows PS3.15 B.9 and B.10 (BCP 195): TLS 1.2 and 1.3, keys of 2048 bits at least, no "
            f"renegotiation, no compression, no resumed sessions. It is {_where_tls(settings)}.",
            "A caller is asked for a certificate when others are trusted (tls.trusted). One that is shown must be "
            "trusted, and one must be shown by a peer that is entered for mutual TLS.",
            "Peers that are entered for TLS are called in it. Their certificate must be trusted, and name the host "
            "unless it is trusted by itself. Our certificate is shown to those that want one.",
        ),
        (
            StatementTable("Rights of a peer", ("Right", "Service"), rows),
            StatementTable("Cipher suites", ("From", "Name"), cipher_suites()),
        ),
    )


def _where_tls(settings: Settings) -> str:
    port = settings.tls.port
    return f"taken at port {port}" if port else "not taken as it is set up, at no port (tls.port), only called"
