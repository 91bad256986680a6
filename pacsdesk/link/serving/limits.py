"""What strangers may take from the HTTP door, in one place: bytes, seconds, connections, threads, memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Defaults for a house of some dozen faces; tests make them small.

    head_*: request line and headers together, from the first byte. stalled_seconds: a receiver that takes nothing.
    calls_before_sign_in: how many may run at once without a session, so that guessing passwords (37 ms of a core
    each) leaves threads for those who are signed in. session_check_seconds: how long a stream of events may outlive the
    session that opened it.
    """

    connections: int = 256
    head_bytes: int = 64 << 10
    head_seconds: float = 10.0
    keep_alive_seconds: int = 75
    stalled_seconds: float = 60.0
    call_body_bytes: int = 1 << 20
    call_body_seconds: float = 30.0
    upload_silence_seconds: float = 60.0
    chunk_bytes: int = 1 << 20
    threads: int = 16
    calls_before_sign_in: int = 4
    event_streams: int = 64
    sign_of_life_seconds: float = 5.0
    session_check_seconds: float = 15.0
    remembered_events: int = 10_000
    remembered_event_bytes: int = 16 << 20
