"""How much the network may ask of us before it is told no: numbers of places, sizes, seconds, in one frozen record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NetworkLimits:
    """Limits of one listener; sizes in bytes, times in seconds.

    maximum_waiting: connections that have not asked for an association yet; past it the one that waits longest goes.
    acse_timeout: from connection to a complete A-ASSOCIATE-RQ. dimse_timeout: for one PDU, and between two PDUs of a
    begun message. network_timeout: silence of an established association. maximum_pdu_received: a PDU that claims more
    is not read, whatever we announced (PS3.8 9.3.1 gives the length four bytes: up to 4 GiB).
    """

    maximum_associations: int = 50
    maximum_associations_per_host: int = 10
    maximum_waiting: int = 32
    max_pdu_length: int = 131072
    maximum_pdu_received: int = 2 << 20
    acse_timeout: float = 10.0
    dimse_timeout: float = 30.0
    network_timeout: float = 900.0
