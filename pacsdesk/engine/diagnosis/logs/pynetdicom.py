"""Programs made with pynetdicom, at its levels INFO or DEBUG."""

from pacsdesk.contract.records.logs import LogEventKind as Kind
from pacsdesk.contract.records.logs import LogFormat
from pacsdesk.engine.diagnosis.logs.phrases import Dialect, any_of, phrase

_OPERATION = r"(?P<operation>Echo|Store|Find|Move|Get)"

DIALECT = Dialect(
    LogFormat.PYNETDICOM,
    signs=any_of(
        (
            "A-ASSOCIATE-RQ PDU",
            "Accepting Association",
            "Rejecting Association",
            "PYNETDICOM",
            "pynetdicom",
            "A-P-ABORT",
        )
    ),
    quick=any_of(
        (
            *("ssociation", "A-ASSOCIATE-RQ PDU ==", "Application Name:", "Request", "Response", "Message Type"),
            *("Status", "E:", "ERROR", "Reason:"),
        )
    ),
    phrases=(
        phrase(r"= INCOMING A-ASSOCIATE-RQ PDU =|Requesting Association", Kind.REQUEST),
        phrase(r"Calling Application Name: +(?P<calling>.+)"),
        phrase(r"Called Application Name: +(?P<called>.+)"),
        phrase(r"Accepting Association|Association Accepted", Kind.ACCEPT),
        phrase(r"Rejecting Association|Association Rejected", Kind.REJECT),
        phrase(r"\bReason: +.*(recogni|support|exceed|congest|No reason)", Kind.PROBLEM),
        phrase(r"Aborting Association|Association Aborted", Kind.ABORT),
        phrase(r"Association Released|Releasing Association", Kind.RELEASE),
        phrase(rf"Received {_OPERATION} Response \(Status: 0x(?P<status>[0-9a-fA-F]{{4}})", Kind.STATUS, repeats=True),
        phrase(
            rf"{_OPERATION} S[CP][CPU] .*Response.{{0,40}}0x(?P<status>[0-9a-fA-F]{{4}})", Kind.STATUS, repeats=True
        ),
        phrase(rf"(Received|Sending) {_OPERATION} Request", Kind.MESSAGE, repeats=True),
        phrase(r"Message Type +: (?P<operation>[CN]-[A-Z-]+) RQ", Kind.MESSAGE, repeats=True),
        phrase(r"Message Type +: (?P<operation>[CN]-[A-Z-]+) RSP"),
        phrase(r"Status +: 0x(?P<status>[0-9a-fA-F]{4})", Kind.STATUS, repeats=True),
        phrase(r"^(E|F): .|\bERROR\b", Kind.PROBLEM),
    ),
)
