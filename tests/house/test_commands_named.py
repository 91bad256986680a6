"""What texts tell people to type is there to be typed."""

import re

import pytest

from pacsdesk.cli.catalog import COMMANDS
from tests.house.tree import SourceFile, source_files

TYPED = re.compile(r"`pacsdesk ([a-z]+)(?: ([a-z-]+))?")
WORDS = {command.words for command in COMMANDS}
NOUNS = {words.partition(" ")[0] for words in WORDS}


@pytest.mark.parametrize("file", source_files("pacsdesk"), ids=lambda file: file.where)
def test_every_command_that_a_text_names_exists(file: SourceFile) -> None:
    named = TYPED.findall(file.text)
    missing = [
        f"pacsdesk {noun} {verb}".strip()
        for noun, verb in named
        if noun not in NOUNS or (noun not in WORDS and verb and f"{noun} {verb}" not in WORDS)
    ]
    assert missing == []
