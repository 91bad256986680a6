"""Nothing new is forgotten in the explicit lists: panels with their help and icon, commands, provided services."""

import ast
import importlib
import tomllib
from pathlib import Path

import pytest

from pacsdesk.cli.catalog import COMMANDS
from pacsdesk.cli.command import Command
from pacsdesk.desktop.panel import PanelSpec
from pacsdesk.desktop.shell.catalog import PANELS
from tests.house.tree import ROOT, modules, packages, source_files


def names_used_in(path: str) -> set[str]:
    """Dotted names that a file imports, each module and each thing from it."""
    folder, _, _ = path.rpartition("/")
    (file,) = [file for file in source_files(folder) if file.where == path]
    found: set[str] = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("panel", packages("pacsdesk/desktop/panels"))
def test_a_panel_is_in_the_catalogue(panel: str) -> None:
    assert panel in [spec.panel_id for spec in PANELS]


@pytest.mark.parametrize("spec", PANELS, ids=lambda spec: spec.panel_id)
def test_a_panel_has_its_folder(spec: PanelSpec) -> None:
    assert spec.panel_id in packages("pacsdesk/desktop/panels")


@pytest.mark.parametrize("spec", PANELS, ids=lambda spec: spec.panel_id)
def test_a_panel_has_its_help(spec: PanelSpec) -> None:
    assert (ROOT / "resources" / "help" / f"{spec.panel_id}.md").read_text("utf-8").strip()


@pytest.mark.parametrize("spec", PANELS, ids=lambda spec: spec.panel_id)
def test_a_panel_has_its_icon(spec: PanelSpec) -> None:
    assert (ROOT / "resources" / "icons" / f"{spec.icon}.svg").is_file()


@pytest.mark.parametrize("service", modules("pacsdesk/engine/network/scp"))
def test_a_provided_service_is_in_the_servers_list(service: str) -> None:
    assert f"pacsdesk.engine.network.scp.{service}" in names_used_in("pacsdesk/engine/network/server.py")


@pytest.mark.parametrize("noun", modules("pacsdesk/cli"))
def test_every_command_of_a_noun_is_in_the_catalogue(noun: str) -> None:
    members = vars(importlib.import_module(f"pacsdesk.cli.{noun}")).values()
    assert [command.words for command in members if isinstance(command, Command) and command not in COMMANDS] == []


def test_no_two_commands_have_the_same_words() -> None:
    words = [command.words for command in COMMANDS]
    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize("feature", sorted(path.parent for path in (ROOT / "pacsdesk" / "engine").rglob("tables.py")))
def test_the_tables_of_a_feature_are_protected_by_a_contract(feature: Path) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    protected = [module for contract in contracts for module in contract.get("protected_modules", [])]
    assert ".".join((feature / "tables").relative_to(ROOT).parts) in protected
