"""Each file tells at its head why it exists; names that say nothing do not come in."""

import ast

from tests.house.tree import ROOT, SourceFile, source_files

MINIMUM_WORDS = 3
NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}

FILES = source_files("pacsdesk") + source_files("tests")
# a test package's opening is that of the package which it mirrors
WITH_OPENING = [file for file in FILES if file.text or not file.where.startswith("tests/")]


def test_each_file_opens_with_a_sentence() -> None:
    short = [file.where for file in WITH_OPENING if len(_opening(file).split()) < MINIMUM_WORDS]
    assert short == [], "Say in one sentence why the file exists and what it promises."


def test_each_file_has_a_name_that_says_something() -> None:
    silent = [file.where for file in FILES if NAMES_THAT_SAY_NOTHING & set(file.name.split("."))]
    assert silent == [], "Name it by its subject."


def test_every_folder_with_code_is_a_package_but_the_revisions_that_alembic_reads_as_files() -> None:
    folders = {file.path.parent for file in FILES} - {ROOT / "pacsdesk" / "engine" / "migrations" / "versions"}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def _opening(file: SourceFile) -> str:
    return (ast.get_docstring(file.tree) or "").split("\n\n")[0]
