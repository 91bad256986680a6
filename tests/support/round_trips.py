"""What a round trip is judged by: who may make one, and what the archive holds of what was sent."""

from collections.abc import Iterable
from dataclasses import dataclass

from pacsdesk.contract.records.peers import Peer, PeerService
from pacsdesk.contract.types import AETitle, SOPInstanceUID
from pacsdesk.link.client import Client
from tests.support.network import LOOPBACK
from tests.support.part10 import dataset_of

_ALL = (PeerService.ECHO, PeerService.STORE, PeerService.FIND, PeerService.MOVE, PeerService.GET)


@dataclass(frozen=True, slots=True)
class HeldInstance:
    """An instance as the archive has it. study_instance_uid: where it is found, also when its dataset names none."""

    sop_class_uid: str
    transfer_syntax_uid: str
    study_instance_uid: str
    content: bytes


def let_round_trip(link: Client, ae_title: str, port: int) -> None:
    """Enter a peer that may send, query and retrieve, and that is sent to on this port of the loopback."""
    link.services.peers.add(Peer(f"Archive {ae_title}", AETitle(ae_title), LOOPBACK, port, allow=_ALL))


def held(link: Client, sop_instance_uids: Iterable[str]) -> dict[str, HeldInstance]:
    """What the archive holds of these. Raises NotFound for one that it does not hold."""
    found = {}
    for uid in sop_instance_uids:
        instance = link.services.studies.instance(SOPInstanceUID(uid))
        content = dataset_of(link.read_bytes(f"instance/{uid}"))
        found[uid] = HeldInstance(
            instance.sop_class_uid, instance.transfer_syntax_uid, instance.study_instance_uid, content
        )
    return found


def studies_in(instances: dict[str, HeldInstance]) -> list[str]:
    """The studies that can be asked for."""
    return sorted({one.study_instance_uid for one in instances.values()})


def unequal(given_back: dict[str, bytes], instances: dict[str, HeldInstance]) -> list[str]:
    """The instances that came back with other bytes, or not at all."""
    return [uid for uid, one in instances.items() if given_back.get(uid) != one.content]
