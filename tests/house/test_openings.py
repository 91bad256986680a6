"""Each file tells at its head why it exists; names that say nothing do not come in."""

import ast

import pytest

from tests.house.tree import ROOT, SourceFile, source_files

MINIMUM_WORDS = 3
NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}

FILES = source_files("pacsdesk") + source_files("tests")
# a test package's opening is that of the package which it mirrors
WITH_OPENING = [file for file in FILES if file.text or not file.where.startswith("tests/")]


@pytest.mark.parametrize("file", WITH_OPENING, ids=lambda file: file.where)
def test_a_file_opens_with_a_sentence(file: SourceFile) -> None:
    opening = (ast.get_docstring(file.tree) or "").split("\n\n")[0]
    assert len(opening.split()) >= MINIMUM_WORDS, "Say in one sentence why this file exists and what it promises."


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.where)
def test_a_file_has_a_name_that_says_something(file: SourceFile) -> None:
    assert not NAMES_THAT_SAY_NOTHING & set(file.name.split(".")), "Name it by its subject."


def test_every_folder_with_code_is_a_package_but_the_revisions_that_alembic_reads_as_files() -> None:
    folders = {file.path.parent for file in FILES} - {ROOT / "pacsdesk" / "engine" / "migrations" / "versions"}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []
