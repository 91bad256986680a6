"""Writing past the system's page cache: where it can be had (Linux, on most file systems), and as usual elsewhere.

Direct writes begin and end at multiples of DIRECT_BLOCK, in the file and in memory. Whatever cannot be written so is
written through the cache, by itself and for the rest of the file.
"""

import errno
import os
import sys

DIRECT_BLOCK = 4096

if sys.platform == "linux":
    import fcntl

    def write_directly(descriptor: int) -> None:
        """Have what is written to an open file go past the cache from now on, if its file system can do that."""
        try:
            fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_DIRECT)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise

    def write_through_cache(descriptor: int) -> bool:
        """Have what is written go through the cache; whether it went past it."""
        flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags & ~os.O_DIRECT)
        return bool(flags & os.O_DIRECT)

else:

    def write_directly(descriptor: int) -> None:
        """There is no such way here."""

    def write_through_cache(descriptor: int) -> bool:
        """It is so already."""
        return False


def write_all(descriptor: int, view: memoryview) -> None:
    """Write all of it where the file stands. Raises OSError."""
    while view:
        try:
            written = os.write(descriptor, view)
        except OSError as error:
            # larger blocks than ours are asked for, or other borders of memory
            if error.errno == errno.EINVAL and write_through_cache(descriptor):
                continue
            raise
        view = view[written:]
        if view:
            write_through_cache(descriptor)  # cut short, the rest no longer begins at a border
