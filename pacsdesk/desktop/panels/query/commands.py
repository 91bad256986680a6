"""A query as it is typed in a terminal: for DCMTK's findscu, and for this program. Pure."""

import shlex

from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.records.queries import QueryModel, QueryOrder
from pacsdesk.contract.usual_keys import USUAL_KEYS
from pacsdesk.desktop.kit.commands import to_type
from pacsdesk.desktop.panels.query.drafts import Draft

_MODELS = {QueryModel.STUDY_ROOT: "-S", QueryModel.PATIENT_ROOT: "-P", QueryModel.WORKLIST: "-W"}
_USUAL = QueryOrder()


def findscu_line(peer: Peer, order: QueryOrder, own_title: str) -> str:
    """The same query for DCMTK's findscu."""
    words = ["findscu", _MODELS[order.model], "-aet", str(order.calling_ae_title or own_title), "-aec", peer.ae_title]
    if peer.tls is not TlsMode.PLAIN:
        words += ["+tla", "-ic"]  # without a certificate of ours, and without looking at theirs
    words += ["--cancel", str(order.limit)]
    asked = {key.name: key.value for key in order.keys}
    if order.adds_usual_keys:
        asked = asked | {name: "" for name in USUAL_KEYS[order.level] if name not in asked}
    if order.level is not None:
        asked = {"QueryRetrieveLevel": order.level.value, **asked}
    if order.character_set:
        asked = {"SpecificCharacterSet": order.character_set, **asked}
    for name, value in asked.items():
        words += ["-k", f"{_in_items(name)}={value}" if value else _in_items(name)]
    return shlex.join([*words, peer.host, str(peer.port)])


def pacsdesk_line(draft: Draft, site_option: str) -> str:
    """The same query for this program. site_option: how the command names this site."""
    order = draft.order
    words = ["find", draft.peer, *(f"{key.name}={key.value}" for key in order.keys)]
    if order.model is not _USUAL.model:
        words += ["--model", order.model.value]
    if order.level is not None and order.level is not _USUAL.level:
        words += ["--level", order.level.value]
    if order.calling_ae_title:
        words += ["--calling", order.calling_ae_title]
    if order.limit != _USUAL.limit:
        words += ["--limit", str(order.limit)]
    if not order.adds_usual_keys:
        words.append("--only")
    if order.character_set:
        words += ["--character-set", order.character_set]
    return f"{to_type(shlex.join(words))} {site_option}".rstrip()


def _in_items(name: str) -> str:
    """DCMTK wants to know in which item of a sequence; and tags with their comma."""
    parts = [f"{part[:4]},{part[4:]}" if len(part) == 8 and part[:4].isdigit() else part for part in name.split(".")]
    return "[0].".join(parts)
