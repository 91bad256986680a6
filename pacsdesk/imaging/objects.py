"""One stored object opened for showing: its header once, its frames one at a time, each with all that it needs.

opened = open_object(read_at, size)
picture = opened.picture(0)        # raises Undisplayable with a reason for a person
"""

from dataclasses import dataclass

from pydicom.dataset import Dataset

from pacsdesk.imaging.attributes import text
from pacsdesk.imaging.colour import Rgb, is_colour, to_rgb
from pacsdesk.imaging.decode import Values, decode_frame, is_supported, unsupported
from pacsdesk.imaging.frames import Frames, find_frames
from pacsdesk.imaging.geometry import Geometry, read_geometry
from pacsdesk.imaging.grey_scale import read_grey_scale
from pacsdesk.imaging.header import Header, read_header
from pacsdesk.imaging.layout import PixelLayout, read_layout
from pacsdesk.imaging.overlays import CornerTexts, Mask, frame_rate, read_corner_texts, read_overlay
from pacsdesk.imaging.source import ByteSource, ReadAt
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable, damage_as_reason
from pacsdesk.imaging.windowing import GreyScale


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One frame, ready to be windowed and shown. stored: grey values (rows, columns), or RGB (rows, columns, 3).

    scale is None for colour.
    """

    stored: Values | Rgb
    scale: GreyScale | None
    geometry: Geometry
    texts: CornerTexts
    overlay: Mask | None
    modality: str

    @property
    def size_bytes(self) -> int:
        """What it costs to keep."""
        return int(self.stored.nbytes) + (int(self.overlay.nbytes) if self.overlay is not None else 0)


class OpenedObject:
    """An object whose header has been read. obstacle: why it has no pictures at all, None when it has."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._layout: PixelLayout | None = None
        self._frames: Frames | None = None
        self.obstacle: Undisplayable | None = None
        try:
            self._find_pixels()
        except Undisplayable as reason:
            self.obstacle = reason

    @property
    def dataset(self) -> Dataset:
        """The elements before the pixel data."""
        return self._header.dataset

    @property
    def header(self) -> Header:
        """The header as it was read."""
        return self._header

    @property
    def number_of_frames(self) -> int:
        """Frames that can be asked for; 0 when there are no pictures."""
        return self._frames.count if self._frames else 0

    @property
    def frame_rate(self) -> float:
        """Frames a second at which the object wants to be played."""
        return frame_rate(self.dataset)

    def read_frame(self, index: int) -> bytes:
        """Fetch a frame's bytes as stored. Raises Undisplayable. One thread at a time: it reads from the source."""
        if self._frames is None:
            raise self.obstacle or Undisplayable(Obstacle.NO_PIXELS, "The object has no pixel data.")
        data = self._frames.read(index)
        if self._frames.count == 1:
            self._header.source.forget()  # a stack keeps many objects open, each needs its bytes once
        return data

    def decode(self, data: bytes, index: int) -> Picture:
        """Make a picture of a frame's bytes. Raises Undisplayable. Any thread."""
        layout, ds = self._layout, self.dataset
        if layout is None:
            raise self.obstacle or Undisplayable(Obstacle.NO_PIXELS, "The object has no pixel data.")
        with damage_as_reason("The frame or its description is damaged."):
            values, claim = decode_frame(data, layout, index)
            geometry = read_geometry(ds, index)
            shows_colour = is_colour(layout)
            return Picture(
                stored=to_rgb(values, layout, claim, ds) if shows_colour else values,
                scale=None if shows_colour else read_grey_scale(ds, layout, index),
                geometry=geometry,
                texts=read_corner_texts(ds, geometry),
                overlay=read_overlay(ds, layout, index),
                modality=text(ds, "Modality"),
            )

    def picture(self, index: int) -> Picture:
        """Fetch and decode a frame. Raises Undisplayable."""
        return self.decode(self.read_frame(index), index)

    def _find_pixels(self) -> None:
        if self._header.pixels is None:
            raise Undisplayable(Obstacle.NO_PIXELS, "The object has no pixel data.")
        if not is_supported(self._header.transfer_syntax):
            raise unsupported(self._header.transfer_syntax)
        with damage_as_reason("The description of the pixels is damaged."):
            layout = read_layout(self._header)
            self._frames = find_frames(self._header, layout)
        self._layout = layout


def open_object(read_at: ReadAt, size: int) -> OpenedObject:
    """Open an object of `size` bytes, reading its header. Raises Undisplayable when even that cannot be read."""
    return OpenedObject(read_header(ByteSource(read_at, size)))
