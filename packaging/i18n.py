"""Brings resources/i18n in step with the texts of the desktop: `make i18n`, or `python packaging/i18n.py FOLDER`.

New texts come into the .ts files unfinished, those that are gone leave, and each .ts is compiled to the .qm beside it,
which the program loads. English holds the plural forms alone. Both kinds of file are kept in the repository, so that a
checkout runs without this; tests/desktop/test_catalogues.py finds them out of step.

Qt's lupdate reads Python only in simple cases (a call whose number is an expression is lost in 6.11), so the calls are
found here, by Python's own parser, and handed to it as a list of the simplest ones.
"""

import ast
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "pacsdesk" / "desktop"
CATALOGUES = ROOT / "resources" / "i18n"
TOOLS = Path(sys.executable).parent
DEFINITIONS = DESKTOP / "kit" / "translation.py"


def texts_in(file: Path) -> set[str]:
    """The texts of a source file, each as a call that lupdate understands."""
    calls: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in ("translate", "counted", "marked"):
            continue
        words = [word.value for word in node.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
        if name == "translate" and len(words) == 1 and len(node.args) == 2:
            continue  # the showing of a marked text
        if len(words) < 2:
            sys.exit(f"{file.relative_to(ROOT)}:{node.lineno}: context and text of {name}() must be literals")
        context, text, comment = (*words, "")[:3]
        number = ", 2" if name == "counted" else ""
        calls.add(f"translate({_quoted(context)}, {_quoted(text)}, {_quoted(comment)}{number})")
    return calls


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def update(folder: Path) -> None:
    """Bring every catalogue of the folder in step and compile it."""
    calls = set().union(*(texts_in(file) for file in DESKTOP.rglob("*.py") if file != DEFINITIONS))
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "texts.py"
        listed.write_text("\n".join(sorted(calls)) + "\n", encoding="utf-8")
        for catalogue in sorted(folder.glob("*.ts")):
            options = ["-no-obsolete", "-locations", "none", "-sort-messages", "-disable-heuristic", "similartext"]
            if catalogue.stem.endswith("_en"):
                options.append("-pluralonly")
            _run("pyside6-lupdate", *options, str(listed), "-ts", str(catalogue))
            _run("pyside6-lrelease", str(catalogue), "-qm", str(catalogue.with_suffix(".qm")))
            waiting = catalogue.read_text(encoding="utf-8").count('type="unfinished"')
            if waiting:
                print(f"{catalogue.name}: {waiting} texts wait for a translation")  # noqa: T201  # a tool for people


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, "-silent", *arguments], check=True)


if __name__ == "__main__":
    update(Path(sys.argv[1]) if len(sys.argv) > 1 else CATALOGUES)
