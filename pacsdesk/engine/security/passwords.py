"""Passwords: rules that put length first (NIST SP 800-63B 5.1.1), argon2id hashes, checks that take equal time."""

from functools import cache

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.engine.security.guessing import is_easily_guessed

SHORTEST = 12
LONGEST = 256
# a name this short is part of ordinary words
_SHORTEST_NAME_SOUGHT = 3

# 19 MiB, two passes, one lane: OWASP's minimum for argon2id, 37 ms on the measured machine
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)


@cache
def _nobody() -> str:
    """Stands in for the hash of an unknown user, so that the answer takes as long as for a known one."""
    return _HASHER.hash("nobody signs in with this")


def hashed(password: str, user_name: str) -> str:
    """The hash to store. Raises InvalidInput when the password breaks the rules."""
    if len(password) < SHORTEST:
        raise InvalidInput(
            f"The password needs at least {SHORTEST} characters.",
            f"It has {len(password)}.",
            "Four ordinary words in a row are easy to remember and hard to guess.",
        )
    if len(password) > LONGEST:
        raise InvalidInput(f"The password may have at most {LONGEST} characters.")
    if _holds_name(password, user_name):
        raise InvalidInput(
            "The password may not hold the user's name.", "", "Choose one that has nothing to do with it."
        )
    if len(set(password)) < 4:
        raise InvalidInput("The password needs at least four different characters.")
    if is_easily_guessed(password):
        raise InvalidInput(
            "The password is one that is tried first.",
            "It is made of one or two of the 10,000 most common passwords, of rows of characters or of a year.",
            "Four ordinary words in a row are easy to remember and hard to guess.",
        )
    return _HASHER.hash(password)


def is_right(password: str, stored: str) -> bool:
    """Whether a password belongs to a stored hash; "" (no such user, no password) takes as long and is False."""
    try:
        return _HASHER.verify(stored or _nobody(), password[: LONGEST + 1]) and bool(stored)
    except (VerificationError, InvalidHashError):
        return False


def _holds_name(password: str, user_name: str) -> bool:
    name, folded = user_name.casefold().strip(), password.casefold()
    return folded.strip() == name or (len(name) >= _SHORTEST_NAME_SOUGHT and name in folded)
