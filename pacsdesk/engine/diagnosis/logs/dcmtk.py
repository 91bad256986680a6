"""DCMTK's programs (storescp, dcmqrscp, storescu, ...), verbose or debugging; with times only where told so."""

from pacsdesk.contract.records.logs import LogEventKind as Kind
from pacsdesk.contract.records.logs import LogFormat
from pacsdesk.engine.diagnosis.logs.phrases import Dialect, any_of, phrase

_OPERATION = r"(?P<operation>Echo|Store|Find|Move|Get)"

DIALECT = Dialect(
    LogFormat.DCMTK,
    signs=any_of(
        (
            "$dcmtk:",
            "Association Acknowledged (Max Send PDV",
            "Association Accepted (Max Send PDV",
            "DcmData",
            "Refusing Assoc",
        )
    ),
    quick=any_of(
        (
            *("ssociation", "Application Name:", "Request", "Response", "SCP", "Message Type", "DIMSE Status"),
            *("E:", "F:", "ERROR", "FATAL", "Reason:"),
        )
    ),
    phrases=(
        phrase(r"Association Received \((?P<address>[^:]*):(?P<calling>.{0,64}) -> (?P<called>[^)]*)\)", Kind.REQUEST),
        phrase(r"Association Received: (?P<address>\S+)", Kind.CONNECT),
        phrase(r"Association Received", Kind.REQUEST),
        phrase(r"Requesting Association", Kind.REQUEST),
        phrase(r"Calling Application Name: +(?P<calling>.+)"),
        phrase(r"Called Application Name: +(?P<called>.+)"),
        phrase(r"Association (Acknowledged|Accepted)", Kind.ACCEPT),
        phrase(r"Refusing Association|Association Rejected", Kind.REJECT),
        phrase(r"\b(Reason|Result): .*(Reject|Recogni|Support|Exceed|Congest|No Reason)", Kind.PROBLEM),
        phrase(r"Aborting Association|Association Abort|Peer aborted Association", Kind.ABORT),
        phrase(r"Association Release|Releasing Association", Kind.RELEASE),
        phrase(rf"Received (Final )?{_OPERATION} Response \d* ?\((?P<words>[^)]*)\)", Kind.STATUS),
        phrase(rf"{_OPERATION} SCP Response.*\[status: ", Kind.STATUS),
        phrase(rf"(Received|Sending) {_OPERATION} (SCP|Request)", Kind.MESSAGE, repeats=True),
        phrase(r"Message Type +: (?P<operation>[CN]-[A-Z-]+) RQ", Kind.MESSAGE, repeats=True),
        phrase(r"Message Type +: (?P<operation>[CN]-[A-Z-]+) RSP"),
        phrase(r"DIMSE Status +: 0x(?P<status>[0-9a-fA-F]{4})", Kind.STATUS),
        phrase(r"^(E|F): .|^(ERROR|FATAL): ", Kind.PROBLEM),
    ),
)
