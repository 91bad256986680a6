"""What texts tell people to type is there to be typed."""

import re

from pacsdesk.cli.catalog import COMMANDS
from tests.house.tree import source_files

TYPED = re.compile(r"`pacsdesk ([a-z]+)(?: ([a-z-]+))?")
WORDS = {command.words for command in COMMANDS}
NOUNS = {words.partition(" ")[0] for words in WORDS}


def test_every_command_that_a_text_names_exists() -> None:
    missing = [
        f"{file.where}: pacsdesk {noun} {verb}".strip()
        for file in source_files("pacsdesk")
        for noun, verb in TYPED.findall(file.text)
        if noun not in NOUNS or (noun not in WORDS and verb and f"{noun} {verb}" not in WORDS)
    ]
    assert missing == []
