"""Names for the UIDs of an association: SOP classes and transfer syntaxes as PS3.6 calls them."""

from collections.abc import Iterable, Mapping

from pacsdesk.contract.records.associations import AssociationDetail

Names = Mapping[str, str]


def uids_of(detail: AssociationDetail) -> frozenset[str]:
    """All that PS3.6 may have a name for."""
    syntaxes = (syntax for item in detail.items for syntax in (*item.proposed, item.accepted) if syntax)
    return frozenset((*(item.abstract_syntax for item in detail.items), *syntaxes))


def read_names(uids: Iterable[str]) -> Names:
    """Of each UID its name, or itself where PS3.6 has none; blocks."""
    import pydicom  # noqa: F401, PLC0415  # whole, before a part of it: another thread may be at it
    from pydicom.config import IGNORE  # noqa: PLC0415  # 0.27 s, which only a worker thread may wait for
    from pydicom.uid import UID  # noqa: PLC0415  # as above

    return {uid: UID(uid, validation_mode=IGNORE).name for uid in uids}  # a stranger's UID may be none
