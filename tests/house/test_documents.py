"""The documents that people read keep their form: README, CHANGELOG, LICENSE and one half page per decision."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
SECTIONS = ["Context", "Decision", "Consequences", "Rejected"]
HALF_PAGE = 45


def test_the_changelog_says_something_about_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    section = re.search(rf"^## {re.escape(version)}.*\n((?:(?!## ).*\n?)*)", changelog, re.MULTILINE)
    assert section and re.search(r"^- ", section[1], re.MULTILINE)


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make run" in readme and "make test" in readme


def test_every_link_in_the_readme_leads_somewhere() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_version_is_the_same_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f'__version__ = "{version}"' in (ROOT / "pacsdesk" / "__init__.py").read_text("utf-8")


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name[:4] for path in DECISIONS]
    assert sorted(set(numbers)) == numbers


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_four_parts_on_half_a_page(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(r"# \S", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS
    assert len(text.splitlines()) <= HALF_PAGE
