"""What a person has chosen to see: tool, window, inversion, texts; and what follows from it for a frame. No widget."""

from dataclasses import dataclass, replace
from enum import StrEnum

from pacsdesk.desktop.kit.translation import translate
from pacsdesk.imaging.objects import Picture
from pacsdesk.imaging.presets import presets_for
from pacsdesk.imaging.windowing import GreyScale, Voi, Window, automatic_window, default_voi, window_of

_SMALLEST_WIDTH = 1e-4
_FULL_DRAG = 512  # view pixels of drag that change the window by its own size


class Tool(StrEnum):
    """What a drag with the left button does."""

    WINDOW = "window"
    PAN = "pan"
    ZOOM = "zoom"
    SCROLL = "scroll"


class WindowKind(StrEnum):
    """Where the window comes from."""

    OBJECT = "object"  # each frame's own
    AUTOMATIC = "automatic"
    CHOSEN = "chosen"  # a preset or a drag, the same for all frames


@dataclass(frozen=True, slots=True)
class WindowOption:
    """An entry of the window menu."""

    label: str
    kind: WindowKind
    number: int = 0  # of the object's own
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything a double click takes back but the tool and the texts."""

    tool: Tool = Tool.WINDOW
    kind: WindowKind = WindowKind.OBJECT
    number: int = 0
    window: Window | None = None
    is_inverted: bool = False
    has_texts: bool = True

    def reset(self) -> "ViewState":
        """As the object asks to be shown."""
        return ViewState(tool=self.tool, has_texts=self.has_texts)

    def choose(self, option: WindowOption) -> "ViewState":
        """Take an entry of the window menu."""
        return replace(self, kind=option.kind, number=option.number, window=option.window)

    def settle(self, picture: Picture) -> "ViewState":
        """For a series without windows: the first frame's automatic window holds for all, so that a stack does not
        flicker."""
        scale = picture.scale
        is_open = self.kind is WindowKind.AUTOMATIC or (
            self.kind is WindowKind.OBJECT and scale is not None and not (scale.windows or scale.voi_tables)
        )
        if scale is None or not is_open or self.window is not None:
            return self
        return replace(self, window=automatic_window(picture.stored, scale))

    def voi(self, picture: Picture, scale: GreyScale) -> Voi:
        """The window or VOI LUT in force for a frame."""
        if self.kind is WindowKind.OBJECT:
            own: tuple[Voi, ...] = (*scale.voi_tables, *scale.windows)
            if own:
                return own[min(self.number, len(own) - 1)]
        return self.window if self.window is not None else default_voi(picture.stored, scale)

    def dragged(self, picture: Picture, right: float, down: float) -> "ViewState":
        """A step of a window drag: rightwards widens, downwards darkens (the centre rises)."""
        if picture.scale is None:
            return self
        before = window_of(self.voi(picture, picture.scale))
        step = max(before.width, _SMALLEST_WIDTH) / _FULL_DRAG * 2
        width = max(before.width + right * step, _SMALLEST_WIDTH)
        return replace(self, kind=WindowKind.CHOSEN, window=Window(before.center + down * step, width, before.function))


def window_options(picture: Picture) -> tuple[WindowOption, ...]:
    """The window menu for a frame: the object's own, automatic, then the modality's presets. () for colour."""
    scale = picture.scale
    if scale is None:
        return ()
    own: tuple[Voi, ...] = (*scale.voi_tables, *scale.windows)
    options = [
        WindowOption(_own_label(voi, number), WindowKind.OBJECT, number=number) for number, voi in enumerate(own)
    ]
    options.append(WindowOption(translate("Viewer", "Automatic"), WindowKind.AUTOMATIC))
    options += [
        WindowOption(translate("Imaging", preset.explanation), WindowKind.CHOSEN, window=preset)
        for preset in presets_for(picture.modality)
    ]
    return tuple(options)


def _own_label(voi: Voi, number: int) -> str:
    name = voi.explanation or translate("Viewer", "From the image")
    if not voi.explanation and number:
        name = translate("Viewer", "From the image {number}").format(number=number + 1)
    if not isinstance(voi, Window):
        return f"{name}  (VOI LUT)"
    words = translate("Viewer", "W {width}  L {center}", "window width and center")
    return f"{name}  ({words.format(width=f'{voi.width:g}', center=f'{voi.center:g}')})"
