"""Codes of modalities to choose from (PS3.3 C.7.3.1.1.1), or any other to be typed."""

from PySide6.QtWidgets import QComboBox

_USUAL = ("CR", "CT", "DX", "ES", "IO", "MG", "MR", "NM", "OT", "PT", "PX", "RF", "US", "XA")


def modality_box(first: str = "") -> QComboBox:
    """first: what stands there at the beginning; "" for any."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems(["", *_USUAL])
    box.setCurrentText(first)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    return box
