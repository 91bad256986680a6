"""Hints can be typed as they stand: the program where it is, the site that was meant."""

from argparse import Namespace
from pathlib import Path

import pytest

from pacsdesk.cli.typing_again import calls_as_typed
from pacsdesk.contract.program import program_to_type


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The program in an environment's folder, its Python beside it."""
    program = tmp_path / "checkout" / ".venv" / "bin" / "pacsdesk"
    program.parent.mkdir(parents=True)
    program.touch()
    return program


def test_a_program_that_the_shell_finds_is_typed_by_its_name(beside: Path, tmp_path: Path) -> None:
    assert program_to_type(str(beside), beside.with_name("python"), False, tmp_path) == "pacsdesk"


def test_in_a_checkout_the_program_is_typed_from_there(beside: Path, tmp_path: Path) -> None:
    python = beside.with_name("python")
    assert program_to_type(None, python, False, tmp_path / "checkout") == ".venv/bin/pacsdesk"
    assert program_to_type(None, python, False, tmp_path / "elsewhere") == str(beside)


def test_another_program_of_the_name_is_not_meant(beside: Path, tmp_path: Path) -> None:
    other = tmp_path / "pacsdesk"
    other.touch()
    assert program_to_type(str(other), beside.with_name("python"), False, tmp_path / "checkout") == ".venv/bin/pacsdesk"


def test_without_a_program_the_module_is_run(tmp_path: Path) -> None:
    assert program_to_type(None, tmp_path / "python", False, tmp_path) == f"{tmp_path / 'python'} -m pacsdesk"


def test_a_frozen_program_is_its_own_executable(beside: Path, tmp_path: Path) -> None:
    assert program_to_type(None, beside, True, tmp_path) == str(beside.relative_to(tmp_path))


def options(**given: object) -> Namespace:
    """The common options, as parsed when so many were given."""
    return Namespace(**{"data_dir": None, "engine": "", "user": "", "password_file": "", **given})


@pytest.mark.parametrize(
    ("sentence", "typed"),
    [
        ("`pacsdesk users list` shows all.", "`pacsdesk users list --data-dir 'my demo'` shows all."),
        ("Stop it: `pacsdesk stop --data-dir clinic`.", "Stop it: `pacsdesk stop --data-dir clinic`."),
        ("`pacsdesk init --profile classroom` makes one.", "`pacsdesk init --profile classroom` makes one."),
    ],
)
def test_the_site_that_was_given_is_named_again(sentence: str, typed: str) -> None:
    assert calls_as_typed(options(data_dir=Path("my demo"), user="ada"))(sentence) == typed


def test_nothing_is_added_where_no_site_was_given() -> None:
    assert calls_as_typed(options())("`pacsdesk stop`, or `pacsdesk`") == "`pacsdesk stop`, or `pacsdesk`"


def test_an_engines_address_is_named_again_where_it_is_an_option() -> None:
    typed = calls_as_typed(options(engine="http://127.0.0.1:8999"))
    assert typed("`pacsdesk serve`, `pacsdesk users list`") == (
        "`pacsdesk serve`, `pacsdesk users list --engine http://127.0.0.1:8999`"
    )
