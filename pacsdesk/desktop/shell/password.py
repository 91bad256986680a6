"""How good a new password is, judged by its length first: a long phrase beats short symbols (NIST SP 800-63B 5.1.1)."""

from dataclasses import dataclass
from enum import StrEnum

from pacsdesk.desktop.kit.translation import counted, marked, translate

MIN_LENGTH = 12
GOOD_LENGTH = 16
STRONG_LENGTH = 22
MIN_DIFFERENT = 5


class Strength(StrEnum):
    """How good a password is."""

    TOO_SHORT = "too-short"
    TOO_SIMPLE = "too-simple"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


STRENGTH_WORDS = {
    Strength.TOO_SHORT: marked("Shell", "too short"),
    Strength.TOO_SIMPLE: marked("Shell", "too simple"),
    Strength.FAIR: marked("Shell", "fair"),
    Strength.GOOD: marked("Shell", "good"),
    Strength.STRONG: marked("Shell", "strong"),
}
"""What to tell the person, in the context "Shell"."""


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
        advice = counted("Shell", "%Ln more characters needed. A few words in a row are easy to keep.", missing)
        return Judgement(Strength.TOO_SHORT, advice, False)
    if len(set(password)) < MIN_DIFFERENT:
        advice = translate("Shell", "It repeats itself: use more different characters.")
        return Judgement(Strength.TOO_SIMPLE, advice, False)
    if name.strip() and password.casefold().strip() == name.casefold().strip():
        return Judgement(Strength.TOO_SIMPLE, translate("Shell", "It is the name itself."), False)
    if len(password) < GOOD_LENGTH:
        return Judgement(Strength.FAIR, translate("Shell", "Longer is stronger."), True)
    return Judgement(Strength.GOOD if len(password) < STRONG_LENGTH else Strength.STRONG, "", True)
