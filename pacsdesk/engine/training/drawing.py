"""Pictures out of ellipses and noise, as arrays: all that a phantom needs."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
Box = tuple[slice, slice]


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A filled ellipse, turned: centre and half axes in units of half the picture (-1 to 1, y downwards)."""

    x: float
    y: float
    half_x: float
    half_y: float
    value: float
    degrees: float = 0.0

    def mask(self, canvas: "Canvas") -> NDArray[np.bool_]:
        """Where it covers the canvas, shape (rows, columns)."""
        covered = np.zeros(canvas.shape, np.bool_)
        box = self.box(canvas)
        covered[box] = self.inside(canvas, box)
        return covered

    def box(self, canvas: "Canvas") -> Box:
        """The rows and columns that it touches: most ellipses are small, and only these need computing."""
        turn = math.radians(self.degrees)
        reach_x = math.hypot(self.half_x * math.cos(turn), self.half_y * math.sin(turn))
        reach_y = math.hypot(self.half_x * math.sin(turn), self.half_y * math.cos(turn))
        rows, columns = canvas.shape
        return _span(self.y, reach_y, rows), _span(self.x, reach_x, columns)

    def inside(self, canvas: "Canvas", box: Box) -> NDArray[np.bool_]:
        """Where it covers a part of the canvas."""
        turn = math.radians(self.degrees)
        across = canvas.x[box] - np.float32(self.x)
        down = canvas.y[box] - np.float32(self.y)
        along = across * np.float32(math.cos(turn)) + down * np.float32(math.sin(turn))
        beside = down * np.float32(math.cos(turn)) - across * np.float32(math.sin(turn))
        return (along / np.float32(self.half_x)) ** 2 + (beside / np.float32(self.half_y)) ** 2 <= 1


class Canvas:
    """Coordinates of a picture, shape (rows, columns), made once for all slices of a series."""

    def __init__(self, rows: int, columns: int) -> None:
        self.shape = (rows, columns)
        self.y, self.x = np.meshgrid(
            np.linspace(-1, 1, rows, dtype=np.float32), np.linspace(-1, 1, columns, dtype=np.float32), indexing="ij"
        )

    def paint(self, background: float, ellipses: Iterable[Ellipse]) -> Picture:
        """Later ellipses cover earlier ones; those without extent are passed over."""
        picture = np.full(self.shape, background, np.float32)
        for ellipse in ellipses:
            if ellipse.half_x > 0 and ellipse.half_y > 0:
                box = ellipse.box(self)
                picture[box][ellipse.inside(self, box)] = ellipse.value
        return picture

    def add(self, ellipses: Iterable[Ellipse]) -> Picture:
        """Values of all ellipses over a point add up, as in a projection."""
        picture = np.zeros(self.shape, np.float32)
        for ellipse in ellipses:
            box = ellipse.box(self)
            picture[box] += ellipse.inside(self, box) * np.float32(ellipse.value)
        return picture


def with_noise(picture: Picture, sigma: float, random: np.random.Generator) -> Picture:
    """The picture with Gaussian noise."""
    return picture + random.standard_normal(picture.shape, dtype=np.float32) * np.float32(sigma)


def softened(picture: Picture, times: int = 1) -> Picture:
    """Edges smoothed over neighbouring pixels, along both axes."""
    for _ in range(times):
        for axis in (0, 1):
            picture = (np.roll(picture, 1, axis) + 2 * picture + np.roll(picture, -1, axis)) / np.float32(4)
    return picture


def _span(centre: float, reach: float, length: int) -> slice:
    """Pixels of an axis within reach of a place on it, both in units of half the axis."""
    first = math.floor((centre - reach + 1) / 2 * (length - 1))
    last = math.ceil((centre + reach + 1) / 2 * (length - 1))
    return slice(max(first, 0), max(last + 1, 0))
