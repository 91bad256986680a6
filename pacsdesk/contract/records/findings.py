"""What a diagnosis says: the cause in plain words, what was seen that proves it, and what to do.

Codes are for scripts and never change their meaning. A new one: a member here, a rule in engine/diagnosis/rules/.
"""

from dataclasses import dataclass
from enum import StrEnum

from pacsdesk.contract.records.proposals import Proposal


class FindingCode(StrEnum):
    """Causes, one code each."""

    CONNECTION_REFUSED = "connection-refused"
    NO_ANSWER = "no-answer"
    NAME_NOT_RESOLVED = "name-not-resolved"
    NO_ROUTE = "no-route"
    ACCEPTED_THEN_CLOSED = "accepted-then-closed"
    NOT_DICOM_HTTP = "not-dicom-http"
    NOT_DICOM_OTHER = "not-dicom-other"
    TLS_EXPECTED = "tls-expected"
    PLAIN_EXPECTED = "plain-expected"
    CERTIFICATE_UNTRUSTED = "certificate-untrusted"
    CERTIFICATE_EXPIRED = "certificate-expired"
    CERTIFICATE_NAME_MISMATCH = "certificate-name-mismatch"
    CLIENT_CERTIFICATE_REQUIRED = "client-certificate-required"
    CALLED_AE_UNKNOWN = "called-ae-unknown"
    CALLING_AE_UNKNOWN = "calling-ae-unknown"
    SERVER_BUSY = "server-busy"
    MALFORMED_REQUEST = "malformed-request"
    SOP_CLASS_NOT_ACCEPTED = "sop-class-not-accepted"
    TRANSFER_SYNTAX_NOT_ACCEPTED = "transfer-syntax-not-accepted"
    SERVICE_NOT_PERMITTED = "service-not-permitted"
    QUERY_MATCHED_NOTHING = "query-matched-nothing"
    QUERY_REJECTED = "query-rejected"
    MOVE_DESTINATION_UNKNOWN = "move-destination-unknown"
    MOVE_CANNOT_DELIVER = "move-cannot-deliver"
    MOVE_PARTLY_DELIVERED = "move-partly-delivered"
    MOVE_NOTHING_SENT = "move-nothing-sent"
    GET_ROLES_REFUSED = "get-roles-refused"
    ARCHIVE_FULL = "archive-full"
    OBJECT_REFUSED = "object-refused"
    STORED_ELSEWHERE = "stored-elsewhere"
    WORKLIST_EMPTY = "worklist-empty"
    ABORTED_IN_TRANSFER = "aborted-in-transfer"
    SLOW_PEER = "slow-peer"
    COMMITMENT_UNANSWERED = "commitment-unanswered"
    MPPS_REFUSED = "mpps-refused"
    PORT_IN_USE = "port-in-use"
    TLS_NOTHING_IN_COMMON = "tls-nothing-in-common"
    UNLISTED_ANSWER = "unlisted-answer"
    ANY_CALLED_AE_ACCEPTED = "any-called-ae-accepted"


class Severity(StrEnum):
    """fault: it does not work. warning: it works, and will not always. remark: good to know."""

    FAULT = "fault"
    WARNING = "warning"
    REMARK = "remark"


class Confidence(StrEnum):
    """certain: what was seen has no other cause. likely: it rarely has. possible: one cause of several."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause. evidence: what was seen, a sentence each. repair: steps in their order, for a person.

    further_test: the one test that would tell this cause from the next candidate, "" when there is nothing to tell.
    proposals: repairs that are ours to do.
    """

    code: FindingCode
    severity: Severity
    cause: str
    confidence: Confidence
    evidence: tuple[str, ...]
    repair: tuple[str, ...]
    further_test: str = ""
    proposals: tuple[Proposal, ...] = ()
