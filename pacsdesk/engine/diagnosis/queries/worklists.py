"""worklist-empty: a worklist without those who wait, with others, or with names that nobody can read. Pure."""

import re
from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.queries import QueryModel, QueryOutcome
from pacsdesk.contract.worklists import MODALITY, START_DATE, STATION

_SHOWN = 3
_WILDCARDS = ("*", "?")
# UTF-8 that was read as Latin-1 shows each letter as two, of which the first is one of these; and what no set has
_GARBLED = re.compile("[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|\ufffd")

_REPAIRS = {
    STATION: (
        "See in the information system which station AE title orders for this room get, and correct the mapping there.",
        "Or have the device ask without the station, if its list then stays short enough.",
    ),
    MODALITY: (
        "See in the information system to which modality the procedure code is mapped, and correct it there.",
        "Or have the device ask for both modalities.",
    ),
    START_DATE: (
        "Compare date and time zone of the device, the worklist server and the information system.",
        "See for which day the order was planned: it may have been moved.",
    ),
}
_OTHER_DAYS = "Ask for the day for which the order is planned: only two weeks before and after were tried."
_OTHERWISE = ("At the device that asked in vain, look what it fills in here: a default, or what a person typed.",)


def repair_of_worklist(name: str) -> tuple[str, ...]:
    """What to do about the key that hid those who wait."""
    return _REPAIRS.get(name, _OTHERWISE)


def nobody_waits(peer: str, ways: int, *, has_day: bool) -> Finding:
    """Nothing helped: no order is there, or none of these days. has_day: whether one was asked for."""
    return Finding(
        FindingCode.WORKLIST_EMPTY,
        Severity.WARNING,
        f"{peer} has nobody on its worklist who matches; the other ways that were tried found nobody either.",
        Confidence.LIKELY,
        (f"{ways} other ways to ask matched nothing either.",),
        (
            *((_OTHER_DAYS,) if has_day else ()),
            "See in the information system whether the order exists, and whether it is planned and released: orders "
            "that are only placed, begun or completed do not stand in worklists.",
            f"See whether orders reach {peer} at all: its HL7 interface (ORM, OMI), its queue, the time of the last "
            "message.",
            f"See in {peer} whether the calling AE title may see this list.",
        ),
        "Enter a test order for today in the information system and ask again: if it does not come, the feed is down.",
    )


def findings_of_worklist(outcome: QueryOutcome) -> tuple[Finding, ...]:
    """What is wrong with the entries that came."""
    if outcome.order.model is not QueryModel.WORKLIST or not outcome.rows:
        return ()
    return (*_foreign(outcome), *_garbled(outcome))


def _foreign(outcome: QueryOutcome) -> Iterator[Finding]:
    """Entries for another station or modality than was asked for: the server does not look at that key."""
    for name in (STATION, MODALITY):
        asked = next((key.value.strip() for key in outcome.order.keys if key.name == name), "")
        if not asked or any(sign in asked for sign in _WILDCARDS):
            continue
        others = [one for one in _column(outcome, name) if one and asked not in one.split("\\")]
        if others:
            shown = ", ".join(list(dict.fromkeys(others))[:_SHOWN])
            yield Finding(
                FindingCode.WORKLIST_EMPTY,
                Severity.WARNING,
                f"{outcome.peer} answers with entries for other {'stations' if name == STATION else 'modalities'} than "
                f"{asked}: it does not look at this key, and the device shows patients who are not meant for it.",
                Confidence.CERTAIN,
                (f"{len(others)} of {len(outcome.rows)} entries are for {shown}.",),
                (
                    f"Have {outcome.peer} match {name.rpartition('.')[2]}: it is a required matching key (PS3.4 "
                    "table K.6-1).",
                    "Until then filter at the device.",
                ),
            )


def _garbled(outcome: QueryOutcome) -> Iterator[Finding]:
    names = [name for name in _column(outcome, "PatientName") if _GARBLED.search(name)]
    if names:
        yield Finding(
            FindingCode.WORKLIST_EMPTY,
            Severity.WARNING,
            f"{outcome.peer} sends names that cannot be read: they are written in one character set and said to be in "
            "another.",
            Confidence.LIKELY,
            (f"{len(names)} of {len(outcome.rows)} names have signs as of UTF-8 that was taken for Latin letters.",),
            (
                f"Have the Specific Character Set (0008,0005) of {outcome.peer} set to what its names are written in: "
                "ISO_IR 192 for UTF-8, ISO_IR 100 for Western European letters.",
                "See in which character set orders come in: the HL7 message says it in MSH-18.",
            ),
            "Look at one name in the information system: if it is right there, it breaks at the worklist server.",
        )


def _column(outcome: QueryOutcome, name: str) -> list[str]:
    if name not in outcome.columns:
        return []
    place = outcome.columns.index(name)
    return [row[place] for row in outcome.rows]
