"""Which program wrote a log, and what it tells. A new dialect: its file, one import and one line in DIALECTS."""

from datetime import date
from itertools import islice
from typing import IO

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.logs import LogFormat
from pacsdesk.engine.diagnosis.logs import dcm4che, dcmtk, orthanc, pynetdicom
from pacsdesk.engine.diagnosis.logs.lines import lines_of
from pacsdesk.engine.diagnosis.logs.phrases import Dialect
from pacsdesk.engine.diagnosis.logs.story import Story, story_of

# what others quote comes after who quotes it: Orthanc traces in DCMTK's words
DIALECTS: tuple[Dialect, ...] = (orthanc.DIALECT, dcm4che.DIALECT, pynetdicom.DIALECT, dcmtk.DIALECT)
_LOOKED_AT = 20_000  # lines, to know the program


def read_log(stream: IO[bytes], day: date) -> tuple[LogFormat, Story]:
    """Raises InvalidInput when no dialect fits. stream: from its beginning, and can go back there."""
    dialect = _dialect(stream, day)
    stream.seek(0)
    return dialect.format, story_of(lines_of(stream, day), dialect)


def _dialect(stream: IO[bytes], day: date) -> Dialect:
    signs = dict.fromkeys(range(len(DIALECTS)), 0)
    for line in islice(lines_of(stream, day), _LOOKED_AT):
        for number, dialect in enumerate(DIALECTS):
            if dialect.signs.search(line.text):
                signs[number] += 1
                break
    best = max(signs, key=lambda number: signs[number])
    if not signs[best]:
        raise InvalidInput(
            "This is no log that PACSDesk can read.",
            f"It reads logs of {', '.join(LogFormat)}, which tell of associations.",
            "Have the program write more: its debug or verbose level.",
        )
    return DIALECTS[best]
