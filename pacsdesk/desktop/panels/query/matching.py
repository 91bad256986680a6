"""How the standard matches a key (PS3.4 C.2.2.2), in words for a person, and what in a value would match nothing.

Nothing here forbids: a bench asks wrongly on purpose.
"""

import re
from collections.abc import Callable

from pacsdesk.contract.days import DaysDoubt, dicom_days, doubt_about_days
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panels.query.dictionary import SEQUENCE

_WILDCARDS = re.compile(r"[*?]")
_TIME = re.compile(r"[\d.]{2,13}|[\d.]{2,13}-([\d.]{2,13})?|-[\d.]{2,13}")
_UIDS = re.compile(r"[0-9.\\]+")

_NAME = marked("Query", "Family^Given. * stands for any signs, ? for one: DOE^J*")
_TEXT = marked("Query", "The whole value. * stands for any signs, ? for one.")
_CODE = marked("Query", "The code as it stands there, in capitals. * and ? are wildcards.")
_DATES = marked("Query", "One day as 2026-03-01, or a range: 2026-03-01..2026-03-31, 2026-03-01.., ..2026-03-31.")
_TIMES = marked("Query", "A time as 0930, or a range: 0900-1200, 0900-, -1200.")
_UID = marked("Query", "The whole UID, without wildcards. A list has a backslash between two.")
_NUMBER = marked("Query", "The exact number, without wildcards.")
_IN_IT = marked("Query", "A sequence: ask for what is in it, as Sequence.Modality.")
_COUNTED = marked("Query", "Counted by the peer. Leave it empty; hardly any archive matches it.")
_UNKNOWN = marked("Query", "Whether and how it is matched depends on the peer.")

_DOUBTS_OF_DAYS = {
    DaysDoubt.WILDCARDS: marked("Query", "A date has no wildcards: write a range."),
    DaysDoubt.NEITHER: marked("Query", "Neither a day nor a range of days; it is asked as it stands here."),
    DaysDoubt.TURNED_ROUND: marked("Query", "The range ends before it begins."),
    DaysDoubt.OTHER_FORM: marked("Query", "Dates are eight digits, year first."),
}

_BY_VR = {
    "PN": _NAME,
    "CS": _CODE,
    "DA": _DATES,
    "TM": _TIMES,
    "DT": marked("Query", "A moment as 202603010930, or a range with - between."),
    "UI": _UID,
    SEQUENCE: _IN_IT,
    **dict.fromkeys(("LO", "SH", "AE", "LT", "ST", "UT", "UC", "UR"), _TEXT),
    **dict.fromkeys(("IS", "DS", "US", "SS", "UL", "SL", "FL", "FD", "AS", "UV", "SV"), _NUMBER),
}


def matching_words(name: str, vr: str) -> str:
    """How a key is matched."""
    last = name.rpartition(".")[2]
    if last.startswith("NumberOf") and "Related" in last:
        return translate("Query", _COUNTED)
    return translate("Query", _BY_VR.get(vr, _UNKNOWN))


def doubt_about(vr: str, value: str) -> str:
    """Why a value may match nothing, with what to write instead; "" for nothing to say."""
    if value != value.strip(" "):
        return translate("Query", "The blanks at its beginning or end may hide the result.")
    doubt = _DOUBTS.get(vr)
    return doubt(value) if value and doubt is not None else ""


def asked_value(vr: str, typed: str) -> str:
    """What is asked for when a person types this: days as DICOM has them, anything else as it is."""
    try:
        return dicom_days(typed) if vr == "DA" else typed
    except ValueError:
        return typed


def _of_name(value: str) -> str:
    if "^" in value or _WILDCARDS.search(value):
        return ""
    family, comma, given = value.partition(",")
    if not comma:
        given, _, family = value.rpartition(" ")
    if not given.strip() or not family.strip():
        return ""
    return _instead(f"{family.strip()}^{given.strip()}", translate("Query", "Family and given name have a ^ between."))


def _of_code(value: str) -> str:
    return "" if value == value.upper() else _instead(value.upper(), translate("Query", "Codes stand in capitals."))


def _of_date(value: str) -> str:
    found = doubt_about_days(value)
    if found is None:
        return ""
    doubt, instead = found
    why = translate("Query", _DOUBTS_OF_DAYS[doubt])
    return _instead(instead, why) if instead else why


def _of_time(value: str) -> str:
    if _TIME.fullmatch(value):
        return ""
    return translate("Query", "Times are digits without colons, as 0930 or 093000.")


def _of_uid(value: str) -> str:
    if _WILDCARDS.search(value):
        return translate("Query", "A UID has no wildcards.")
    if not _UIDS.fullmatch(value):
        return translate("Query", "A UID has digits and points only.")
    if any(len(uid) > 64 for uid in value.split("\\")):
        return translate("Query", "A UID has at most 64 characters.")
    return ""


def _of_number(value: str) -> str:
    return translate("Query", "A number has no wildcards.") if _WILDCARDS.search(value) else ""


def _instead(value: str, why: str) -> str:
    return translate("Query", "{why} Write {value}.").format(why=why, value=value)


_DOUBTS: dict[str, Callable[[str], str]] = {
    "PN": _of_name,
    "CS": _of_code,
    "DA": _of_date,
    "TM": _of_time,
    "UI": _of_uid,
    **dict.fromkeys(("IS", "DS", "US", "SS", "UL", "SL"), _of_number),
}
