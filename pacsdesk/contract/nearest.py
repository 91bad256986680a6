"""Says which known word a mistyped one may have meant, in the same sentence wherever a name is looked up."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 64  # comparing takes the square of the length


def nearest_of(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one, "" when none is near. Case does not count."""
    by_folded = {each.casefold(): each for each in known}
    nearest = get_close_matches(word[:_LONGEST].casefold(), by_folded, n=1)
    return by_folded[nearest[0]] if nearest else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ "Did you mean 'peers'?", or "" when no known word is near. Case does not count."""
    nearest = nearest_of(word, known)
    return f"Did you mean {nearest!r}?" if nearest else ""
