"""Why a port cannot be listened on, in words: who has it, or what is missing."""

import errno
import os
import shlex
import socket
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import psutil

from pacsdesk.contract.errors import InvalidInput, PacsDeskError, Refused, Unavailable
from pacsdesk.engine.runtime.lock import read_holder
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.link.finding import default_data_dir

# the setting of each protocol's port, and a port that needs no privileges
_PORTS = MappingProxyType(
    {"DICOM": ("dicom.port", 11112), "DICOM over TLS": ("tls.port", 2762), "HTTP": ("http.port", 8980)}
)

_TRIED_PORTS = 64


def port_error(protocol: str, host: str, port: int, error: OSError, is_setting: bool = True) -> PacsDeskError:
    """The error that tells a person why listening failed and what to do. protocol, is_setting: as in `port_taken`."""
    place = f"port {port} on {host}"
    setting, usual = _PORTS[protocol]
    if error.errno == errno.EADDRINUSE:
        return port_taken(protocol, host, port, is_setting)
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused(
            f"{protocol} cannot listen: {place} needs privileges that the engine does not have.",
            "Ports below 1024 belong to the system.",
            f"{f'Set {setting} to {usual}' if is_setting else 'Choose another'}, or let the system grant the port.",
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return InvalidInput(
            f"{protocol} cannot listen: {host} is no address of this computer.",
            "",
            "Set dicom.host to 127.0.0.1, or to an address that this computer has."
            if is_setting
            else "Choose an address that this computer has, or none to listen where the main title does.",
        )
    return Unavailable(f"{protocol} cannot listen: {place} cannot be opened.", error.strerror or str(error))


def port_taken(protocol: str, host: str, port: int, is_setting: bool = True) -> PacsDeskError:
    """The error that says who has a port. protocol: DICOM, DICOM over TLS or HTTP. is_setting: whether its port is one,
    and no entry's."""
    place, (setting, _) = f"port {port} on {host}", _PORTS[protocol]
    free_one = f"set {setting} to a free port in settings.toml" if is_setting else "choose another port"
    process = next(port_owners(port), None)
    if process and process.pid == os.getpid() and not is_setting:
        return Refused(
            f"{protocol} cannot listen: {place} is taken by this engine itself, for another address or for HTTP.",
            "",
            "Listen at the same address, or choose another port.",
        )
    site = site_of(process) if process else None
    if process and site:
        return Refused(
            f"{protocol} cannot listen: {place} is taken by another PACSDesk engine, that of {site}, "
            f"process {process.pid}.",
            "An engine goes on when its window is closed.",
            f"Stop it with `pacsdesk stop --data-dir {shlex.quote(str(site))}`, or {free_one}.",
        )
    return Refused(
        f"{protocol} cannot listen: {place} is taken by {called(process) if process else 'another program'}.",
        "",
        f"End that program, or {free_one}.",
    )


def port_owners(port: int) -> Iterator[psutil.Process]:
    """Processes that listen on a TCP port, as far as the system tells us."""
    try:
        connections = psutil.net_connections("tcp")
    except psutil.Error:  # macOS tells only the administrator
        return
    for connection in connections:
        if connection.status == psutil.CONN_LISTEN and connection.pid and connection.laddr[1:] == (port,):
            with suppress(psutil.Error):
                yield psutil.Process(connection.pid)


def free_port_after(host: str, port: int) -> int:
    """The next port at an address that nobody has at this moment, 0 when there is none near."""
    for other in range(port + 1, min(port + _TRIED_PORTS, 65535) + 1):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with suppress(OSError), socket.socket(family, socket.SOCK_STREAM) as trying:
            trying.bind((host, other))
            return other
    return 0


def site_of(process: psutil.Process) -> Path | None:
    """The data folder of an engine's process: one of those it may have been started with, whose lock it holds."""
    with suppress(psutil.Error):
        folders = [_after_option(process.cmdline()), process.environ().get("PACSDESK_DATA_DIR", "")]
        named = (Path(process.cwd()) / folder for folder in folders if folder)
        for folder in (*named, default_data_dir()):
            holder = read_holder(DataFolder(folder).lock)
            if holder and holder.pid == process.pid:
                return folder
    return None


def _after_option(words: list[str]) -> str:
    following = (
        word.partition("=")[2] or after
        for word, after in pairwise([*words, ""])
        if word.partition("=")[0] == "--data-dir"
    )
    return next(following, "")


def called(process: psutil.Process) -> str:
    """As "orthanc (process 4711)", as far as the system tells us."""
    try:
        return f"{process.name()} (process {process.pid})"
    except psutil.Error:
        return f"process {process.pid}"
