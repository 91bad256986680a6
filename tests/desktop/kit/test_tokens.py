"""Colours can be told apart in every scheme, computed from the table."""

import pytest

from pacsdesk.contract.resources import resources_path
from pacsdesk.desktop.kit.tokens import (
    CONTRAST_PAIRS,
    PALETTES,
    ContrastPair,
    Density,
    Scheme,
    Space,
    Token,
    contrast_ratio,
)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("pair", CONTRAST_PAIRS, ids=lambda pair: f"{pair.foreground}-on-{pair.background}")
def test_a_pair_of_colours_has_its_contrast(scheme: Scheme, pair: ContrastPair) -> None:
    colours = PALETTES[scheme]
    assert contrast_ratio(colours[pair.foreground], colours[pair.background]) >= pair.ratio


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21.0)


def test_contrast_does_not_depend_on_the_order() -> None:
    assert contrast_ratio("#123456", "#abcdef") == contrast_ratio("#abcdef", "#123456")


@pytest.mark.parametrize("scheme", Scheme)
def test_a_scheme_has_a_colour_for_every_token(scheme: Scheme) -> None:
    assert set(PALETTES[scheme]) == set(Token)


@pytest.mark.parametrize("distance", Space)
def test_a_distance_lies_on_the_grid(distance: Space) -> None:
    assert distance % 4 == 0


def test_rows_are_as_tall_as_the_design_says() -> None:
    assert (Density.COMPACT.row_height, Density.COMFORTABLE.row_height) == (28, 36)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(
    ("mark", "token"),
    [
        ("check", Token.ON_ACCENT),
        ("dot", Token.ON_ACCENT),
        ("chevron-up", Token.TEXT_2),
        ("chevron-down", Token.TEXT_2),
    ],
)
def test_a_mark_is_drawn_in_the_colour_of_its_token(scheme: Scheme, mark: str, token: Token) -> None:
    drawing = (resources_path() / "themes" / "marks" / f"{mark}-{scheme}.svg").read_text("utf-8")
    assert PALETTES[scheme][token] in drawing
