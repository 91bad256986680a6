"""Entries as Hypothesis draws them: whatever may be entered."""

from hypothesis import strategies as st

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import (
    AddressCheck,
    Peer,
    PeerService,
    PeerTimeouts,
    SameUidPolicy,
    TlsMode,
    UsedService,
)
from pacsdesk.contract.types import AETitle

_SERVICES = st.sets(st.sampled_from(PeerService)).map(lambda some: tuple(one for one in PeerService if one in some))
_USES = st.sets(st.sampled_from(UsedService)).map(lambda some: tuple(one for one in UsedService if one in some))
_SECONDS = st.none() | st.integers(1, 3600)
_PORTS = st.none() | st.integers(1, 65535)
TITLES = st.text("ABc 01_-.=+@'", min_size=1, max_size=16).filter(lambda text: text.strip() == text).map(AETitle)
_NAMES = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=20)
_TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)

PEERS = st.builds(
    Peer,
    name=_NAMES,
    ae_title=TITLES,
    host=st.sampled_from(("any", "10.0.0.7", "ct01.example", "10.1.0.0/16", "fd00::7")),
    port=_PORTS,
    tls=st.sampled_from(TlsMode),
    allow=_SERVICES,
    notes=_TEXTS,
    same_uid=st.sampled_from(SameUidPolicy),
    character_set=st.sampled_from(("", "ISO_IR 100", "\\ISO 2022 IR 87")),
    contact=_NAMES | st.just(""),
    uses=_USES,
    timeouts=st.builds(PeerTimeouts, _SECONDS, _SECONDS, _SECONDS),
    address_check=st.sampled_from(AddressCheck),
)
AES = st.builds(
    OwnAE,
    ae_title=TITLES,
    port=_PORTS,
    allow=_SERVICES,
    aliases=st.lists(TITLES, max_size=3).map(tuple),
    notes=_TEXTS,
)
