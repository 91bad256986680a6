"""Passwords: rules that put length first (NIST SP 800-63B 5.1.1), argon2id hashes, checks that take equal time."""

from functools import cache

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from pacsdesk.contract.errors import InvalidInput

SHORTEST = 12
LONGEST = 256

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
    if password.casefold().strip() == user_name.casefold().strip():
        raise InvalidInput("The password may not be the user's name.")
    if len(set(password)) < 4:
        raise InvalidInput("The password needs at least four different characters.")
    return _HASHER.hash(password)


def is_right(password: str, stored: str) -> bool:
    """Whether a password belongs to a stored hash; "" (no such user, no password) takes as long and is False."""
    try:
        return _HASHER.verify(stored or _nobody(), password[: LONGEST + 1]) and bool(stored)
    except (VerificationError, InvalidHashError):
        return False
