"""Instances with pixels: each function makes one series of a visit, complete enough for every viewer.

The order of pixels is the dataset's: rows, then columns, little endian (PS3.5 8.1.1, 8.2).
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    ComputedRadiographyImageStorage,
    CTImageStorage,
    EnhancedCTImageStorage,
    ExplicitVRLittleEndian,
    MRImageStorage,
    RLELossless,
    UltrasoundImageStorage,
    UltrasoundMultiFrameImageStorage,
    XRayAngiographicImageStorage,
)

from pacsdesk.engine.training import phantoms
from pacsdesk.engine.training.drawing import Canvas, Picture, with_noise
from pacsdesk.engine.training.roster import Visit, identified, invented_uid

_SKULL_WINDOWS = ((40, 80, "BRAIN"), (600, 2800, "BONE"))
_CHEST_WINDOWS = ((40, 400, "MEDIASTINUM"), (-600, 1500, "LUNG"))
# direction cosines of a head tilted by 20 degrees: rows still run to the left, columns down and forward
_OBLIQUE = (1.0, 0.0, 0.0, 0.0, 0.9397, -0.3420)
_AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def ct_head(visit: Visit, series_number: int, slices: int, size: int, bleeding: float = 0.0) -> Iterator[Dataset]:
    """Axial slices of a head, 6 mm apart, with brain and bone windows."""
    canvas = Canvas(size, size)
    for number, height in enumerate(np.linspace(-0.9, 0.95, slices), start=1):
        random = np.random.default_rng((visit.number, number))
        picture = phantoms.ct_head(canvas, float(height), random, bleeding)
        yield _ct_slice(visit, series_number, number, picture, 230 / size, _SKULL_WINDOWS)


def ct_chest(visit: Visit, series_number: int, slices: int, size: int, nodule: float = 0.0) -> Iterator[Dataset]:
    """Axial slices of a chest, 6 mm apart, with mediastinum and lung windows."""
    canvas = Canvas(size, size)
    for number, height in enumerate(np.linspace(-0.95, 0.95, slices), start=1):
        random = np.random.default_rng((visit.number, number))
        picture = phantoms.ct_chest(canvas, float(height), random, nodule)
        yield _ct_slice(visit, series_number, number, picture, 380 / size, _CHEST_WINDOWS)


def mr_brain(visit: Visit, series_number: int, slices: int, size: int, fluid_is_bright: bool) -> Iterator[Dataset]:
    """Oblique slices of a brain, 5 mm apart, without any window in the header."""
    canvas = Canvas(size, size)
    for number, height in enumerate(np.linspace(-0.85, 0.9, slices), start=1):
        random = np.random.default_rng((visit.number, series_number, number))
        picture = phantoms.mr_brain(canvas, float(height), random, fluid_is_bright)
        ds = identified(visit, series_number, number, MRImageStorage)
        ds.SeriesDescription = "T2 TSE oblique" if fluid_is_bright else "T1 SE oblique"
        ds.ImageType = ["ORIGINAL", "PRIMARY", "M"]
        ds.ScanningSequence, ds.SequenceVariant = "SE", "NONE"
        ds.RepetitionTime, ds.EchoTime = (4000, 95) if fluid_is_bright else (500, 12)
        ds.MagneticFieldStrength = 1.5
        _place(ds, 240 / size, _OBLIQUE, (-120.0, -110.0 + 1.71 * number, -60.0 + 4.7 * number), 5)
        _set_grey(ds, np.clip(picture, 0, 4095).astype(np.uint16), bits=12)
        yield ds


def chest_radiograph(
    visit: Visit, series_number: int, rows: int, columns: int, is_compressed: bool = False
) -> Iterator[Dataset]:
    """One exposure in MONOCHROME1: low values are bright, as the plate had it."""
    # drawn at half the resolution: nobody sees it under the noise, and it takes a quarter of the time
    picture = phantoms.chest_radiograph(Canvas(rows // 2, columns // 2)).repeat(2, axis=0).repeat(2, axis=1)
    picture = with_noise(picture, 0.02, np.random.default_rng(visit.number))
    ds = identified(visit, series_number, 1, ComputedRadiographyImageStorage)
    ds.SeriesDescription = "Chest PA"
    ds.ViewPosition = "PA"
    ds.ImagerPixelSpacing = [_decimal(430 / rows)] * 2
    ds.WindowCenter, ds.WindowWidth = 2300, 2600
    values = 3600 - np.clip(picture, 0, 3) * 1050
    _set_grey(ds, np.clip(values, 0, 4095).astype(np.uint16), bits=12, photometric="MONOCHROME1")
    yield compressed(ds) if is_compressed else ds


def ultrasound_loop(visit: Visit, series_number: int, frames: int, rows: int, columns: int) -> Iterator[Dataset]:
    """A colour loop; one frame alone makes a single-frame object, compressed."""
    loop = phantoms.ultrasound_loop(Canvas(rows, columns), frames, np.random.default_rng(visit.number))
    is_loop = frames > 1
    ds = identified(visit, series_number, 1, UltrasoundMultiFrameImageStorage if is_loop else UltrasoundImageStorage)
    ds.SeriesDescription = "Abdomen loop" if is_loop else "Abdomen still"
    ds.ImageType = ["ORIGINAL", "PRIMARY", "ABDOMINAL", "0001"]
    if is_loop:
        ds.NumberOfFrames = frames
        ds.FrameTime = 66
        ds.FrameIncrementPointer = 0x00181063
    ds.SamplesPerPixel, ds.PlanarConfiguration = 3, 0
    _set_pixels(ds, loop if is_loop else loop[0], "RGB", bits=8)
    yield ds if is_loop else compressed(ds)


def angiogram(visit: Visit, series_number: int, frames: int, size: int) -> Iterator[Dataset]:
    """A run of contrast through a vessel, 15 frames a second."""
    loop = phantoms.angiogram_loop(Canvas(size, size), frames, np.random.default_rng(visit.number))
    ds = identified(visit, series_number, 1, XRayAngiographicImageStorage)
    ds.SeriesDescription = "Left coronary run"
    ds.ImageType = ["ORIGINAL", "PRIMARY", "SINGLE PLANE"]
    ds.PixelIntensityRelationship = "LIN"
    ds.KVP, ds.RadiationSetting = "75", "GR"
    ds.NumberOfFrames = frames
    ds.FrameTime = 66
    ds.FrameIncrementPointer = 0x00181063
    _set_grey(ds, loop, bits=8)
    yield ds


def enhanced_ct(visit: Visit, series_number: int, frames: int, size: int) -> Iterator[Dataset]:
    """One multi-frame object whose rescale, window and place stand in functional groups (PS3.3 C.7.6.16)."""
    canvas = Canvas(size, size)
    heights = np.linspace(-0.8, 0.9, frames)
    volume = np.stack(
        [
            phantoms.ct_head(canvas, float(height), np.random.default_rng((visit.number, number)))
            for number, height in enumerate(heights)
        ]
    )
    ds = identified(visit, series_number, 1, EnhancedCTImageStorage)
    ds.SeriesDescription = "Head, all slices in one object"
    ds.ImageType = ["ORIGINAL", "PRIMARY", "VOLUME", "NONE"]
    ds.NumberOfFrames = frames
    ds.FrameOfReferenceUID = invented_uid("frame-of-reference", visit.number)
    ds.SharedFunctionalGroupsSequence = [_shared_groups(230 / size)]
    ds.PerFrameFunctionalGroupsSequence = [_frame_groups(number, 6.0 * number) for number in range(frames)]
    _set_grey(ds, _stored(volume), bits=16)
    yield ds


def compressed(ds: Dataset) -> Dataset:
    """The same instance with RLE pixels (PS3.5 annex G), which lose nothing."""
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.compress(RLELossless, encoding_plugin="pydicom", generate_instance_uid=False)
    return ds


def _ct_slice(
    visit: Visit,
    series_number: int,
    number: int,
    picture: Picture,
    spacing: float,
    windows: Sequence[tuple[int, int, str]],
) -> Dataset:
    ds = identified(visit, series_number, number, CTImageStorage)
    ds.SeriesDescription = f"{visit.body_part.title()} axial 6 mm"
    ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    ds.KVP = "120"
    ds.WindowCenter = [center for center, _, _ in windows]
    ds.WindowWidth = [width for _, width, _ in windows]
    ds.WindowCenterWidthExplanation = [name for _, _, name in windows]
    ds.RescaleIntercept, ds.RescaleSlope, ds.RescaleType = "-1024", "1", "HU"
    half = spacing * picture.shape[0] / 2
    _place(ds, spacing, _AXIAL, (-half, -half, 6.0 * number), 6)
    _set_grey(ds, _stored(picture), bits=16)
    return ds


def _stored(hounsfield: Picture) -> NDArray[np.uint16]:
    return np.clip(hounsfield + 1024, 0, 4095).astype(np.uint16)


def _place(
    ds: Dataset, spacing: float, orientation: tuple[float, ...], position: tuple[float, ...], thickness: int
) -> None:
    ds.FrameOfReferenceUID = invented_uid("frame-of-reference", ds.StudyID)
    ds.PositionReferenceIndicator = ""
    ds.PixelSpacing = [_decimal(spacing)] * 2
    ds.ImageOrientationPatient = [_decimal(value) for value in orientation]
    ds.ImagePositionPatient = [_decimal(value) for value in position]
    ds.SliceThickness = str(thickness)


def _shared_groups(spacing: float) -> Dataset:
    group, measures, window, rescale, plane = (Dataset() for _ in range(5))
    measures.PixelSpacing, measures.SliceThickness = [_decimal(spacing)] * 2, "6"
    window.WindowCenter, window.WindowWidth = [40, 600], [80, 2800]
    rescale.RescaleIntercept, rescale.RescaleSlope, rescale.RescaleType = "-1024", "1", "HU"
    plane.ImageOrientationPatient = [_decimal(value) for value in _AXIAL]
    group.PixelMeasuresSequence = [measures]
    group.FrameVOILUTSequence = [window]
    group.PixelValueTransformationSequence = [rescale]
    group.PlaneOrientationSequence = [plane]
    return group


def _frame_groups(number: int, height: float) -> Dataset:
    group, content, position = (Dataset() for _ in range(3))
    content.StackID, content.InStackPositionNumber = "1", number + 1
    content.DimensionIndexValues = [1, number + 1]
    position.ImagePositionPatient = [-115, -115, _decimal(height)]
    group.FrameContentSequence = [content]
    group.PlanePositionSequence = [position]
    return group


def _set_grey(
    ds: Dataset, pixels: NDArray[np.uint8] | NDArray[np.uint16], bits: int, photometric: str = "MONOCHROME2"
) -> None:
    ds.SamplesPerPixel = 1
    _set_pixels(ds, pixels, photometric, bits)


def _set_pixels(ds: Dataset, pixels: NDArray[np.uint8] | NDArray[np.uint16], photometric: str, bits: int) -> None:
    """pixels: shape as in phantoms; bits: how many of each stored value count."""
    plane = pixels.shape[-3:-1] if photometric == "RGB" else pixels.shape[-2:]
    ds.PhotometricInterpretation = photometric
    ds.Rows, ds.Columns = plane
    ds.BitsAllocated = pixels.dtype.itemsize * 8
    ds.BitsStored, ds.HighBit = bits, bits - 1
    ds.PixelRepresentation = 0
    content = pixels.astype(pixels.dtype.newbyteorder("<")).tobytes()
    ds.PixelData = content + b"\0" * (len(content) % 2)


def _decimal(value: float) -> str:
    """A decimal string (VR DS) of at most 16 characters."""
    return f"{value:.4f}"
