"""What nobody can ask a service: what it is called, and when it answers with which status.

A new service: one row in NOTES. A test reads its code and finds a status that is not told here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import DimseStatus


@dataclass(frozen=True, slots=True)
class ServiceNotes:
    """A service in words. clause: where the standard has it."""

    title: str
    clause: str
    statuses: Mapping[DimseStatus, str]


_FAILED = "The archive failed; its log says more."

_RETRIEVAL: Mapping[DimseStatus, str] = MappingProxyType(
    {
        DimseStatus.PENDING: "Sub-operations go on; counts are given.",
        DimseStatus.SUCCESS: "All were sent, or nothing matches.",
        DimseStatus.COERCION_OF_ELEMENTS: "All were tried; some failed or were taken with a warning. Those that failed "
        "are listed.",
        DimseStatus.CANCELLED: "The retrieval was cancelled; what remains was not sent.",
        DimseStatus.MATCHES_NOT_COUNTED: "The index is not available.",
        DimseStatus.SUB_OPERATIONS_NOT_PERFORMED: "None could be sent, or the archive or the association failed.",
        DimseStatus.DATASET_DOES_NOT_MATCH: "A key does not fit the model: it is named in the Offending Element.",
        DimseStatus.CANNOT_UNDERSTAND: "The identifier is missing or cannot be read.",
        DimseStatus.PROCESSING_FAILURE: _FAILED,
    }
)

NOTES: Mapping[PeerService, ServiceNotes] = MappingProxyType(
    {
        PeerService.ECHO: ServiceNotes("Verification", "PS3.4 annex A", {DimseStatus.SUCCESS: "Always."}),
        PeerService.STORE: ServiceNotes(
            "Storage",
            "PS3.4 annex B",
            {
                DimseStatus.SUCCESS: "The object is on stable storage and in the index, or was so before.",
                DimseStatus.COERCION_OF_ELEMENTS: "Another object has this SOP Instance UID: both are kept, unchanged, "
                "and a person decides.",
                DimseStatus.DATASET_UNREADABLE: "The object is kept whole and marked: its bytes do not follow PS3.5.",
                DimseStatus.DATASET_DOES_NOT_MATCH: "SOP Class or Instance UID are not those of the command: the "
                "object is put aside.",
                DimseStatus.CANNOT_UNDERSTAND: "The command or the object has no identity that can be read.",
                DimseStatus.OUT_OF_RESOURCES: "No room, the object is larger than one may be, or the disk failed.",
                DimseStatus.NOT_AUTHORIZED: "The sender may not store this.",
                DimseStatus.PROCESSING_FAILURE: _FAILED,
            },
        ),
        PeerService.FIND: ServiceNotes(
            "Query",
            "PS3.4 annex C.4.1",
            {
                DimseStatus.PENDING: "A match follows.",
                DimseStatus.PENDING_WITH_UNSUPPORTED_KEYS: "A match follows; a key that was asked for is not held.",
                DimseStatus.SUCCESS: "All matches were sent.",
                DimseStatus.CANCELLED: "The query was cancelled.",
                DimseStatus.OUT_OF_RESOURCES: "More match than the limit for one query allows, or the index is not "
                "available.",
                DimseStatus.DATASET_DOES_NOT_MATCH: "A key does not fit the model or its value representation: it is "
                "named in the Offending Element.",
                DimseStatus.CANNOT_UNDERSTAND: "The identifier is missing or cannot be read.",
                DimseStatus.PROCESSING_FAILURE: _FAILED,
            },
        ),
        PeerService.MOVE: ServiceNotes(
            "Retrieval to a third party",
            "PS3.4 annex C.4.2",
            {
                **_RETRIEVAL,
                DimseStatus.MOVE_DESTINATION_UNKNOWN: "No peer with this AE title, an address and a port is entered.",
            },
        ),
        PeerService.GET: ServiceNotes("Retrieval on the same association", "PS3.4 annex C.4.3", _RETRIEVAL),
        PeerService.COMMITMENT: ServiceNotes(
            "Storage commitment",
            "PS3.4 annex J",
            {
                DimseStatus.SUCCESS: "The request is on stable storage; its result will be reported.",
                DimseStatus.DUPLICATE_TRANSACTION_UID: "The sender's Transaction UID is in use.",
                DimseStatus.INVALID_ARGUMENT: "An attribute is missing, no UID, or the dataset cannot be read.",
                DimseStatus.NO_SUCH_ACTION: "The Action Type is not 1.",
                DimseStatus.NO_SUCH_INSTANCE: "The Requested SOP Instance UID is not the well-known one; as a Failure "
                "Reason: the instance is not held.",
                DimseStatus.SOP_CLASS_NOT_SUPPORTED: "The Requested SOP Class UID is not that of the context.",
                DimseStatus.CLASS_INSTANCE_CONFLICT: "As a Failure Reason: the instance is of another SOP class.",
                DimseStatus.RESOURCE_LIMITATION: "Too many instances, or no room.",
                DimseStatus.PROCESSING_FAILURE: "The archive failed; as a Failure Reason: the bytes on the disk are "
                "not those that came, or two objects share the SOP Instance UID and a person has to decide.",
            },
        ),
    }
)
