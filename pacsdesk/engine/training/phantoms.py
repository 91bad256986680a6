"""Pictures that a learner recognises as head, chest or vessel, and a radiologist as nobody's.

CT values are Hounsfield units; height runs from -1 (caudal) to 1 (cranial). Arrays have shape (rows, columns), loops
(frames, rows, columns) or (frames, rows, columns, 3) for RGB.
"""

import math

import numpy as np
from numpy.typing import NDArray

from pacsdesk.engine.training.drawing import Canvas, Ellipse, Picture, softened, with_noise

AIR, FAT, WATER, BRAIN, MUSCLE, BLOOD, BONE, LUNG = -1000.0, -90.0, 0.0, 35.0, 50.0, 70.0, 900.0, -860.0


def ct_head(canvas: Canvas, height: float, random: np.random.Generator, bleeding: float = 0.0) -> Picture:
    """An axial slice of a head on its rest; bleeding: the size of a fresh one, 0 to 1."""
    size = math.sqrt(max(1 - 0.75 * height * height, 0.05))
    middle = max(1 - 2.2 * abs(height - 0.1), 0.0)
    eyes = 0.13 if -0.75 < height < -0.35 else 0.0
    clot = 0.16 * bleeding * max(1 - 3 * abs(height - 0.2), 0.0)
    head = [
        Ellipse(0, 0.82, 0.62, 0.06, -700),
        Ellipse(0, 0, 0.64 * size, 0.80 * size, MUSCLE),
        Ellipse(0, 0, 0.60 * size, 0.76 * size, BONE),
        Ellipse(0, 0, 0.54 * size, 0.70 * size, BRAIN),
        Ellipse(0, 0, 0.008, 0.66 * size, BRAIN + 25),
        Ellipse(-0.10, -0.06, 0.055 * middle, 0.20 * middle, WATER + 6, 14),
        Ellipse(0.10, -0.06, 0.055 * middle, 0.20 * middle, WATER + 6, -14),
        Ellipse(-0.26, -0.58 * size, eyes, eyes, WATER + 12),
        Ellipse(0.26, -0.58 * size, eyes, eyes, WATER + 12),
        Ellipse(0, -0.50 * size, eyes, eyes, AIR),
        Ellipse(0.30 * size, 0.12, clot, 1.4 * clot, BLOOD, 20),
    ]
    return with_noise(softened(canvas.paint(AIR, head)), 5, random)


def ct_chest(canvas: Canvas, height: float, random: np.random.Generator, nodule: float = 0.0) -> Picture:
    """An axial slice of a chest on its table; nodule: the size of one in the left lung, 0 to 1."""
    lung = math.sqrt(max(1 - height * height, 0.0))
    heart = max(0.9 - abs(height + 0.35), 0.0)
    spot = 0.07 * nodule * max(1 - 5 * abs(height - 0.15), 0.0)
    ribs = [
        Ellipse(side * 0.70 * math.sin(turn), 0.02 - 0.50 * math.cos(turn), 0.05, 0.025, BONE - 350, side * turn * 57)
        for side in (-1, 1)
        for turn in (0.7 + 0.25 * height, 1.2 + 0.2 * height, 1.8 + 0.2 * height, 2.4)
    ]
    body = [
        Ellipse(0, 0.78, 0.95, 0.05, -650),
        Ellipse(0, 0, 0.88, 0.64, FAT),
        Ellipse(0, 0, 0.80, 0.57, MUSCLE),
        Ellipse(-0.40, 0.0, 0.30 * lung, 0.45 * lung, LUNG),
        Ellipse(0.40, 0.0, 0.30 * lung, 0.45 * lung, LUNG),
        Ellipse(0.12, -0.12, 0.36 * heart, 0.30 * heart, MUSCLE - 8, 35),
        Ellipse(0.10, 0.24, 0.06, 0.06, MUSCLE + 2),
        Ellipse(0, 0.42, 0.13, 0.12, BONE - 500),
        Ellipse(0, 0.42, 0.10, 0.09, 180),
        Ellipse(0, 0.31, 0.035, 0.035, WATER + 15),
        Ellipse(0, 0.0, 0.05, 0.045, AIR if height > 0.1 else MUSCLE),
        Ellipse(0.50, 0.10, spot, spot, 30),
        *ribs,
    ]
    return with_noise(softened(canvas.paint(AIR, body)), 12, random)


def mr_brain(canvas: Canvas, height: float, random: np.random.Generator, fluid_is_bright: bool) -> Picture:
    """A slice of a brain in arbitrary units 0 to about 1000: fluid dark (T1) or bright (T2)."""
    fluid, white, grey, fat = (950.0, 300.0, 430.0, 520.0) if fluid_is_bright else (110.0, 560.0, 400.0, 900.0)
    size = math.sqrt(max(1 - 0.75 * height * height, 0.05))
    middle = max(1 - 2.0 * abs(height), 0.0)
    head = [
        Ellipse(0, 0, 0.68 * size, 0.86 * size, fat),
        Ellipse(0, 0, 0.63 * size, 0.81 * size, 40),
        Ellipse(0, 0, 0.59 * size, 0.77 * size, fluid),
        Ellipse(0, 0, 0.57 * size, 0.74 * size, grey),
        Ellipse(-0.25 * size, 0, 0.22 * size, 0.60 * size, white, 4),
        Ellipse(0.25 * size, 0, 0.22 * size, 0.60 * size, white, -4),
        Ellipse(-0.09, -0.05, 0.05 * middle, 0.22 * middle, fluid, 14),
        Ellipse(0.09, -0.05, 0.05 * middle, 0.22 * middle, fluid, -14),
    ]
    coil = 1 - np.float32(0.12) * canvas.x
    return np.abs(with_noise(softened(canvas.paint(8, head)) * coil, 12, random))


def chest_radiograph(canvas: Canvas) -> Picture:
    """Attenuation of a chest seen from the front, 0 (free air) to about 3, without noise."""
    ribs = [
        Ellipse(side * 0.40, -0.62 + 0.17 * number, 0.36, 0.075, 0.30, side * (12 + 2 * number))
        for number in range(8)
        for side in (-1, 1)
    ]
    hollows = [
        Ellipse(side * 0.40, -0.59 + 0.17 * number, 0.37, 0.068, -0.24, side * (12 + 2 * number))
        for number in range(8)
        for side in (-1, 1)
    ]
    body = [
        Ellipse(0, 0.1, 0.90, 1.15, 1.1),
        Ellipse(0, -1.0, 0.28, 0.40, 0.5),
        Ellipse(-0.40, -0.05, 0.30, 0.62, -0.75, 4),
        Ellipse(0.42, -0.05, 0.28, 0.60, -0.75, -4),
        Ellipse(0.14, 0.22, 0.30, 0.36, 0.55, 30),
        Ellipse(0, 0, 0.075, 1.0, 0.45),
        Ellipse(0, 0.85, 0.80, 0.40, 0.6),
    ]
    return np.clip(softened(canvas.add([*body, *ribs, *hollows]), 3), 0, None)


def ultrasound_loop(canvas: Canvas, frames: int, random: np.random.Generator) -> NDArray[np.uint8]:
    """RGB frames of a fan with speckle, a cyst that breathes and a coloured vessel that pulses."""
    rows, columns = canvas.shape
    depth = np.hypot(canvas.x * 0.9, canvas.y + 1.1)
    fan = (depth > 0.25) & (depth < 2.0) & (np.abs(canvas.x * 0.9) < (canvas.y + 1.1) * 0.75)
    tissue = softened(random.rayleigh(70, canvas.shape).astype(np.float32)) * (1.15 - depth / 2.6)
    loop = np.zeros((frames, rows, columns, 3), np.uint8)
    for number in range(frames):
        phase = 2 * math.pi * number / frames
        grey = with_noise(np.where(fan, tissue, 0), 5, random)
        grey[Ellipse(-0.2, 0.05 + 0.05 * math.sin(phase), 0.22, 0.17, 0).mask(canvas)] *= 0.12
        grey = np.where(fan, np.clip(grey, 0, 255), 0)
        loop[number] = grey[..., np.newaxis].astype(np.uint8)
        vessel = Ellipse(0.32, 0.30, 0.16, 0.05, 0, -25).mask(canvas) & fan
        loop[number, vessel] = (90 + int(150 * (0.5 + 0.5 * math.sin(2 * phase))), 30, 40)
    return loop


def angiogram_loop(canvas: Canvas, frames: int, random: np.random.Generator) -> NDArray[np.uint8]:
    """Grey frames in which contrast runs through a branching vessel, 0 to 255."""
    centre = 0.25 * np.sin(2.5 * canvas.y)
    branch = centre + np.maximum(canvas.y, 0) * 0.6
    on_vessel = (np.abs(canvas.x - centre) < 0.05) | ((np.abs(canvas.x - branch) < 0.035) & (canvas.y > 0))
    ground = softened(canvas.paint(205, [Ellipse(0, 0, 0.9, 1.2, 165), Ellipse(-0.5, 0.2, 0.2, 0.9, 140, 10)]), 2)
    loop = np.zeros((frames, *canvas.shape), np.uint8)
    for number in range(frames):
        front = -1 + 2.6 * number / frames
        filled = on_vessel & (canvas.y < front) & (canvas.y > front - 1.6)
        picture = with_noise(np.where(filled, ground - 95, ground), 4, random)
        loop[number] = np.clip(picture, 0, 255).astype(np.uint8)
    return loop
