"""What is noticed about an AE title as it is typed (PS3.5 6.2, VR AE), beside those that are taken."""

from collections.abc import Iterable, Iterator

from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.remarks import Remark, RemarkCode

_LONGEST = 16


def title_remarks(text: str, field: str) -> Iterator[Remark]:
    """Form alone. text: as typed."""
    title = text.strip(" ")
    if not title:
        yield Remark(RemarkCode.TITLE_MISSING, Severity.FAULT, "An AE title is missing.", field)
        return
    if title != text:
        told = "Blanks before or after the AE title do not count and are left out."
        yield Remark(RemarkCode.TITLE_OUTER_BLANK, Severity.REMARK, told, field)
    if len(title) > _LONGEST:
        told = f"An AE title has at most {_LONGEST} characters, this one has {len(title)}."
        yield Remark(RemarkCode.TITLE_TOO_LONG, Severity.FAULT, told, field)
    if wrong := next((sign for sign in title if sign == "\\" or not (sign.isascii() and sign.isprintable())), ""):
        told = f"An AE title takes printable ASCII but the backslash, not {wrong!a}."
        yield Remark(RemarkCode.TITLE_CHARACTERS, Severity.FAULT, told, field)
    if " " in title:
        told = (
            "The AE title has a blank inside: some systems cannot enter one; make sure that the other side has it, too."
        )
        yield Remark(RemarkCode.TITLE_INNER_BLANK, Severity.WARNING, told, field)


def twin_remarks(text: str, others: Iterable[tuple[str, str]], field: str) -> Iterator[Remark]:
    """Titles that differ in case alone. others: each title and who has it."""
    title = text.strip(" ")
    for other, holder in others:
        if title and other != title and other.casefold() == title.casefold():
            told = (
                f"{holder} has the AE title {other}: case counts, so the two are different, and easily taken for one."
            )
            yield Remark(RemarkCode.CASE_TWIN, Severity.WARNING, told, field)
            return
