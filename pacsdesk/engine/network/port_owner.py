"""Why a port cannot be listened on, in words: who has it, or what is missing."""

import errno
from collections.abc import Iterator

import psutil

from pacsdesk.contract.errors import InvalidInput, PacsDeskError, Refused, Unavailable


def port_error(host: str, port: int, error: OSError) -> PacsDeskError:
    """The error that tells a person why listening failed and what to do."""
    place = f"port {port} on {host}"
    if error.errno == errno.EADDRINUSE:
        owner = next(port_owners(port), "another program")
        return Refused(
            f"DICOM cannot listen: {place} is taken by {owner}.",
            "",
            "End that program, or set dicom.port to a free port.",
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused(
            f"DICOM cannot listen: {place} needs privileges that the engine does not have.",
            "Ports below 1024 belong to the system.",
            "Set dicom.port to 11112, or let the system grant the port.",
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return InvalidInput(
            f"DICOM cannot listen: {host} is no address of this computer.",
            "",
            "Set dicom.host to 127.0.0.1, or to an address that this computer has.",
        )
    return Unavailable(f"DICOM cannot listen: {place} cannot be opened.", error.strerror or str(error))


def port_owners(port: int) -> Iterator[str]:
    """Programs that listen on a TCP port, as "orthanc (process 4711)", as far as the system tells us."""
    try:
        connections = psutil.net_connections("tcp")
    except psutil.Error:  # macOS tells only the administrator
        return
    for connection in connections:
        if connection.status != psutil.CONN_LISTEN or not connection.pid or connection.laddr[1:] != (port,):
            continue
        try:
            yield f"{psutil.Process(connection.pid).name()} (process {connection.pid})"
        except psutil.Error:
            yield f"process {connection.pid}"
