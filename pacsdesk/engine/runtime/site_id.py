"""What a site is known by to those who have not signed in: a number drawn at its first start, kept in its folder."""

import secrets
from contextlib import suppress

from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import write_privately


def site_id_of(folder: DataFolder) -> str:
    """The site's, drawn now where it has none. "" when it cannot be read or written."""
    with suppress(OSError, UnicodeDecodeError):
        if not folder.site_id.exists():
            write_privately(folder.site_id, f"{secrets.token_hex(16)}\n".encode())
        return folder.site_id.read_text(encoding="ascii").strip()
    return ""
