"""How good a new password is, judged by its length first: a long phrase beats short symbols (NIST SP 800-63B 5.1.1)."""

from dataclasses import dataclass
from enum import StrEnum

MIN_LENGTH = 12
GOOD_LENGTH = 16
STRONG_LENGTH = 22
MIN_DIFFERENT = 5


class Strength(StrEnum):
    """What to tell the person; the word that is shown."""

    TOO_SHORT = "too short"
    TOO_SIMPLE = "too simple"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A strength, what to do about it ("" when it is enough), and whether the password may be taken."""

    strength: Strength
    advice: str
    is_enough: bool


def judge_password(password: str, name: str) -> Judgement:
    """Judge a new password of an account `name`. The engine judges again; this only saves a round."""
    missing = MIN_LENGTH - len(password)
    if missing > 0:
        more = "1 more character" if missing == 1 else f"{missing} more characters"
        return Judgement(Strength.TOO_SHORT, f"{more} needed. A few words in a row are easy to keep.", False)
    if len(set(password)) < MIN_DIFFERENT:
        return Judgement(Strength.TOO_SIMPLE, "It repeats itself: use more different characters.", False)
    if name.strip() and password.casefold().strip() == name.casefold().strip():
        return Judgement(Strength.TOO_SIMPLE, "It is the name itself.", False)
    if len(password) < GOOD_LENGTH:
        return Judgement(Strength.FAIR, "Longer is stronger.", True)
    return Judgement(Strength.GOOD if len(password) < STRONG_LENGTH else Strength.STRONG, "", True)
