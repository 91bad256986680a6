"""Commands that the window names, as they are typed in a terminal of this computer, in whichever folder that stands."""

from functools import cache

from pacsdesk.contract.program import this_program, with_calls


def to_type(words: str) -> str:
    """A call of this program. words: what stands behind its name."""
    return f"{_program()} {words}"


def as_typed(text: str) -> str:
    """A sentence or a page in which calls stand as `pacsdesk WORDS`."""
    return with_calls(text, to_type)


@cache
def _program() -> str:
    return this_program()
