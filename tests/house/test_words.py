"""The repository speaks of the project only: no address of a package index, no path of one computer, no key."""

import re

import pytest

from tests.house.tree import ROOT, text_files

REGISTRY_HOST = re.compile(r"(?:pypi|pythonhosted|npmjs|debian|crates|rubygems)[.](?:org|com|net|io)", re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?<![\w.~$}])/(?:work|root|home/\w+|Users/\w+)/")
PRIVATE_KEY = re.compile(r"-----BEGIN (?:\w+ )?PRIVATE KEY-----\s+\S")
FOREIGN_LOCKS = ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "package-lock.json", "yarn.lock")

NOT_HERE = {"a package registry's host": REGISTRY_HOST, "a path of one machine": MACHINE_PATH, "a key": PRIVATE_KEY}


@pytest.mark.parametrize("what", NOT_HERE)
def test_no_file_holds(what: str) -> None:
    pattern = NOT_HERE[what]
    found = [
        f"{where}:{number}: {line.strip()[:100]}"
        for where, text in text_files()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_the_lock_files_have_no_address() -> None:
    locks = sorted((ROOT / "packaging").glob("*.lock"))
    assert locks
    assert [lock.name for lock in locks if "://" in lock.read_text("utf-8")] == []


def test_every_locked_package_has_its_hash() -> None:
    for lock in (ROOT / "packaging").glob("*.lock"):
        entries = re.split(r"\n(?=\S)", lock.read_text("utf-8").strip())
        assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == [], lock.name


@pytest.mark.parametrize("name", FOREIGN_LOCKS)
def test_there_is_no_lock_file_that_records_addresses(name: str) -> None:
    assert not (ROOT / name).exists()
