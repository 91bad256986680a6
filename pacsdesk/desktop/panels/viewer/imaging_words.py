"""What pacsdesk.imaging says in English and the viewer shows: marked here for translation, for imaging knows no Qt.

Titles of presets and labels of facts, in the context "Imaging"; a test finds the one that is missing. Reasons why an
object cannot be shown are errors and stay as they come, as those of the engine do.
"""

from pacsdesk.desktop.kit.translation import marked, translate

PRESETS = (
    marked("Imaging", "Abdomen"),
    marked("Imaging", "Lung"),
    marked("Imaging", "Mediastinum"),
    marked("Imaging", "Soft tissue"),
    marked("Imaging", "Brain"),
    marked("Imaging", "Subdural"),
    marked("Imaging", "Stroke"),
    marked("Imaging", "Bone"),
    marked("Imaging", "Angiography"),
    marked("Imaging", "Liver"),
    marked("Imaging", "0 to 5"),
    marked("Imaging", "0 to 10"),
    marked("Imaging", "0 to 20"),
)
LABELS = (
    marked("Imaging", "Content"),
    marked("Imaging", "Made"),
    marked("Imaging", "Manufacturer"),
    marked("Imaging", "Completion"),
    marked("Imaging", "Verification"),
    marked("Imaging", "Author"),
    marked("Imaging", "Media type"),
    marked("Imaging", "Size"),
    marked("Imaging", "Channels"),
    marked("Imaging", "Description"),
    marked("Imaging", "Intent"),
    marked("Imaging", "Fractions"),
    marked("Imaging", "Beams"),
    marked("Imaging", "Approval"),
    marked("Imaging", "Structures"),
    marked("Imaging", "Creator"),
    marked("Imaging", "Images"),
    marked("Imaging", "Annotations"),
    marked("Imaging", "Objects"),
)
PLACES = (
    marked("Imaging", "Series"),
    marked("Imaging", "Thickness"),
    marked("Imaging", "Position"),
)


def place_in_own_words(line: str) -> str:
    """A line over the image that says where it lies, "Thickness 5.0 mm"; its first word is translated where it is one
    of ours, for the rest is data.
    """
    word, space, value = line.partition(" ")
    return f"{translate('Imaging', word)}{space}{value}" if word in PLACES else line
