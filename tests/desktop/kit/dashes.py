"""A language in which every sentence is its values and dashes, so that whatever is left of English shows."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QTranslator

from pacsdesk.contract.records.findings import Finding
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.engine.network.scu.proposing import OFFERS

# what a value may be: commands, numbers and what has one, names of the standard
_VALUES = re.compile(r"`[^`]*`|\{\w+\}|[\w.:-]*\d[\w.:-]*|" + "|".join(re.escape(one.name) for one in OFFERS))
_NAMES = frozenset(
    {
        *(
            "Archive",
            "ARCHIVE",
            "PACSDESK",
            "PACSDSEK",
            "PACS",
            "OLD",
            "CT",
            "room",
            "store",
            "COMPLETED",
            "DOE",
            "None",
            "tls",
            "plain",
        ),
        *("C-MOVE", "C-GET", "C-FIND", "C-STORE", "N-SET", "N-ACTION", "N-EVENT-REPORT", "STUDY", "TLS"),
        *("PatientID", "PatientName", "Modality", "Storage", "Image", "Find", "Study", "Root", "Query", "Model"),
        *("Non-Hierarchical", "First-Order", "Prediction", "Process", "Selection", "Value"),
        *("patient-root", "study-root", "ModalitiesInStudy", "Retrieve"),
        *("Explicit", "VR", "Little", "Endian", "JPEG", "Lossless", "INFORMATION", "Information", "FIND"),
    }
)


class Dashes(QTranslator):
    """The language itself."""

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return " - ".join(["", *re.findall(r"\{\w+\}", source_text), ""])


def english_in(text: str) -> list[str]:
    """The words of a text as it is shown that neither a value has nor the language of dashes."""
    return [word for word in re.findall(r"[A-Za-z-]{2,}", _VALUES.sub("", in_own_words(text))) if word not in _NAMES]


def texts_of(found: Iterable[Finding]) -> Iterator[str]:
    """All that a card shows of findings."""
    for one in found:
        yield from (one.cause, *one.evidence, *one.repair)
        if one.further_test:
            yield one.further_test


def english_of(found: Iterable[Finding]) -> dict[str, list[str]]:
    """What stays English in findings, by the text in which it does."""
    return {text: left for text in texts_of(found) if (left := english_in(text))}
