"""Faults of the wrong program at the port: a web server, a remote shell, and what nobody knows."""

import socket
from threading import Event

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import Fault, Level
from pacsdesk.engine.training.faults.sockets import conversing, hear_until_the_end

_PAGE = b"<html><head><title>400 Bad Request</title></head><body><h1>400 Bad Request</h1></body></html>\r\n"
_HTTP = (
    b"HTTP/1.1 400 Bad Request\r\nServer: classroom\r\nContent-Type: text/html\r\nContent-Length: %d\r\n"
    b"Connection: close\r\n\r\n%s"
) % (len(_PAGE), _PAGE)
_NOISE = bytes((73 * place + place * place // 3 + 0x91) % 256 for place in range(512))  # begins with 0x91, no PDU type


def _web_server(connection: socket.socket, stopping: Event) -> None:
    """Answers whatever comes; a browser sees the page."""
    connection.recv(1 << 16)
    connection.sendall(_HTTP)
    connection.shutdown(socket.SHUT_WR)
    hear_until_the_end(connection)


def _remote_shell(connection: socket.socket, stopping: Event) -> None:
    """Speaks first (RFC 4253 4.2), then ends what is no SSH."""
    connection.sendall(b"SSH-2.0-Classroom_1.0\r\n")
    connection.recv(1 << 16)
    connection.sendall(b"Invalid SSH identification string.\r\n")


def _noise(connection: socket.socket, stopping: Event) -> None:
    connection.recv(1 << 16)
    connection.sendall(_NOISE)
    connection.shutdown(socket.SHUT_WR)
    hear_until_the_end(connection)


def _hl7_listener(connection: socket.socket, stopping: Event) -> None:
    """Answers in the frame of MLLP (a vertical tab, two characters at the end) that it could read no message."""
    connection.recv(1 << 16)
    connection.sendall(b"\x0bMSH|^~\\&|ENGINE|CLASSROOM|||||ACK|1|P|2.3\rMSA|AR|0|no message\r\x1c\r")
    connection.shutdown(socket.SHUT_WR)
    hear_until_the_end(connection)


ANSWERING_OTHERWISE = (
    Fault(
        "web-server",
        FindingCode.NOT_DICOM_HTTP,
        Level.CONNECTION,
        "Something else answers: letters",
        "The port is open, and the echo ends with an answer that it cannot read.",
        "A web server listens there: this is the port of the archive's web pages, not of DICOM.",
        conversing(_web_server),
    ),
    Fault(
        "remote-shell",
        FindingCode.NOT_DICOM_OTHER,
        Level.CONNECTION,
        "Something else speaks first",
        "The port is open, and a greeting comes before the echo has said anything.",
        "It is the port of a remote shell (SSH).",
        conversing(_remote_shell),
    ),
    Fault(
        "hl7-listener",
        FindingCode.NOT_DICOM_OTHER,
        Level.CONNECTION,
        "Something else answers: a message",
        "The port is open, and the echo ends with an answer that it cannot read.",
        "It is the port on which the interface engine takes HL7 messages.",
        conversing(_hl7_listener),
    ),
    Fault(
        "noise",
        FindingCode.NOT_DICOM_OTHER,
        Level.CONNECTION,
        "Something else answers: noise",
        "The port is open, and the echo ends with an answer that makes no sense.",
        "Some other service has this port; its answer is nothing known.",
        conversing(_noise),
    ),
)
