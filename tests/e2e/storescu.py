"""DCMTK's sender made to send files in the syntaxes they are stored in, and DCMTK's receiver as the witness.

storescu reads a file and writes it anew onto the wire, so what it sends is not always what the file holds: a receiver
that keeps data bit by bit says what arrived.
"""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.engine.network.sending import SentObject, object_of
from tests.support.network import LOOPBACK, free_port, wait_until_accepting
from tests.support.peers import dcmtk, peer_environment, system_program
from tests.support.processes import ServerProcess


@dataclass(frozen=True, slots=True)
class Receiver:
    """An AE that takes what storescu sends."""

    ae_title: str
    port: int


def send_as_stored(
    receiver: Receiver, files: Sequence[Path], scratch: Path, calling: str = "CT01"
) -> subprocess.CompletedProcess[str]:
    """Send files with a presentation context for each pair of SOP class and transfer syntax; goes on after failures."""
    profile = scratch / "storescu.cfg"
    profile.write_text(_profile({_pair(object_of(file)) for file in files}), encoding="ascii")
    titles = ("-aet", calling, "-aec", receiver.ae_title)
    return dcmtk("storescu", "-nh", *titles, "-xf", profile, "Stored", LOOPBACK, str(receiver.port), *files)


@contextmanager
def witness(folder: Path) -> Iterator[Receiver]:
    """A storescp that accepts all and writes each dataset into `folder` exactly as it came."""
    folder.mkdir()
    port = free_port()
    command = [system_program("storescp"), "+B", "-pm", "+xa", "-od", str(folder), str(port)]
    with ServerProcess(command, peer_environment()):
        wait_until_accepting(port)
        yield Receiver("WITNESS", port)


def _pair(sent: SentObject) -> tuple[str, str]:
    return sent.sop_class_uid, sent.transfer_syntax_uid


def _profile(pairs: set[tuple[str, str]]) -> str:
    """A profile of storescu's configuration file: one context per pair, so that no syntax can win over another."""
    lines = ["[[TransferSyntaxes]]"]
    syntaxes = sorted({syntax for _, syntax in pairs})
    for syntax in syntaxes:
        lines += [f"[{_name(syntax)}]", f"TransferSyntax1 = {syntax}"]
    lines += ["[[PresentationContexts]]", "[Contexts]"]
    for number, (sop_class, syntax) in enumerate(sorted(pairs), 1):
        lines.append(f"PresentationContext{number} = {sop_class}\\{_name(syntax)}")
    return "\n".join([*lines, "[[Profiles]]", "[Stored]", "PresentationContexts = Contexts", ""])


def _name(syntax: str) -> str:
    return "SYNTAX" + syntax.replace(".", "_")
