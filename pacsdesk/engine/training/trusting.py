"""Has the certificates of exercises trusted while they run, so that what is wrong with one shows as it is.

They stand in the file of the setting `tls.trusted`, between marks of their own; all else there is left as it is.
"""

import re
from collections.abc import Callable
from pathlib import Path
from threading import Lock

_BLOCK = "# exercise {number} begins\n{pem}\n# exercise {number} ends\n"
_BLOCKS = re.compile(r"# exercise (\d+) begins\n.*?# exercise \1 ends\n", re.DOTALL)


class Trusted:
    """The file of the settings, asked for each time."""

    def __init__(self, file: Callable[[], Path]) -> None:
        self._file = file
        self._changing = Lock()

    def add(self, number: int, pem: str) -> None:
        """Trust a certificate for an exercise."""
        with self._changing:
            self._write(self._without(number) + _BLOCK.format(number=number, pem=pem.strip()))

    def forget(self, number: int) -> None:
        """Trust it no more."""
        with self._changing:
            self._write(self._without(number))

    def forget_all(self) -> None:
        """Trust none of any exercise."""
        with self._changing:
            self._write(_BLOCKS.sub("", self._read()))

    def _without(self, number: int) -> str:
        return _BLOCKS.sub(lambda block: "" if int(block[1]) == number else block[0], self._read())

    def _read(self) -> str:
        file = self._file()
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def _write(self, text: str) -> None:
        file = self._file()
        if text == self._read():
            return
        if not text:
            file.unlink()
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(".new")
        aside.write_text(text, encoding="utf-8")
        aside.replace(file)
