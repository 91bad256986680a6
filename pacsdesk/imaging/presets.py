"""Usual windows per modality, as data. A new preset: one line; the first nine of a modality get the keys 1 to 9."""

from pacsdesk.imaging.windowing import Window

PRESETS: dict[str, tuple[Window, ...]] = {
    "CT": (
        Window(40, 400, explanation="Abdomen"),
        Window(-600, 1500, explanation="Lung"),
        Window(40, 350, explanation="Mediastinum"),
        Window(50, 350, explanation="Soft tissue"),
        Window(40, 80, explanation="Brain"),
        Window(80, 200, explanation="Subdural"),
        Window(35, 40, explanation="Stroke"),
        Window(480, 2500, explanation="Bone"),
        Window(300, 600, explanation="Angiography"),
        Window(60, 160, explanation="Liver"),
    ),
    "PT": (
        Window(2.5, 5, explanation="0 to 5"),
        Window(5, 10, explanation="0 to 10"),
        Window(10, 20, explanation="0 to 20"),
    ),
}


def presets_for(modality: str) -> tuple[Window, ...]:
    """The presets of a modality ("CT"); () where values have no common scale."""
    return PRESETS.get(modality, ())
