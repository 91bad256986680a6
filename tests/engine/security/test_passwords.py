"""Common passwords are refused however they are spelled or padded; long ones of ordinary words are taken."""

import pytest

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.engine.security.passwords import LONGEST, hashed, is_right


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "Passw0rd!2024",
        "P@$$w0rd2026!",
        "qwertyuiop12",
        "123456789012",
        "abcdefghijklmnop",
        "dragon monkey",
        "iloveyou-iloveyou",
        "Administrator1",
        "pacsdesk2026",
        "radiology_2026",
        "1q2w3e4r5t6y",
    ],
)
def test_a_password_that_is_tried_first_is_refused(password: str) -> None:
    with pytest.raises(InvalidInput, match="tried first"):
        hashed(password, "ann")


@pytest.mark.parametrize("password", ["ann smith's dog barks", "my name is ANN SMITH, yes"])
def test_a_password_that_holds_the_users_name_is_refused(password: str) -> None:
    with pytest.raises(InvalidInput, match="user's name"):
        hashed(password, "Ann Smith")


@pytest.mark.parametrize(
    "password",
    [
        "four ordinary words in a row",
        "correct horse battery staple",
        "sunshine over three dragons",
        "x9f-Kq2_vT7p",
        "ärger über Röntgenbilder",
        "漢字かな交じりの長い合言葉です",
        "amber lamps 1987",
        "k" + "wv" * ((LONGEST - 2) // 2) + "z",
    ],
)
def test_a_long_password_of_ones_own_is_taken(password: str) -> None:
    assert is_right(password, hashed(password, "ann"))


def test_a_name_of_two_letters_forbids_no_words() -> None:
    assert is_right("bold ropes on a boat", hashed("bold ropes on a boat", "bo"))
