"""Orthanc, with `--verbose` or `--trace-dicom`; several associations at a time are told apart by title and address."""

from pacsdesk.contract.records.logs import LogEventKind as Kind
from pacsdesk.contract.records.logs import LogFormat
from pacsdesk.engine.diagnosis.logs.phrases import Dialect, any_of, phrase

_WHO = r"AET (?P<key>(?P<calling>.{1,64}) on IP [0-9a-fA-F.:]+)"

DIALECT = Dialect(
    LogFormat.ORTHANC,
    signs=any_of(("Orthanc", "CommandDispatcher.cpp", "main.cpp:", "] (dicom) ")),
    quick=any_of(("AET ", "called AET", "IP ", "SCP", "SCU", "Opening a DICOM", "Response", "Exception.cpp")),
    phrases=(
        phrase(rf"Association Received from {_WHO}", Kind.REQUEST),
        phrase(rf"Incoming connection from {_WHO}, calling AET (?P<called>.+)"),
        phrase(rf"Association Acknowledged .*to {_WHO}", Kind.ACCEPT),
        phrase(r"Rejected association, because of .*\((?P<called>[^)]*)\)", Kind.REJECT),
        phrase(r"(Rejected|Refusing) [Aa]ssociation|Association Rejected", Kind.REJECT),
        phrase(rf"Incoming (?P<operation>Echo|Store|Find|Move|Get) request from {_WHO}", Kind.MESSAGE),
        phrase(rf"Association Release with {_WHO}", Kind.RELEASE),
        phrase(rf"Association Aborted with {_WHO}", Kind.ABORT),
        phrase(rf"DUL Peer Requested|Finishing association with {_WHO}"),
        phrase(
            r'Opening a DICOM SCU connection.*from AET "(?P<calling>[^"]*)" to AET "(?P<called>[^"]*)"', Kind.REQUEST
        ),
        phrase(r"(?P<operation>Echo|Store|Find|Move|Get)-?SC[PU].*(status|0x)", Kind.STATUS),
        phrase(r"Failed: |OrthancException.cpp:\d+\] ", Kind.PROBLEM),
    ),
)
