"""The checkout as guards see it: its Python files, parsed where asked for, and each text file that belongs to it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (".ci", "docs", "packaging", "pacsdesk", "resources", "tests")
_BINARY_ENDINGS = {".dcm", ".gif", ".icns", ".ico", ".jpg", ".mo", ".pdf", ".png", ".pyc", ".qm", ".ttf", ".zip"}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One Python file. name: as it is imported, for a package without `__init__`."""

    path: Path
    text: str

    @property
    def tree(self) -> ast.Module:
        """Its syntax."""
        return _parsed(self.text)

    @property
    def where(self) -> str:
        """Its path in the checkout."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        """Its dotted name."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def line_count(self) -> int:
        """Lines, blank ones too."""
        return len(self.text.splitlines())


@cache
def source_files(folder: str) -> tuple[SourceFile, ...]:
    """The Python files below a folder of the checkout, in order."""
    paths = sorted((ROOT / folder).rglob("*.py"))
    return tuple(SourceFile(path, path.read_text("utf-8")) for path in paths)


def packages(folder: str) -> list[str]:
    """Names of the packages directly in a folder."""
    return sorted(path.parent.name for path in (ROOT / folder).glob("*/__init__.py"))


def modules(folder: str) -> list[str]:
    """Names of the modules directly in a folder, without its `__init__`."""
    return sorted(path.stem for path in (ROOT / folder).glob("*.py") if path.stem != "__init__")


def text_files() -> Iterator[tuple[str, str]]:
    """Path and content of every text file of the project."""
    candidates = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in FOLDERS:
        candidates += [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in sorted(candidates):
        if path.suffix not in _BINARY_ENDINGS and "__pycache__" not in path.parts and path.name != ".coverage":
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)
