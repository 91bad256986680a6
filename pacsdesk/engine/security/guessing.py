"""Says whether a password is one that is tried first: common ones, however they are spelled, padded or put together.

The list in resources/passwords is of the most common passwords; what people here would think of first stands below.
"""

from functools import cache
from itertools import pairwise

from pacsdesk.contract.resources import resources_path

# of two known pieces and a little beside them there are fewer than a list of leaked passwords holds
_MOST_PIECES = 2
_MOST_BESIDE = 3
_SHORTEST_ROW = 3
_LONGEST_NUMBER = 4  # a year, a date without its year

_OF_THIS_HOUSE = """
administrator archive clinic dicom doctor hospital imaging klinik krankenhaus medical nurse orthanc pacs pacsadmin
pacsdesk passwort patient radiologie radiology röntgen server workstation xray
"""
# what people write instead of letters
_SPELLED = str.maketrans("013457@$!€", "oieastasie")


def is_easily_guessed(password: str) -> bool:
    """Whether at most two known pieces and three characters make up all of it, spaces and signs between them aside."""
    folded = "".join(character for character in password.casefold() if character.isalnum() or character in "@$!€")
    return any(_is_put_together(text) for text in (folded, folded.translate(_SPELLED)))


def _is_put_together(text: str) -> bool:
    """Least characters beside the pieces, for every beginning of the text and number of pieces in it."""
    beside = [[0] * (_MOST_PIECES + 1)]
    for end in range(1, len(text) + 1):
        least = [1 + before for before in beside[end - 1]]
        for start in range(end):
            if _is_piece(text[start:end]):
                for pieces in range(_MOST_PIECES):
                    least[pieces + 1] = min(least[pieces + 1], beside[start][pieces])
        beside.append(least)
    return min(beside[-1]) <= _MOST_BESIDE


def _is_piece(text: str) -> bool:
    return text in _common_passwords() or (len(text) <= _LONGEST_NUMBER and text.isdecimal()) or _is_row(text)


def _is_row(text: str) -> bool:
    """Whether each character follows the one before at the same distance: aaaa, 1234, zyx; a 0 may follow a 9."""
    if len(text) < _SHORTEST_ROW:
        return False
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return (len(steps) == 1 and steps <= {-1, 0, 1}) or text in "12345678901234567890"


@cache
def _common_passwords() -> frozenset[str]:
    listed = (resources_path() / "passwords" / "common.txt").read_text("utf-8")
    return frozenset(listed.split()).union(_OF_THIS_HOUSE.split())
