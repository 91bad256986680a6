"""What a trace says of a PDU in the language of the window: the line of its list, names of fields and what they hold.

The engine writes it in English. Names of the standard, and what passed itself (titles, comments, values of elements),
are shown as they came. A new one: a line below, exactly as in the source, values as names in braces.
"""

from collections.abc import Iterator
from functools import lru_cache

from pacsdesk.contract.records.traces import TracedKind, TraceField
from pacsdesk.desktop.kit.engine_words import pattern_of
from pacsdesk.desktop.kit.formatting import format_count
from pacsdesk.desktop.kit.translation import marked, translate

KINDS = {
    TracedKind.OPENED: marked("Relay", "opened"),
    TracedKind.CLOSED: marked("Relay", "closed"),
    TracedKind.OTHER: marked("Relay", "no PDU"),
}
FIELDS = (
    marked("Relay", "PDU type"),
    marked("Relay", "Length"),
    marked("Relay", "Protocol version"),
    marked("Relay", "Called AE title"),
    marked("Relay", "Calling AE title"),
    marked("Relay", "Application context"),
    marked("Relay", "Presentation context"),
    marked("Relay", "Abstract syntax"),
    marked("Relay", "Transfer syntax"),
    marked("Relay", "User information"),
    marked("Relay", "Maximum length"),
    marked("Relay", "Implementation class UID"),
    marked("Relay", "Implementation version name"),
    marked("Relay", "Asynchronous operations window"),
    marked("Relay", "SCP/SCU role selection"),
    marked("Relay", "SOP class extended negotiation"),
    marked("Relay", "SOP class common extended negotiation"),
    marked("Relay", "User identity"),
    marked("Relay", "User identity answer"),
    marked("Relay", "Item {code}, which is not listed"),
    marked("Relay", "Result"),
    marked("Relay", "Source"),
    marked("Relay", "Reason"),
    marked("Relay", "Meaning"),
    marked("Relay", "Presentation data value: command"),
    marked("Relay", "Presentation data value: dataset"),
    marked("Relay", "Presentation context ID"),
    marked("Relay", "Message control header"),
    marked("Relay", "Item"),
    marked("Relay", "End of item"),
    marked("Relay", "End of sequence"),
    marked("Relay", "Cut off"),
    marked("Relay", "Wrong length"),
    marked("Relay", "Not kept"),
    marked("Relay", "Cannot be followed"),
    marked("Relay", "Not DICOM"),
)
_OF_WIRE = ("Implementation version name", "Called AE title", "Calling AE title")  # what they hold is not ours
_OF_COMMAND = ("(0000,0100)", "(0000,0800)", "(0000,0900)")  # the elements whose values are put into words
MASKED = (marked("Relay", "({number} bytes, replaced)"), marked("Relay", "(replaced)"), marked("Relay", "(empty)"))
SAYINGS = (
    # the line of a list, part by part
    marked("Relay", "{address} calls us"),
    marked("Relay", "{address} calls the relay to {host} port {port}"),
    marked("Relay", "we call {host} port {port}"),
    marked("Relay", "the connection is closed"),
    marked("Relay", "the connection ended inside it"),
    marked("Relay", "cannot be followed: {complaint}"),
    marked("Relay", "{calling} calls {called}"),
    marked("Relay", "1 presentation context proposed"),
    marked("Relay", "{number} presentation contexts proposed"),
    marked("Relay", "{number} of 1 presentation context accepted"),
    marked("Relay", "{number} of {wanted} presentation contexts accepted"),
    marked("Relay", "a nameless implementation"),
    marked("Relay", "the release is confirmed"),
    marked("Relay", "wants to release the association"),
    marked("Relay", "message {number}"),
    marked("Relay", "to {title}"),
    marked("Relay", "{number} remaining"),
    marked("Relay", "{number} completed"),
    marked("Relay", "{number} failed"),
    marked("Relay", "{number} warnings"),
    marked("Relay", "dataset"),
    marked("Relay", "part of a command"),
    marked("Relay", "a command that cannot be read: {complaint}"),
    marked("Relay", "end of a dataset of {number} bytes"),
    marked("Relay", "TLS: what follows is encrypted and cannot be read here"),
    marked("Relay", "no DICOM: it begins with {shown}"),
    # how an association was refused or given up
    marked("Relay", "the caller: {what}"),
    marked("Relay", "the called side: {what}"),
    marked("Relay", "rejected for good by {by}: {why}"),
    marked("Relay", "rejected for now by {by}: {why}"),
    marked("Relay", "rejected with result {number}, which is not listed by {by}: {why}"),
    marked("Relay", "aborted by the application"),
    marked("Relay", "aborted by the upper layer: {why}"),
    marked("Relay", "aborted by source {number}, which is not listed: {why}"),
    marked("Relay", "the application"),
    marked("Relay", "its association control"),
    marked("Relay", "its presentation layer"),
    marked("Relay", "source {number}, which is not listed"),
    marked("Relay", "reason {number}, which is not listed"),
    marked("Relay", "no reason given"),
    marked("Relay", "application context not supported"),
    marked("Relay", "calling AE title not recognized"),
    marked("Relay", "called AE title not recognized"),
    marked("Relay", "protocol version not supported"),
    marked("Relay", "temporary congestion"),
    marked("Relay", "local limit exceeded"),
    marked("Relay", "unrecognized PDU"),
    marked("Relay", "unexpected PDU"),
    marked("Relay", "unrecognized PDU parameter"),
    marked("Relay", "unexpected PDU parameter"),
    marked("Relay", "invalid PDU parameter"),
    # results of contexts, and statuses
    marked("Relay", "{code} accepted"),
    marked("Relay", "{code} rejected by the user"),
    marked("Relay", "{code} no reason given"),
    marked("Relay", "{code} abstract syntax not supported"),
    marked("Relay", "{code} transfer syntaxes not supported"),
    marked("Relay", "{code} a result that is not listed"),
    marked("Relay", "{code} success"),
    marked("Relay", "{code} processing failure"),
    marked("Relay", "{code} no such SOP instance"),
    marked("Relay", "{code} SOP class not supported"),
    marked("Relay", "{code} not authorized"),
    marked("Relay", "{code} unrecognized operation"),
    marked("Relay", "{code} move destination unknown"),
    marked("Relay", "{code} warning"),
    marked("Relay", "{code} cancelled"),
    marked("Relay", "{code} pending, some keys not supported"),
    marked("Relay", "{code} pending"),
    marked("Relay", "{code} out of resources"),
    marked("Relay", "{code} cannot be done"),
    # what fields hold
    marked("Relay", "{number} bytes instead of 4"),
    marked("Relay", "{number} bytes were cut"),
    marked("Relay", "{number} bytes"),
    marked("Relay", "no limit"),
    marked("Relay", "{number} invoked"),
    marked("Relay", "{number} performed"),
    marked("Relay", "kind {kind}; who it is was not recorded"),
    marked("Relay", "{uid}: SCU and SCP"),
    marked("Relay", "{uid}: no role"),
    marked("Relay", "it ends inside its fixed fields"),
    marked("Relay", "an item's header is not whole"),
    marked("Relay", "a value's header is not whole"),
    marked("Relay", "item {code} says {number} bytes"),
    marked("Relay", "what follows is no element"),
    marked("Relay", "not accepted"),
    marked("Relay", "{code}: command"),
    marked("Relay", "{code}: dataset"),
    marked("Relay", "the last fragment"),
    marked("Relay", "more fragments follow"),
    marked("Relay", "{code} no dataset"),
    marked("Relay", "{code} a dataset follows"),
)
_NUMBERS = ("number", "wanted")
_PARTS = ("what", "why", "by")  # values that are texts of these themselves
_LONG = (*_PARTS, "complaint", "shown")
_CODE = frozenset("0123456789ABCDEF")
_REMEMBERED = 4096


def kind_in_own_words(kind: TracedKind) -> str:
    """What a line is; a PDU has the standard's name."""
    return translate("Relay", KINDS[kind]) if kind in KINDS else str(kind)


def name_in_own_words(field: TraceField) -> str:
    """The name of a field; of an element of a dataset it is the standard's."""
    return _said(field.name, FIELDS) or field.name


def value_in_own_words(field: TraceField) -> str:
    """What a field holds."""
    if told := _said(field.value, MASKED):
        return told
    is_ours = not field.name.startswith(("(", *_OF_WIRE)) or field.name.startswith(_OF_COMMAND)
    return line_in_own_words(field.value) if is_ours else field.value


def line_in_own_words(text: str) -> str:
    """What a PDU says in one line: as a whole, or part by part."""
    if told := _said(text, SAYINGS):
        return told
    if "; " in text:
        return "; ".join(map(line_in_own_words, text.split("; ")))
    return ", ".join(_parts_in_own_words(text.split(", ")))


def _parts_in_own_words(parts: list[str]) -> Iterator[str]:
    """Two that are one text first, as "FF01 pending" and "some keys not supported"."""
    while parts:
        if len(parts) > 1 and (told := _said(", ".join(parts[:2]), SAYINGS)):
            parts = parts[2:]
        else:
            told, parts = _said(parts[0], SAYINGS) or parts[0], parts[1:]
        yield told


def _said(text: str, known: tuple[str, ...]) -> str:
    """The text in the language of the window, "" when it is none that is known."""
    found = _recognised(text, known)
    if found is None:
        return ""
    sentence, values = found
    return translate("Relay", sentence).format(**{name: _value(name, value) for name, value in values.items()})


@lru_cache(_REMEMBERED)
def _recognised(text: str, known: tuple[str, ...]) -> tuple[str, dict[str, str]] | None:
    for sentence in known:
        found = pattern_of(sentence).fullmatch(text)
        if found and all(_can_be(name, value) for name, value in found.groupdict().items()):
            return sentence, found.groupdict()
    return None


def _can_be(name: str, value: str) -> bool:
    """Whether a value is what its name says; most are within one part."""
    return _CODE.issuperset(value) if name == "code" else name in _LONG or ", " not in value


def _value(name: str, value: str) -> str:
    if name in _NUMBERS:
        return format_count(int(value.replace(",", "")))
    return line_in_own_words(value) if name in _PARTS else value
