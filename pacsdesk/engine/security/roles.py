"""What each role may do. Presets for now; editable roles with scopes take this file's place."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.security import RoleName

_STAFF = frozenset(
    {
        Permission.STUDY_SEARCH,
        Permission.STUDY_VIEW,
        Permission.PEER_VIEW,
        Permission.JOB_VIEW,
        Permission.ENGINE_VIEW,
        Permission.OWN_SESSION,
    }
)

PERMISSIONS: dict[RoleName, frozenset[Permission]] = {
    RoleName.ADMINISTRATOR: frozenset(Permission),
    RoleName.STAFF: _STAFF,
}
