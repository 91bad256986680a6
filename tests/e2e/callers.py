"""Who calls the engine in these tests, and objects that nobody else sends."""

from pydicom.uid import generate_uid

from pacsdesk.contract.records.peers import ANY_HOST, Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.link.client import Client
from tests.engine.network.sending import EXPLICIT, SentObject
from tests.support.datasets import CT_IMAGE, ct_bytes


def let_in(link: Client, ae_title: str) -> None:
    """Enter a caller that may echo and store from anywhere."""
    link.services.peers.add(Peer(f"Device {ae_title}", AETitle(ae_title), ANY_HOST, None))


def small_ct(sop_instance_uid: str = "", **elements: object) -> SentObject:
    """A tiny CT in a study of its own; keywords replace elements."""
    uid = sop_instance_uid or str(generate_uid())
    study = {"StudyInstanceUID": f"{uid[:60]}.1", "SeriesInstanceUID": f"{uid[:60]}.2"}
    return SentObject(CT_IMAGE, uid, EXPLICIT, ct_bytes(uid, **{**study, **elements}))
